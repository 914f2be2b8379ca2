/** Survey scores: the share of top answers, or the mean on a scale of 0 to 100. Scales are never pooled. */
import { builtInQuestions } from "#shared/vocabulary.ts";
import { leastWithGap, pairOf } from "../fold/facts.ts";
import { clusteredMean, clusteredShare, type PairSums } from "../stats/clustered.ts";
import {
  type CountRow,
  type FactNeed,
  type FactRow,
  type Family,
  noData,
  type Question,
  readable,
  type Sums,
  type Tally,
} from "./family.ts";
import { type Entry, tallyFlows } from "./flows.ts";

const SMALL_SCALE = 3;

/** The lowest score that counts as a top answer: the top two boxes, on scales of 2 and 3 the top box. */
export function topFrom(scale: number): number {
  return scale <= SMALL_SCALE ? scale : scale - 1;
}

/**
 * Sums: answers, top answers, scores, squares of scores; then of pairs of answers of one person: pairs, those of two top
 * answers, top answers in them, products of scores, scores in them.
 */
const WIDTH = 9;

function scoresOf(only: FactNeed["only"], withCounts: boolean): Family {
  return {
    additive: true,
    needs(question) {
      const range = readable(question);
      const about = questionOf(question);
      const asked = { question: [about], ...only };
      const need: Omit<FactNeed, "kind"> = {
        numerator: true,
        fields: ["scale"],
        only: asked,
        withX: true,
        ...range,
      };
      const counts = { having: ["scores"] as const, question: about, ...range };
      const answers: FactNeed = { kind: "answer", perBucket: true, ...need };
      const pairs: FactNeed = { ...pairsNeed(need), bothWithin: true };
      const facts = [answers, { ...pairs, perBucket: true }, { ...pairs, wholeRange: true }];
      return { facts, counts: withCounts ? counts : null };
    },
    tally(sums, buckets, question) {
      const entries = entriesOf(sums, question.scale);
      return tallyFlows(entries, buckets, WIDTH);
    },
    figure: (tally, question) =>
      question.stat === "mean" ? meanFigure(tally, question) : topFigure(tally, question),
  };
}

/** Pairs of one person's answers. Those further apart than the range is long have not both answers in it. */
function pairsNeed(need: Omit<FactNeed, "kind">): FactNeed {
  const belowX = leastWithGap(need.to - need.from + 1);
  return { kind: "answer_pair", ...need, belowX };
}

/** All pairs of answers to the question that a metric is about, each with its days. */
export function allPairs(question: Question): FactNeed {
  const only = { question: [questionOf(question)] };
  const need = { numerator: true, fields: ["scale"], only, withX: true } as const;
  return pairsNeed({ ...need, ...readable(question) });
}

export const surveyScore = scoresOf({}, true);
export const informedOptInRate = scoresOf({ outcome: ["granted"] }, false);

/** The question that a metric is about. */
export function questionOf({ metric, question }: Question): string {
  if (metric === "informed_opt_in_rate") return "understanding";
  return builtInQuestions.find((name) => name === metric) ?? question ?? "";
}

/** The scale with most answers among these sums, of equals the larger; null without answers. */
export function commonestScale(sums: Sums): number | null {
  const answers = new Map<number, number>();
  for (const { fields, n } of sums.facts[0] ?? []) {
    const scale = Number(fields[0]);
    answers.set(scale, (answers.get(scale) ?? 0) + n);
  }
  for (const { scores } of sums.counts) {
    const n = (scores ?? []).reduce((a, b) => a + b, 0);
    const scale = scores?.length ?? 0;
    if (n > 0) answers.set(scale, (answers.get(scale) ?? 0) + n);
  }
  const [first] = [...answers].toSorted(([a, m], [b, n]) => n - m || b - a);
  return first?.[0] ?? null;
}

/** Those of one scale: all that is ever tallied together. */
export function ofScale(sums: Sums, scale: number | null): Sums {
  const asText = scale === null ? null : String(scale);
  return {
    facts: sums.facts.map((rows) => rows.filter(({ fields }) => fields[0] === asText)),
    counts: sums.counts.filter(({ scores }) => scores?.length === scale),
  };
}

function entriesOf({ facts, counts }: Sums, scale: number | null): Entry[] {
  if (scale === null) return [];
  const [answers = [], inBuckets = [], inWhole = []] = facts;
  const sumsOfScore = eachOnce((score) => scoreSums(score, 1, scale));
  const sumsOfPair = eachOnce((x) => pairSums(x, scale));
  const answer = ({ group, day, x, n }: FactRow): Entry => {
    return { group, day, sums: sumsOfScore(x), times: n, size: n };
  };
  // A pair counts where both of its answers do; it adds nothing to how many answers there are.
  const pair =
    (only: NonNullable<Entry["only"]>) =>
    ({ group, day, x, n }: FactRow): Entry => {
      return { group, day, only, sums: sumsOfPair(x), times: n, size: 0 };
    };
  // Where the two answers differ in what groups are told apart by, no group has both.
  const within = (pairs: readonly FactRow[]) => pairs.filter(({ group }) => !group.includes(""));
  return answers.map(answer).concat(
    within(inBuckets).map(pair("bucket")),
    within(inWhole).map(pair("whole")),
    counts.map((row) => countEntry(row, scale)),
  );
}

/** There are few scores, and many rows of each. */
function eachOnce(of: (x: number) => number[]): (x: number) => number[] {
  const known = new Map<number, number[]>();
  return (x) => {
    const sums = known.get(x) ?? of(x);
    known.set(x, sums);
    return sums;
  };
}

function pairSums(x: number, scale: number): number[] {
  const { scores } = pairOf(x);
  const top = scores.filter((score) => score >= topFrom(scale)).length;
  const [a, b] = scores;
  return [0, 0, 0, 0, 1, top === 2 ? 1 : 0, top, a * b, a + b];
}

function countEntry({ group, day, key, scores }: CountRow, scale: number): Entry {
  const sums = [0, 0, 0, 0];
  for (const [box, n] of (scores ?? []).entries()) {
    for (const [i, value] of scoreSums(box + 1, n, scale).entries())
      sums[i] = (sums[i] ?? 0) + value;
  }
  return { group, day, sums, size: sums[0] ?? 0, key };
}

function scoreSums(score: number, n: number, scale: number): number[] {
  return [n, score >= topFrom(scale) ? n : 0, score * n, score * score * n];
}

/** Of a share: its denominator, its numerator, and the pairs of one person, which only answers have. */
export function shareSums({ sums }: Tally): { n: number; count: number; pairs: PairSums } {
  const [n = 0, count = 0, , , pairs = 0, products = 0, pairSums = 0] = sums;
  return { n, count, pairs: { pairs, products, sums: pairSums } };
}

function topFigure(tally: Tally, { confidence }: Question) {
  const { n, count, pairs } = shareSums(tally);
  if (n === 0) return { ...noData, count };
  const { estimate, low, high } = clusteredShare(count, n, pairs, confidence);
  return { n, count, value: estimate, low, high };
}

/** 100 × (score − 1) / (scale − 1), averaged; Student t, clipped to the scale. */
function meanFigure({ sums }: Tally, { confidence, scale }: Question) {
  const [n = 0, , sum = 0, sumOfSquares = 0, pairs = 0, , , products = 0, pairSums = 0] = sums;
  const ofPairs = { pairs, products, sums: pairSums };
  const { mean, low, high } = clusteredMean({ n, sum, sumOfSquares }, ofPairs, confidence);
  const rescale = (score: number | null): number | null =>
    score === null || scale === null
      ? null
      : Math.min(100, Math.max(0, (100 * (score - 1)) / (scale - 1)));
  return { n, value: rescale(mean), low: rescale(low), high: rescale(high) };
}
