// Every metric straight from a list of events, by brute force and from the definitions alone: no facts, no sums. Only the
// intervals come from server/stats, which is held to published values elsewhere.
import { survivalAt, survivalCurve } from "../../server/stats/kaplan-meier.ts";
import { meanInterval } from "../../server/stats/mean-interval.ts";
import { ratioOfMedians } from "../../server/stats/order-statistics.ts";
import { poissonRate } from "../../server/stats/poisson.ts";
import { criticalT } from "../../server/stats/quantiles.ts";
import { wilson, wilsonOfShares } from "../../server/stats/wilson.ts";
import {
  type Answer,
  type Dims,
  type Histories,
  historiesOf,
  type SentEvent,
} from "./reference-histories.ts";

export interface ReferenceQuestion {
  metric: string;
  from: string;
  to: string;
  grain: "day" | "week" | "month" | "total";
  by: string[];
  filters: Record<string, string[]>;
  stat?: string | undefined;
  day?: number | undefined;
  question?: string | undefined;
  scale?: number | undefined;
}

export interface ReferenceFigure {
  n: number;
  count?: number;
  value: number | null;
  low: number | null;
  high: number | null;
}
export interface ReferenceSeries {
  group: Dims;
  points: (ReferenceFigure & { start: string })[];
  total: ReferenceFigure;
}
export interface ReferenceAnswer {
  asOf: string;
  scale: number | null;
  series: ReferenceSeries[];
}

const DAY_MS = 86_400_000;
const CONFIDENCE = 0.95;
const dayOfDate = (date: string): number => Date.parse(date) / DAY_MS;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** A bucket's days, and whether there is anything of a group in them. */
type Compute = (days: number[], of: Chosen) => ReferenceFigure & { present: boolean };
/** Whether dimensions are those of the group and the filters: of a denominator, of a numerator. */
interface Chosen {
  all: (item: { dims: Dims }) => boolean;
  closing: (item: { closingDims: Dims }) => boolean;
}

const numeratorOnly: Record<string, string[]> = {
  withdrawal_rate: ["method", "reason"],
  early_withdrawal_rate: ["method", "reason"],
  opt_out_effort: ["reason"],
};

/** `dayOf` gives the day of an instant, `today` the present one. */
export function referenceAnswer(
  events: readonly SentEvent[],
  asked: ReferenceQuestion,
  { dayOf, today }: { dayOf: (ms: number) => number; today: number },
): ReferenceAnswer {
  const histories = historiesOf(events, dayOf);
  const asOf = Math.min(histories.lastDay, today);
  const days: number[] = [];
  for (let day = dayOfDate(asked.from); day <= dayOfDate(asked.to); day += 1) days.push(day);
  const without = numeratorOnly[asked.metric] ?? [];
  const has = (dims: Dims, wanted: [string, string[]][]) =>
    wanted.every(([name, values]) => values.includes(dims[name] ?? "(not of it)"));
  const filters = Object.entries(asked.filters);
  const shared = (wanted: [string, string[]][]) =>
    wanted.filter(([name]) => !without.includes(name));

  const answers = answersOf(histories, asked).filter(
    (answer) => has(answer.dims, filters) && days.includes(answer.day) && answer.day <= asOf,
  );
  const scale = asked.scale ?? commonest(answers);
  const compute = computing(asked, histories, answers, asOf, scale);

  const combinations = new Set<string>(asked.by.length === 0 ? ["[]"] : []);
  for (const dims of allDims(histories)) {
    combinations.add(JSON.stringify(asked.by.map((name) => dims[name] ?? "(not of it)")));
  }
  const groups: string[][] = [...combinations].map((text) => JSON.parse(text)).sort(byName);
  const buckets = [...bucketsOf(days, asked.grain), { start: asked.from, days }];
  const series = groups.flatMap((group): (ReferenceSeries & { present: boolean })[] => {
    const wanted = [
      ...filters,
      ...group.map((value, i) => [asked.by[i] ?? "", [value]] as [string, string[]]),
    ];
    const chosen: Chosen = {
      all: ({ dims }) => has(dims, shared(wanted)),
      closing: ({ closingDims }) => has(closingDims, wanted),
    };
    const figures = buckets.map((bucket) => compute(bucket.days, chosen));
    const plain = figures.map(({ present: _, ...figure }) => figure);
    return [
      {
        present: figures.some(({ present }) => present),
        group: Object.fromEntries(group.map((value, i) => [asked.by[i], value])),
        points: plain
          .slice(0, -1)
          .map((figure, i) => ({ start: buckets[i]?.start ?? "", ...figure })),
        total: plain.at(-1) ?? { n: 0, value: null, low: null, high: null },
      },
    ];
  });
  const kept = series.filter(({ present }) => present || asked.by.length === 0);
  return { asOf: dateOf(asOf), scale, series: kept.map(({ present: _, ...one }) => one) };
}

function computing(
  { metric, by, filters, stat, day: retentionDay = 30 }: ReferenceQuestion,
  { exposures, decisions, spells, asked }: Histories,
  answers: Answer[],
  asOf: number,
  scale: number | null,
): Compute {
  const inForce = (end: number, { all }: Chosen) =>
    spells.filter((s) => all(s) && s.grantDay <= end && s.closingDay > end).length;
  const splitsClosings = by.some((name) => (numeratorOnly[metric] ?? []).includes(name));
  const share = (of: unknown[], hits: unknown[]) => shareOf(of.length, hits.length);

  const computes: Record<string, Compute> = {
    opt_in_rate(days, { all }) {
      const of = decisions.filter((d) => all(d) && days.includes(d.day) && d.day <= asOf);
      return share(
        of,
        of.filter((d) => d.granted),
      );
    },
    opt_in_yield(days, { all }) {
      const of = exposures.filter((e) => all(e) && days.includes(e.day) && e.day <= asOf - 8);
      return share(
        of,
        of.filter((e) => e.outcome === "granted"),
      );
    },
    no_choice_rate(days, { all }) {
      const of = exposures.filter((e) => all(e) && days.includes(e.day) && e.day <= asOf - 8);
      return share(
        of,
        of.filter((e) => e.outcome === "dismissed" || e.outcome === "none"),
      );
    },
    active_consents(days, chosen) {
      const end = endOf(days, asOf);
      if (end === null || !spells.some((s) => chosen.all(s) && s.grantDay <= end)) return nothing();
      const stock = inForce(end, chosen);
      return { n: stock, count: stock, value: stock, low: null, high: null, present: true };
    },
    net_change(days, chosen) {
      const end = endOf(days, asOf);
      if (end === null || !spells.some((s) => chosen.all(s) && s.grantDay <= end)) {
        return { n: 0, value: null, low: null, high: null, present: false };
      }
      const [after, before] = [inForce(end, chosen), inForce((days[0] ?? 0) - 1, chosen)];
      return { n: after + before, value: after - before, low: null, high: null, present: true };
    },
    consent_coverage(days, { all }) {
      const end = endOf(days, asOf);
      const of = end === null ? [] : asked.filter((a) => all(a) && a.day <= end);
      const holds = (a: (typeof of)[number]) =>
        end !== null && a.spells.some((s) => s.grantDay <= end && s.closingDay > end);
      return share(of, of.filter(holds));
    },
    withdrawal_rate(days, { all, closing }) {
      const seen = days.filter((day) => day <= asOf);
      const n = spells
        .filter(all)
        .flatMap((s) => seen.filter((day) => day >= s.grantDay && day <= s.closingDay)).length;
      const count = spells.filter((s) => closing(s) && seen.includes(s.closingDay)).length;
      const { estimate, low, high } = poissonRate(count, n, 1000, CONFIDENCE);
      return { n, count, value: estimate, low, high, present: splitsClosings ? count > 0 : n > 0 };
    },
    consent_retention(days, { all }) {
      const of = spells.filter((s) => all(s) && days.includes(s.grantDay) && s.grantDay <= asOf);
      return retention(
        of.map((s) => ({ grant: s.grantDay, closing: s.closingDay })),
        asOf,
        retentionDay,
      );
    },
    early_withdrawal_rate(days, { all, closing }) {
      const of = spells.filter((s) => days.includes(s.grantDay) && s.grantDay <= asOf - 8);
      const early = of.filter((s) => closing(s) && s.closingDay - s.grantDay <= 7);
      const figure = share(of.filter(all), early);
      return { ...figure, present: splitsClosings ? early.length > 0 : figure.present };
    },
    opt_out_effort(days, { all, closing }) {
      const of = <T extends { timeMs?: number; steps?: number }>(list: T[]) =>
        list.flatMap((item) => (stat === "steps" ? item.steps : item.timeMs) ?? []);
      const out = of(
        spells.filter((s) => closing(s) && days.includes(s.closingDay) && s.closingDay <= asOf),
      );
      const into = of(
        decisions.filter(
          (d) => d.granted && ofDecision(d.dims) && days.includes(d.day) && d.day <= asOf,
        ),
      );
      function ofDecision(dims: Dims): boolean {
        return all({ dims });
      }
      const grouped = (values: number[]) => values.map((value) => ({ value, count: 1 }));
      const { low, high } = ratioOfMedians(grouped(out), grouped(into), CONFIDENCE);
      const [above, below] = [lowerMedian(out), lowerMedian(into)];
      const value = above && below ? above / below : null;
      const present = splitsClosings ? out.length > 0 : out.length + into.length > 0;
      return { n: out.length, count: into.length, value, low, high, present };
    },
    opt_out_completion(days, { all }) {
      const of = spells
        .filter(all)
        .flatMap((s) => s.attempts)
        .filter((a) => days.includes(a.day) && a.day <= asOf - 2);
      return share(
        of,
        of.filter((a) => a.finished),
      );
    },
  };
  return (
    computes[metric] ??
    ((days, { all }) => {
      const of = answers.filter((a) => a.scale === scale && all(a) && days.includes(a.day));
      const lowestTop = scale === 2 || scale === 3 ? scale : (scale ?? 0) - 1;
      const people = [...Map.groupBy(of, (a) => personIn(a, Object.keys(filters))).values()];
      if (stat !== "mean") {
        return clusteredShare(people.map((own) => own.map((a) => (a.score >= lowestTop ? 1 : 0))));
      }
      return clusteredMean(
        people.map((own) => own.map((a) => a.score)),
        scale ?? 0,
      );
    })
  );
}

/** Answers of one person are known as such within one value of what is filtered by: beyond it they count as of another. */
function personIn({ subject, dims }: Answer, filtered: string[]): string {
  return JSON.stringify([subject, ...filtered.map((name) => dims[name])]);
}

const add = (values: number[]): number => values.reduce((a, b) => a + b, 0);

/** People as if each had the same number of answers, and how much the variance of the mean exceeds that of people with one. */
function clusteringOf(people: number[][]): { effective: number; effect: number } {
  const values = people.flat();
  const n = values.length;
  const mean = add(values) / n;
  const effective = n ** 2 / add(people.map((own) => own.length ** 2));
  const independent = add(values.map((y) => (y - mean) ** 2)) / (n * (n - 1));
  const robust =
    (add(people.map((own) => add(own.map((y) => y - mean)) ** 2)) / n ** 2) *
    (effective / (effective - 1));
  const same = values.every((y) => y === values[0]);
  const effect = same || effective < 2 ? n / effective : Math.max(1, robust / independent);
  return { effective, effect };
}

function clusteredShare(people: number[][]): ReferenceFigure & { present: boolean } {
  const [n, count] = [people.flat().length, add(people.flat())];
  const plain = shareOf(n, count);
  if (people.length === n) return plain;
  const effectiveN = n / clusteringOf(people).effect;
  const { low, high } = wilsonOfShares(count / n, (n - count) / n, effectiveN, CONFIDENCE);
  return { ...plain, low, high };
}

function clusteredMean(people: number[][], scale: number): ReferenceFigure & { present: boolean } {
  const scores = people.flat();
  const plain = meanOf(scores, scale);
  if (people.length === scores.length) return plain;
  const { effective, effect } = clusteringOf(people);
  if (effective < 2) return { ...plain, low: null, high: null };
  const n = scores.length;
  const mean = add(scores) / n;
  const variance = (add(scores.map((y) => (y - mean) ** 2)) / (n * (n - 1))) * effect;
  const reach = criticalT(CONFIDENCE, effective - 1) * Math.sqrt(variance);
  const clip = (limit: number) => Math.min(100, Math.max(0, (100 * (limit - 1)) / (scale - 1)));
  return { ...plain, low: clip(mean - reach), high: clip(mean + reach) };
}

function nothing(): ReferenceFigure & { present: boolean } {
  return { n: 0, count: 0, value: null, low: null, high: null, present: false };
}

function shareOf(n: number, count: number): ReferenceFigure & { present: boolean } {
  if (n === 0) return { ...nothing(), count };
  const { low, high } = wilson(count, n, CONFIDENCE);
  return { n, count, value: count / n, low, high, present: true };
}

function meanOf(scores: number[], scale: number): ReferenceFigure & { present: boolean } {
  const n = scores.length;
  if (n === 0) return { n, value: null, low: null, high: null, present: false };
  const points = (score: number) => (100 * (score - 1)) / (scale - 1);
  const limits = meanInterval(
    { n, sum: add(scores), sumOfSquares: add(scores.map((x) => x * x)) },
    CONFIDENCE,
  );
  const clip = (limit: number | null) =>
    limit === null ? null : Math.min(100, Math.max(0, points(limit)));
  const value = add(scores.map(points)) / n;
  return { n, value, low: clip(limits.low), high: clip(limits.high), present: true };
}

/** Kaplan–Meier, factor by factor. */
function retention(spells: { grant: number; closing: number }[], asOf: number, day: number) {
  if (spells.length === 0) return nothing();
  const followed = spells.map(({ grant, closing }) => ({
    length: Math.min(closing, asOf) - grant,
    closed: closing <= asOf,
  }));
  let survival = 1;
  for (let d = 0; d <= day; d += 1) {
    const atRisk = followed.filter(({ length }) => length >= d).length;
    const closed = followed.filter(({ length, closed }) => closed && length === d).length;
    if (atRisk > 0) survival *= 1 - closed / atRisk;
  }
  const beyond = day > Math.max(...followed.map(({ length }) => length)) && survival > 0;
  const observations = followed.map(({ length, closed }) => ({
    day: length,
    events: closed ? 1 : 0,
    censored: closed ? 0 : 1,
  }));
  const { low, high } = survivalAt(survivalCurve(observations), day, CONFIDENCE);
  const count = followed.filter(({ length, closed }) => closed && length <= day).length;
  return { n: spells.length, count, value: beyond ? null : survival, low, high, present: true };
}

function lowerMedian(values: number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1];
}

/** The last day of a bucket that has been seen. */
function endOf(days: number[], asOf: number): number | null {
  return days.findLast((day) => day <= asOf) ?? null;
}

function answersOf({ answers }: Histories, { metric, question }: ReferenceQuestion): Answer[] {
  if (metric === "informed_opt_in_rate") {
    return answers.filter((a) => a.question === "understanding" && a.state === "granted");
  }
  return answers.filter((a) => a.question === (question ?? metric));
}

function commonest(answers: Answer[]): number | null {
  let best: number | null = null;
  for (let scale = 2; scale <= 11; scale += 1) {
    const n = (of: number | null) => answers.filter((a) => a.scale === of).length;
    if (n(scale) > 0 && (best === null || n(scale) >= n(best))) best = scale;
  }
  return best;
}

function allDims({ exposures, decisions, spells, asked, answers }: Histories): Dims[] {
  const plain = [...exposures, ...decisions, ...spells, ...asked, ...answers].map(
    ({ dims }) => dims,
  );
  return [...plain, ...spells.map(({ closingDims }) => closingDims)];
}

function byName(a: string[], b: string[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at === -1 ? 0 : (a[at] ?? "") < (b[at] ?? "") ? -1 : 1;
}

function bucketsOf(days: number[], grain: ReferenceQuestion["grain"]) {
  const startOf = (day: number): string => {
    const date = dateOf(day);
    if (grain === "total") return dateOf(days[0] ?? 0);
    if (grain === "month") return `${date.slice(0, 7)}-01`;
    if (grain === "day") return date;
    let monday = day;
    while (new Date(monday * DAY_MS).getUTCDay() !== 1) monday -= 1;
    return dateOf(monday);
  };
  return [...Map.groupBy(days, startOf)].map(([start, own]) => ({ start, days: own }));
}
