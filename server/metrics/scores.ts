/** Survey scores: the share of top answers, or the mean on a scale of 0 to 100. Scales are never pooled. */
import { builtInQuestions } from "#shared/vocabulary.ts";
import { meanInterval } from "../stats/mean-interval.ts";
import {
  type CountRow,
  type FactNeed,
  type FactRow,
  type Family,
  type Question,
  readable,
  type Sums,
  type Tally,
} from "./family.ts";
import { type Entry, tallyFlows } from "./flows.ts";
import { shareFigure } from "./shares.ts";

const SMALL_SCALE = 3;

/** The lowest score that counts as a top answer: the top two boxes, on scales of 2 and 3 the top box. */
export function topFrom(scale: number): number {
  return scale <= SMALL_SCALE ? scale : scale - 1;
}

/** Sums: answers, top answers, scores, squares of scores. */
function scoresOf(only: FactNeed["only"], withCounts: boolean): Family {
  return {
    additive: true,
    needs(question) {
      const range = readable(question);
      const about = questionOf(question);
      const asked = { question: [about], ...only };
      const need: FactNeed = {
        kind: "answer",
        numerator: true,
        fields: ["scale"],
        only: asked,
        withX: true,
        ...range,
      };
      const counts = { having: ["scores"] as const, question: about, ...range };
      return { facts: [need], counts: withCounts ? counts : null };
    },
    tally(sums, buckets, question) {
      const entries = entriesOf(sums, question.scale);
      return tallyFlows(entries, buckets, 4);
    },
    figure: (tally, question) =>
      question.stat === "mean" ? meanFigure(tally, question) : shareFigure(tally, question),
  };
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
  const [answers = []] = sums.facts;
  return {
    facts: [answers.filter(({ fields }) => Number(fields[0]) === scale)],
    counts: sums.counts.filter(({ scores }) => scores?.length === scale),
  };
}

function entriesOf({ facts, counts }: Sums, scale: number | null): Entry[] {
  if (scale === null) return [];
  return [
    ...facts.flatMap((rows) => rows.map((row) => factEntry(row, scale))),
    ...counts.map((row) => countEntry(row, scale)),
  ];
}

function factEntry({ group, day, x, n }: FactRow, scale: number): Entry {
  return { group, day, sums: scoreSums(x, n, scale), size: n };
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

/** 100 × (score − 1) / (scale − 1), averaged; Student t, clipped to the scale. */
function meanFigure({ sums }: Tally, { confidence, scale }: Question) {
  const [n = 0, , sum = 0, sumOfSquares = 0] = sums;
  const { mean, low, high } = meanInterval({ n, sum, sumOfSquares }, confidence);
  const rescale = (score: number | null): number | null =>
    score === null || scale === null
      ? null
      : Math.min(100, Math.max(0, (100 * (score - 1)) / (scale - 1)));
  return { n, value: rescale(mean), low: rescale(low), high: rescale(high) };
}
