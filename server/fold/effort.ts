/** Rule 7: what a choice costs, in time and steps; and attempts to leave. */

import { binOf } from "#shared/duration-bins.ts";
import { NONE } from "#shared/vocabulary.ts";
import type { ConsentEvent } from "./event.ts";
import { addFact, type FactDetails, type FactDimensions, type FactSink } from "./facts.ts";

const LONGEST_DECISION_MS = 3_600_000;
const ATTEMPT_WINDOW_MS = 86_400_000;

/** Of a decision granted: its own time, else the time since the prompt that is its exposure, if there is one. */
export function addGrantEffort(
  sink: FactSink,
  day: number,
  dims: FactDimensions,
  decision: ConsentEvent,
  sincePromptMs: number | null,
): void {
  const details = { method: decision.method };
  const waited =
    sincePromptMs !== null && sincePromptMs <= LONGEST_DECISION_MS ? sincePromptMs : null;
  const time = decision.durationMs ?? waited;
  if (time !== null) addFact(sink, "grant_time", day, dims, details, binOf(time));
  if (decision.steps !== null) addFact(sink, "grant_steps", day, dims, details, decision.steps);
}

const GIVEN_UP: FactDetails = { outcome: "given_up" };
const FINISHED: FactDetails = { outcome: "finished" };

/** The attempts to leave within one spell: given up, but for the one in which the spell closes. */
export class Attempts {
  readonly #dims: FactDimensions;
  #latest: { at: number; day: number } | null = null;

  /** `dims` are the spell's. */
  constructor(dims: FactDimensions) {
    this.#dims = dims;
  }

  start(at: number, day: number, sink: FactSink): void {
    if (this.#within(at) !== null) return;
    this.#latest = { at, day };
    addFact(sink, "attempt", day, this.#dims, GIVEN_UP);
  }

  /** When the attempt began that a closing at `at` finishes, if there is one. */
  finish(at: number, sink: FactSink): number | null {
    const finished = this.#within(at);
    if (finished === null) return null;
    sink.take("attempt", finished.day, this.#dims, GIVEN_UP, 0, -1);
    addFact(sink, "attempt", finished.day, this.#dims, FINISHED);
    return finished.at;
  }

  /** The attempt to which this instant belongs. */
  #within(at: number): { at: number; day: number } | null {
    const latest = this.#latest;
    return latest !== null && at - latest.at <= ATTEMPT_WINDOW_MS ? latest : null;
  }
}

/** Of a `withdrawn` that closes a spell: its own time, else the time since the attempt began. */
export function addExitEffort(
  sink: FactSink,
  day: number,
  dims: FactDimensions,
  withdrawal: ConsentEvent,
  attemptAt: number | null,
): void {
  const details = closingDetails(withdrawal);
  const time = withdrawal.durationMs ?? (attemptAt === null ? null : withdrawal.at - attemptAt);
  if (time !== null) addFact(sink, "exit_time", day, dims, details, binOf(time));
  if (withdrawal.steps !== null) {
    addFact(sink, "exit_steps", day, dims, details, withdrawal.steps);
  }
}

/** How and why a spell was closed; a decline gives no reason. */
export function closingDetails(closing: ConsentEvent): FactDetails {
  return { method: closing.method, reason: closing.reason ?? NONE };
}
