/**
 * Facts: what the fold makes of a subject's events, and what every figure is a sum of. A fact is a cell (what it counts,
 * and for whom), a day and a number `x`; a set of facts is how often each occurs. Sets are added and subtracted.
 */
import type { Generation } from "#shared/vocabulary.ts";

/** What a fact counts; in brackets what `x` is, and which further fields its cell has. */
export const factKinds = [
  "seen", // any event (outcome: its type)
  "exposure", // (outcome: granted, declined, dismissed, none)
  "decision", // (method; outcome: granted, declined)
  "repeat", // a prompt or choice beyond the first under its notice (method; outcome: prompt_shown, granted, declined)
  "unprompted", // an exposure that no prompt began (method; outcome: granted, declined, dismissed, whatever did), a later grant before any prompt (outcome: granted_later)
  "redecision", // a decision of one who had decided for that purpose under another notice (method; outcome: granted, declined)
  "asked", // first exposure for a purpose
  "covered", // a spell's grant, with the dimensions of the first exposure
  "uncovered", // its closing, with the same
  "closed", // a spell, on its closing day (method, reason)
  "spell", // a spell, on its grant day (method, reason where closed; x: length in days, OPEN while open)
  "grant_time", // a decision granted (method; x: bin of the ms)
  "grant_steps", // (method; x: steps)
  "exit_time", // a withdrawal (method, reason; x: bin of the ms)
  "exit_steps", // (method, reason; x: steps)
  "attempt", // to withdraw, on its first day (outcome: finished, given_up)
  "answer", // (survey, question, scale; outcome: the consent state; x: score)
  "answer_pair", // two answers of one subject, on the day of the later (as `answer`, as far as both agree; x: `pairNumber`)
  "implicit", // a grant that is not consent (method)
  "orphan", // a withdrawal outside a spell (method, reason)
  "crossover", // a subject seen in several variants, on the day of the second
] as const;
export type FactKind = (typeof factKinds)[number];

/** The length of a spell that is still open. */
export const OPEN = -1;

/** Two answers: days between them, and their scores. */
export interface AnswerPair {
  gap: number;
  scores: readonly [number, number];
}

/** Scores are whole numbers from 1 to the largest scale. */
const SCORES = 11;

/** A pair as the `x` of its fact, whichever score came first. */
export function pairNumber({ gap, scores: [a, b] }: AnswerPair): number {
  return (gap * SCORES + Math.min(a, b) - 1) * SCORES + Math.max(a, b) - 1;
}

/** A pair of the same scores with no day between. */
export function pairOfOneDay(x: number): number {
  return x % (SCORES * SCORES);
}

/** The days between the answers of a pair. */
export function gapOf(x: number): number {
  return Math.floor(x / (SCORES * SCORES));
}

/** The least number of a pair with so many days between. */
export function leastWithGap(gap: number): number {
  return gap * SCORES * SCORES;
}

/** The pair again, the lower score first. */
export function pairOf(x: number): AnswerPair {
  const lower = Math.floor(x / SCORES) % SCORES;
  return { gap: gapOf(x), scores: [lower + 1, (x % SCORES) + 1] };
}

/** The dimensions of a fact, each filled; of a pair of answers empty where they differ. */
export interface FactDimensions {
  purpose: string;
  notice: string;
  channel: string;
  region: string;
  segment: string;
  locale: string;
  generation: Generation;
  experiment: string;
  variant: string;
}

/** The further fields of a cell; empty where its kind has none. */
export interface FactDetails {
  method?: string;
  reason?: string;
  survey?: string;
  question?: string;
  scale?: number;
  outcome?: string;
}

export const dimensionFields = [
  "purpose",
  "notice",
  "channel",
  "region",
  "segment",
  "locale",
  "generation",
  "experiment",
  "variant",
] as const satisfies readonly (keyof FactDimensions)[];

export const detailFields = [
  "method",
  "reason",
  "survey",
  "question",
  "scale",
  "outcome",
] as const satisfies readonly (keyof FactDetails)[];

/** The order of a cell's fields in its key. None of their values holds the separator. */
export const cellFields = ["kind", ...dimensionFields, ...detailFields] as const;
export type CellField = (typeof cellFields)[number];

const SEPARATOR = "|";

/** What takes facts: the sums of a store, or a map. */
export interface FactSink {
  /**
   * `n` more of this fact, of which there may be fewer than none on the way; `dims` is null where its kind has none. Neither
   * `dims` nor `details` is changed later, and facts of the same may come with the same object.
   */
  take(
    kind: FactKind,
    day: number,
    dims: FactDimensions | null,
    details: FactDetails,
    x: number,
    n: number,
  ): void;
}

export const NO_DETAILS: FactDetails = {};

/** One more of a fact. */
export function addFact(
  sink: FactSink,
  kind: FactKind,
  day: number,
  dims: FactDimensions | null,
  details = NO_DETAILS,
  x = 0,
): void {
  sink.take(kind, day, dims, details, x, 1);
}

/** Fact key → how often. Zeros are absent. */
export type Facts = Map<string, number>;

/** Adds what it takes into `facts`. */
export function sinkInto(facts: Facts): FactSink {
  return {
    take(kind, day, dims, details, x, n) {
      const cell = [
        kind,
        ...dimensionFields.map((name) => dims?.[name] ?? ""),
        ...detailFields.map((name) => details[name] ?? ""),
      ].join(SEPARATOR);
      bump(facts, `${cell}${SEPARATOR}${day}${SEPARATOR}${x}`, n);
    },
  };
}

/** Adds `sign` × `more` into `facts`, in place. */
export function accumulate(facts: Facts, more: Facts, sign: 1 | -1): void {
  for (const [key, n] of more) bump(facts, key, sign * n);
}

function bump(facts: Facts, key: string, n: number): void {
  const sum = (facts.get(key) ?? 0) + n;
  if (sum === 0) facts.delete(key);
  else facts.set(key, sum);
}

/** A key's parts: the cell as its own key, day and x. */
export function splitFactKey(key: string): { cell: string; day: number; x: number } {
  const xAt = key.lastIndexOf(SEPARATOR);
  const dayAt = key.lastIndexOf(SEPARATOR, xAt - 1);
  return {
    cell: key.slice(0, dayAt),
    day: Number(key.slice(dayAt + 1, xAt)),
    x: Number(key.slice(xAt + 1)),
  };
}

/** The values of a cell, in the order of `cellFields`. */
export function cellValues(cell: string): string[] {
  return cell.split(SEPARATOR);
}
