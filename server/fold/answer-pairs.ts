/** Two answers of one person to one question on one scale: what intervals need to know that they are not of two people. */
import { addFact, type FactDimensions, type Facts, pairNumber } from "./facts.ts";

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

/** `counted` in the order of the fold. */
export function addPairFacts(facts: Facts, counted: readonly CountedAnswer[]): void {
  const earlier = new Map<string, CountedAnswer[]>();
  let left = MAX_PAIRS;
  for (const later of counted) {
    const key = `${later.question}|${later.scale}`;
    const before = earlier.get(key) ?? [];
    earlier.set(key, before);
    for (const one of before.slice(-MAX_BEFORE)) {
      if (later.day - one.day > MAX_DAYS_APART || left === 0) continue;
      addPair(facts, one, later);
      left -= 1;
    }
    before.push(later);
  }
}

/**
 * The cell says what both answers share. In what they differ it is empty, which no filter and no group names: there, at most
 * one of the two answers is in the cell asked for. A filter on several values has both in it and misses the pair, so that
 * its interval allows for answers of one person within each value, but not across them.
 */
function addPair(facts: Facts, earlier: CountedAnswer, later: CountedAnswer): void {
  const shared = (name: keyof FactDimensions): string =>
    earlier.dims[name] === later.dims[name] ? later.dims[name] : "";
  const dims = {
    purpose: shared("purpose"),
    notice: shared("notice"),
    channel: shared("channel"),
    region: shared("region"),
    segment: shared("segment"),
    locale: shared("locale"),
    // Of a subject, not of an answer.
    generation: later.dims.generation,
    experiment: shared("experiment"),
    variant: shared("variant"),
  };
  const details = {
    survey: earlier.survey === later.survey ? later.survey : "",
    question: later.question,
    scale: later.scale,
    outcome: earlier.state === later.state ? later.state : "",
  };
  const x = pairNumber({ gap: later.day - earlier.day, scores: [earlier.score, later.score] });
  addFact(facts, "answer_pair", later.day, dims, details, x);
}
