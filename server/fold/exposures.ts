/** Rules 2 and 3: who was asked, and what came of it, within one purpose. */

import { addGrantEffort } from "./effort.ts";
import type { ConsentEvent } from "./event.ts";
import { addFact, type FactDetails, type FactKind, type Facts } from "./facts.ts";
import { completed, dimensionsOf, type SubjectTraits } from "./variants.ts";

const OUTCOME_WINDOW_MS = 7 * 86_400_000;

interface Exposure {
  event: ConsentEvent;
  /** Whether a prompt was seen by now. */
  prompted: boolean;
  decision: ConsentEvent | null;
  dismissed: boolean;
}

/** What exposures and decisions leave out, and those who count every prompt and choice do not. */
interface Mark {
  kind: Extract<FactKind, "repeat" | "unprompted" | "redecision">;
  event: ConsentEvent;
  exposure: ConsentEvent;
}

/** The exposures of one subject for one purpose, by notice. */
export class Exposures {
  readonly #byNotice = new Map<string, Exposure>();
  readonly #marks: Mark[] = [];
  #decided = false;

  /** Takes a prompt, dismissal, grant or decline; the first under its notice is the exposure. */
  take(event: ConsentEvent): void {
    const notice = event.notice ?? "";
    const known = this.#byNotice.get(notice);
    const exposure = known ?? { event, prompted: false, decision: null, dismissed: false };
    this.#byNotice.set(notice, exposure);
    const inTime = event.at - exposure.event.at <= OUTCOME_WINDOW_MS;
    if (event.type === "dismissed" && inTime) exposure.dismissed = true;
    if (event.type === "prompt_shown") {
      exposure.prompted = true;
      if (known !== undefined) this.#mark("repeat", event, exposure);
    }
    if (event.type === "granted" || event.type === "declined") this.#choose(event, exposure);
  }

  #choose(event: ConsentEvent, exposure: Exposure): void {
    const isLater = event.type === "granted" && event !== exposure.event;
    if (isLater && !exposure.prompted) this.#mark("unprompted", event, exposure);
    if (exposure.decision !== null) this.#mark("repeat", event, exposure);
    else if (this.#decided) this.#mark("redecision", event, exposure);
    exposure.decision ??= event;
    this.#decided = true;
  }

  #mark(kind: Mark["kind"], event: ConsentEvent, exposure: Exposure): void {
    this.#marks.push({ kind, event, exposure: exposure.event });
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
      const own = dimensionsOf(event, traits, event);
      addFact(facts, "exposure", dayOf(event.at), own, { outcome });
      if (event.type !== "prompt_shown") {
        addFact(facts, "unprompted", dayOf(event.at), own, choiceDetails(event));
      }
      if (decision === null) continue;
      const dims = dimensionsOf(decision, traits, completed(decision, event));
      const details = { method: decision.method, outcome: decision.type };
      addFact(facts, "decision", dayOf(decision.at), dims, details);
      if (decision.type === "granted") {
        addGrantEffort(facts, dayOf(decision.at), dims, decision, event);
      }
    }
    for (const { kind, event, exposure } of this.#marks) {
      const dims = dimensionsOf(event, traits, completed(event, exposure));
      const details = choiceDetails(event);
      if (kind === "unprompted") details.outcome = "granted_later";
      addFact(facts, kind, dayOf(event.at), dims, details);
    }
  }
}

/** Prompts and dismissals have no method. */
function choiceDetails({ type, method }: ConsentEvent): FactDetails {
  const isChoice = type === "granted" || type === "declined";
  return { outcome: type, ...(isChoice ? { method } : {}) };
}

function outcomeOf({ event, decision, dismissed }: Exposure): string {
  if (decision !== null && decision.at - event.at <= OUTCOME_WINDOW_MS) return decision.type;
  return dismissed ? "dismissed" : "none";
}
