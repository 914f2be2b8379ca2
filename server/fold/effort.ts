/** Rule 7: what a choice costs, in time and steps; and attempts to leave. */

import { binOf } from "#shared/duration-bins.ts";
import { NONE } from "#shared/vocabulary.ts";
import type { ConsentEvent } from "./event.ts";
import { addFact, type FactDimensions, type Facts } from "./facts.ts";

const LONGEST_DECISION_MS = 3_600_000;
const ATTEMPT_WINDOW_MS = 86_400_000;

/** Of a decision granted: its own time, else the time since the prompt that is its exposure. */
export function addGrantEffort(
  facts: Facts,
  day: number,
  dims: FactDimensions,
  decision: ConsentEvent,
  exposure: ConsentEvent,
): void {
  const method = decision.method;
  const since = exposure.type === "prompt_shown" ? decision.at - exposure.at : null;
  const waited = since !== null && since <= LONGEST_DECISION_MS ? since : null;
  const time = decision.durationMs ?? waited;
  if (time !== null) addFact(facts, "grant_time", day, dims, { method }, binOf(time));
  if (decision.steps !== null) addFact(facts, "grant_steps", day, dims, { method }, decision.steps);
}

/** The attempts to leave within one spell. */
export class Attempts {
  readonly #givenUp: number[] = [];
  #current: number | null = null;

  start(at: number): void {
    if (this.#current !== null && at - this.#current <= ATTEMPT_WINDOW_MS) return;
    if (this.#current !== null) this.#givenUp.push(this.#current);
    this.#current = at;
  }

  /** When the attempt began that a closing at `at` finishes, if there is one. */
  finishedBy(at: number): number | null {
    const current = this.#current;
    return current !== null && at - current <= ATTEMPT_WINDOW_MS ? current : null;
  }

  /** `closedAt` is null while the spell is open: then no attempt has been finished. */
  addFacts(
    facts: Facts,
    dims: FactDimensions,
    closedAt: number | null,
    dayOf: (at: number) => number,
  ): void {
    const finished = closedAt === null ? null : this.finishedBy(closedAt);
    const begun = this.#current === null ? this.#givenUp : [...this.#givenUp, this.#current];
    for (const at of begun) {
      const outcome = at === finished ? "finished" : "given_up";
      addFact(facts, "attempt", dayOf(at), dims, { outcome });
    }
  }
}

/** Of a `withdrawn` that closes a spell: its own time, else the time since the attempt began. */
export function addExitEffort(
  facts: Facts,
  day: number,
  dims: FactDimensions,
  withdrawal: ConsentEvent,
  attemptAt: number | null,
): void {
  const details = closingDetails(withdrawal);
  const time = withdrawal.durationMs ?? (attemptAt === null ? null : withdrawal.at - attemptAt);
  if (time !== null) addFact(facts, "exit_time", day, dims, details, binOf(time));
  if (withdrawal.steps !== null) {
    addFact(facts, "exit_steps", day, dims, details, withdrawal.steps);
  }
}

/** How and why a spell was closed; a decline gives no reason. */
export function closingDetails(closing: ConsentEvent): { method: string; reason: string } {
  return { method: closing.method, reason: closing.reason ?? NONE };
}
