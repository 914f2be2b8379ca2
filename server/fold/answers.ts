/** Rule 6: survey answers, what they inherit, and which of them count. */

import { bucketStart } from "#shared/days.ts";
import { AnswerPairs } from "./answer-pairs.ts";
import type { Context } from "./contexts.ts";
import type { ConsentEvent } from "./event.ts";
import { addFact, type FactDimensions, type FactSink } from "./facts.ts";
import type { SubjectTraits } from "./variants.ts";

export type ConsentState = "granted" | "declined" | "none";

/** The answers of one subject, of all purposes. */
export class Answers {
  readonly #traits: SubjectTraits;
  readonly #counted = new Set<string>();
  readonly #pairs = new AnswerPairs();
  #latest: FactDimensions | null = null;

  constructor(traits: SubjectTraits) {
    this.#traits = traits;
  }

  /** The first answer per purpose, survey, question and calendar month counts; what counts is paired, too. */
  take(
    event: ConsentEvent,
    day: number,
    context: Context | null,
    state: ConsentState,
    sink: FactSink,
  ): void {
    const month = bucketStart(day, "month");
    // Joined, it is one string; put together otherwise, it would be kept in its parts.
    const key = [event.purpose, event.survey, event.question, month].join("|");
    if (this.#counted.has(key)) return;
    this.#counted.add(key);
    const experiment = event.experiment ?? context?.experiment ?? null;
    const notice = event.notice ?? context?.notice ?? null;
    const dims = this.#traits.dimensionsOf(event, experiment, notice, this.#latest);
    this.#latest = dims;
    const survey = event.survey ?? "";
    const question = event.question ?? "";
    const scale = event.scale ?? 0;
    const score = event.score ?? 0;
    addFact(sink, "answer", day, dims, { survey, question, scale, outcome: state }, score);
    this.#pairs.take({ day, dims, survey, question, scale, score, state }, sink);
  }
}
