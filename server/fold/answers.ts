/** Rule 6: survey answers, what they inherit, and which of them count. */

import { formatDay } from "#shared/days.ts";
import { GENERAL, NONE } from "#shared/vocabulary.ts";
import { addPairFacts, type CountedAnswer } from "./answer-pairs.ts";
import type { ConsentEvent } from "./event.ts";
import { addFact, type Facts } from "./facts.ts";
import { type Assignment, dimensionsOf, type SubjectTraits } from "./variants.ts";

export type ConsentState = "granted" | "declined" | "none";

/** A prompt, dismissal, grant or decline, its experiment completed: what a later answer inherits from. */
export interface Context {
  notice: string | null;
  assignment: Assignment;
}

/** The latest context of a purpose, of all notices and by notice. */
export class Contexts {
  #latest: Context | null = null;
  readonly #byNotice = new Map<string, Context>();

  take(context: Context): void {
    this.#latest = context;
    if (context.notice !== null) this.#byNotice.set(context.notice, context);
  }

  /** What an answer that states this notice, or none, inherits from. */
  before(notice: string | null): Context | null {
    return notice === null ? this.#latest : (this.#byNotice.get(notice) ?? null);
  }
}

interface Answer {
  event: ConsentEvent;
  context: Context | null;
  state: ConsentState;
}

/** The answers of one subject, of all purposes. */
export class Answers {
  readonly #answers: Answer[] = [];

  take(event: ConsentEvent, context: Context | null, state: ConsentState): void {
    this.#answers.push({ event, context, state });
  }

  /** The first answer per purpose, survey, question and calendar month counts; what counts is paired, too. */
  addFacts(facts: Facts, traits: SubjectTraits, dayOf: (at: number) => number): void {
    const seen = new Set<string>();
    const counted: CountedAnswer[] = [];
    for (const { event, context, state } of this.#answers) {
      const day = dayOf(event.at);
      const month = formatDay(day).slice(0, 7);
      const key = `${event.purpose}|${event.survey}|${event.question}|${month}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const assignment = event.experiment === null && context !== null ? context.assignment : event;
      const notice = event.notice ?? context?.notice ?? NONE;
      const dims = { ...dimensionsOf(event, traits, assignment), notice };
      const survey = event.survey ?? "";
      const question = event.question ?? "";
      const scale = event.scale ?? 0;
      const score = event.score ?? 0;
      addFact(facts, "answer", day, dims, { survey, question, scale, outcome: state }, score);
      counted.push({ day, dims, survey, question, scale, score, state });
    }
    addPairFacts(facts, counted);
  }
}

export function isGeneral(event: ConsentEvent): boolean {
  return event.purpose === GENERAL;
}
