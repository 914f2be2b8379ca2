/** Rules 2 and 3: who was asked, and what came of it, within one purpose. */

import { addGrantEffort } from "./effort.ts";
import type { ConsentEvent } from "./event.ts";
import { addFact, type Facts } from "./facts.ts";
import { completed, dimensionsOf, type SubjectTraits } from "./variants.ts";

const OUTCOME_WINDOW_MS = 7 * 86_400_000;

interface Exposure {
  event: ConsentEvent;
  decision: ConsentEvent | null;
  dismissed: boolean;
}

/** The exposures of one subject for one purpose, by notice. */
export class Exposures {
  readonly #byNotice = new Map<string, Exposure>();

  /** Takes a prompt, dismissal, grant or decline; the first under its notice is the exposure. */
  take(event: ConsentEvent): void {
    const notice = event.notice ?? "";
    const exposure = this.#byNotice.get(notice) ?? { event, decision: null, dismissed: false };
    this.#byNotice.set(notice, exposure);
    const inTime = event.at - exposure.event.at <= OUTCOME_WINDOW_MS;
    if (event.type === "dismissed" && inTime) exposure.dismissed = true;
    if (event.type === "granted" || event.type === "declined") exposure.decision ??= event;
  }

  /** The exposure under the event's notice, if there is one. */
  of(event: ConsentEvent): ConsentEvent | undefined {
    return this.#byNotice.get(event.notice ?? "")?.event;
  }

  /** The subject's first exposure for this purpose, of any notice. */
  first(): ConsentEvent | undefined {
    for (const exposure of this.#byNotice.values()) return exposure.event;
    return undefined;
  }

  addFacts(facts: Facts, traits: SubjectTraits, dayOf: (at: number) => number): void {
    const first = this.first();
    if (first !== undefined) {
      addFact(facts, "asked", dayOf(first.at), dimensionsOf(first, traits, first));
    }
    for (const exposure of this.#byNotice.values()) {
      const { event, decision } = exposure;
      const outcome = outcomeOf(exposure);
      addFact(facts, "exposure", dayOf(event.at), dimensionsOf(event, traits, event), { outcome });
      if (decision === null) continue;
      const dims = dimensionsOf(decision, traits, completed(decision, event));
      const details = { method: decision.method, outcome: decision.type };
      addFact(facts, "decision", dayOf(decision.at), dims, details);
      if (decision.type === "granted") {
        addGrantEffort(facts, dayOf(decision.at), dims, decision, event);
      }
    }
  }
}

function outcomeOf({ event, decision, dismissed }: Exposure): string {
  if (decision !== null && decision.at - event.at <= OUTCOME_WINDOW_MS) return decision.type;
  return dismissed ? "dismissed" : "none";
}
