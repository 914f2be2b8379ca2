/** One metric answer: read the sums, tally, hide small cells, estimate what is left. */
import type {
  ComparedSeries,
  Figure,
  MetricAnswer,
  Point,
  Series,
} from "#shared/contract/metric.ts";
import type { Population } from "#shared/contract/population.ts";
import { type Bucket, bucketsOf, formatDay, yearBefore } from "#shared/days.ts";
import { type MetricName, metricList } from "#shared/metric-list.ts";
import { restatements } from "#shared/restatements.ts";
import type { Grain } from "#shared/vocabulary.ts";
import { dimensionsOfStrata } from "#shared/weights.ts";
import { familyOf } from "../metrics/families.ts";
import {
  type Family,
  groupValues,
  type Question,
  type Sums,
  type Tally,
} from "../metrics/family.ts";
import { emptyTally } from "../metrics/flows.ts";
import { commonestScale, ofScale } from "../metrics/scores.ts";
import { suppress } from "../metrics/suppress.ts";
import { differenceOf, trendOf } from "../metrics/trend.ts";
import { weighted } from "../metrics/weights.ts";
import type { FigureSource, SumQuery } from "../store/store.ts";
import { queriesOf, readSums, sourcesOf } from "./read-sums.ts";
import type { Reading, Selection } from "./selection.ts";

export type Compare = "previous" | "year" | { from: number; to: number };

export interface MetricRequest extends Selection {
  question: Question;
  grain: Grain;
  compare: Compare | null;
  /** What shares are weighted to; left out or null for figures as they are. */
  population?: Population | null;
}

export function buildMetricAnswer(snapshot: FigureSource, request: MetricRequest): MetricAnswer {
  const { k } = snapshot.settings();
  const { question, grain, by } = request;
  const definition = metricList[question.metric];
  const population = request.population ?? null;
  const own = familyOf(question);
  const family = population === null ? own : weighted(own, population, k);
  const read = readSums(snapshot, question, readingOf(request, question));
  const scored = question.stat === "top_two" || question.stat === "mean";
  const scale = scored ? (question.scale ?? commonestScale(read)) : null;
  const asked = { ...question, scale };
  const sums = scored ? ofScale(read, scale) : read;
  const range = rangeBefore(request);
  const compared = range === null ? null : { ...asked, ...range };
  const answer: MetricAnswer = {
    metric: question.metric,
    unit: scored && question.stat === "mean" ? "score" : definition.unit,
    from: formatDay(question.from),
    to: formatDay(question.to),
    grain,
    by: [...by],
    asOf: question.asOf === null ? null : formatDay(question.asOf),
    dataVersion: snapshot.dataVersion(),
    k,
    confidence: question.confidence,
    sources: sourcesOf([sums]),
    ...(scored ? { scale } : {}),
    ...(question.stat === null ? {} : { stat: question.stat }),
    ...(question.metric === "consent_retention" ? { day: question.day } : {}),
    ...(population === null ? {} : { weights: weightsOf(population) }),
    ...(question.as ? { as: question.as, restatement: restatements[question.as] } : {}),
    definition: `/glossary/${question.metric}`,
    series: seriesOf(family, asked, sums, { grain, by, k }),
  };
  if (compared === null) return answer;
  const readBefore = readSums(snapshot, compared, readingOf(request, compared));
  const sumsBefore = scored ? ofScale(readBefore, scale) : readBefore;
  answer.sources = sourcesOf([sums, sumsBefore]);
  const before = seriesOf(family, compared, sumsBefore, { grain, by, k });
  const series = before.map((one) => against(answer, one));
  answer.compare = { from: formatDay(compared.from), to: formatDay(compared.to), series };
  return answer;
}

/** What `buildMetricAnswer` asks the store for. */
export function queriesOfMetric(request: MetricRequest): SumQuery[] {
  const { question } = request;
  const before = rangeBefore(request);
  const questions = before === null ? [question] : [question, { ...question, ...before }];
  return questions.flatMap((one) => queriesOf(one, readingOf(request, one)));
}

function readingOf(
  { by, filters, grain, population }: MetricRequest,
  { from, to }: Question,
): Reading {
  const strata = population ? dimensionsOfStrata(population) : [];
  const starts = bucketsOf(from, to, grain).map(({ first }) => first);
  return { filters, by: [...by, ...strata], starts };
}

function rangeBefore({ compare, question }: MetricRequest): { from: number; to: number } | null {
  return compare === null ? null : comparedRange(compare, question);
}

function weightsOf({ name, title, source }: Population) {
  return { name, title, source };
}

/** A group then, and how its total now stands against it. */
function against({ metric, unit, series }: MetricAnswer, before: Series): ComparedSeries {
  const same = series.find(({ group }) =>
    Object.entries(group).every(([name, value]) => before.group[name] === value),
  );
  const difference = same === undefined ? null : differenceOf(same.total, before.total);
  const { better } = metricList[metric as MetricName];
  return { ...before, difference, trend: trendOf(difference, better, unit) };
}

/** The same number of days before, or the same dates a year before. */
export function comparedRange(
  compare: Compare,
  { from, to }: { from: number; to: number },
): { from: number; to: number } {
  if (compare === "previous") return { from: from - (to - from + 1), to: from - 1 };
  if (compare === "year") return { from: yearBefore(from), to: yearBefore(to) };
  return compare;
}

/** The buckets, and the whole range as the last. */
function withWhole({ from, to }: Question, grain: Grain): Bucket[] {
  return [...bucketsOf(from, to, grain), ...bucketsOf(from, to, "total")];
}

/** Figures of every group in order of name, small cells hidden. */
function seriesOf(
  family: Family,
  question: Question,
  sums: Sums,
  { grain, by, k }: { grain: Grain; by: readonly string[]; k: number },
): Series[] {
  const tallies = family.tally(sums, withWhole(question, grain), question);
  const starts = bucketsOf(question.from, question.to, grain).map(({ start }) => formatDay(start));
  const empty = [...starts, null].map(() => emptyTally(4));
  const found = [...tallies].filter(([, row]) => row.some((tally) => tally.known));
  const groups =
    by.length === 0 && found.length === 0 ? [["", empty] as const] : found.toSorted(byName);
  const rows = groups.map(([key, row]) => ({
    key: groupValues(key),
    buckets: row.slice(0, -1).map((tally) => tally.size),
    total: row.at(-1)?.size ?? 0,
  }));
  const hidden = suppress({ k, rows, additiveOverTime: family.additive });
  const figure = (tally: Tally | undefined, hide: boolean | undefined): Figure =>
    hide ? { suppressed: true } : family.figure(tally ?? emptyTally(4), question);
  return groups.map(([key, row], g) => {
    const values = groupValues(key);
    const points = starts.map(
      (start, at): Point => ({ start, ...figure(row[at], hidden[g]?.buckets[at]) }),
    );
    return {
      group: Object.fromEntries(by.map((name, i) => [name, values[i] ?? ""])),
      points,
      total: figure(row.at(-1), hidden[g]?.total),
    };
  });
}

/** By code unit, value by value; the key's separator sorts after none of them. */
export function byName([a]: readonly [string, unknown], b: readonly [string, unknown]): number {
  const left = groupValues(a);
  const right = groupValues(b[0]);
  for (const [i, value] of left.entries()) {
    const other = right[i] ?? "";
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
