/** Two answers of one person to one question on one scale: what intervals need to know that they are not of two people. */
import { addFact, type FactDimensions, type FactSink, pairNumber } from "./facts.ts";

/** An answer that counts by rule 6. */
export interface CountedAnswer {
  day: number;
  dims: FactDimensions;
  survey: string;
  question: string;
  scale: number;
  score: number;
  state: string;
}

/**
 * What keeps the pairs of a person in bounds: two years apart at most, each answer with the 40 before it, and of a subject
 * that is no person the earliest 5 000. Pairs are taken in the order of the fold, so a later answer takes none away.
 */
const MAX_DAYS_APART = 731;
const MAX_BEFORE = 40;
const MAX_PAIRS = 5000;

/** The pairs of one subject. */
export class AnswerPairs {
  /** The last answers of each question and scale. */
  readonly #latest = new Map<string, CountedAnswer[]>();
  #left = MAX_PAIRS;

  /** Pairs an answer with those before it in the order of the fold. */
  take(later: CountedAnswer, sink: FactSink): void {
    if (this.#left === 0) return;
    const key = [later.question, later.scale].join("|");
    const before = this.#latest.get(key);
    if (before === undefined) {
      this.#latest.set(key, [later]);
      return;
    }
    for (const one of before) {
      if (later.day - one.day > MAX_DAYS_APART || this.#left === 0) continue;
      addPair(sink, one, later);
      this.#left -= 1;
    }
    before.push(later);
    if (before.length > MAX_BEFORE) before.shift();
  }
}

/**
 * The cell says what both answers share. In what they differ it is empty, which no filter and no group names: there, at most
 * one of the two answers is in the cell asked for. A filter on several values has both in it and misses the pair, so that
 * its interval allows for answers of one person within each value, but not across them.
 */
function addPair(sink: FactSink, earlier: CountedAnswer, later: CountedAnswer): void {
  const dims = sharedOf(earlier.dims, later.dims);
  const details = {
    survey: earlier.survey === later.survey ? later.survey : "",
    question: later.question,
    scale: later.scale,
    outcome: earlier.state === later.state ? later.state : "",
  };
  // Where clocks go back over midnight, the later answer can lie on the earlier day.
  const gap = Math.abs(later.day - earlier.day);
  const x = pairNumber({ gap, scores: [earlier.score, later.score] });
  addFact(sink, "answer_pair", Math.max(later.day, earlier.day), dims, details, x);
}

function sharedOf(earlier: FactDimensions, later: FactDimensions): FactDimensions {
  if (earlier === later) return later;
  const shared = (name: keyof FactDimensions): string =>
    earlier[name] === later[name] ? later[name] : "";
  return {
    purpose: shared("purpose"),
    notice: shared("notice"),
    channel: shared("channel"),
    region: shared("region"),
    segment: shared("segment"),
    locale: shared("locale"),
    // Of a subject, not of an answer.
    generation: later.generation,
    experiment: shared("experiment"),
    variant: shared("variant"),
  };
}
