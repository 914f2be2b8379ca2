// What a few events and count records make of a metric, asked for as through the API.
import type { Estimate, MetricAnswer, Series } from "#shared/contract/metric.ts";
import type { Stratum } from "#shared/contract/population.ts";
import type { Query } from "../../server/routes/metric-query.ts";
import { withMetricStore } from "./metric-store.ts";

export interface Given {
  events?: object[];
  counts?: object[];
  /** What shares can be weighted to: its name is "p". */
  strata?: Stratum[];
  now?: string;
  zone?: string;
  k?: number;
}

let events = 0;

/** An event of the purpose `ads` under the notice `n1`; a date alone means noon. Its subject is its own unless stated. */
export function sent(type: string, at: string, stated: object = {}): object {
  events += 1;
  const answered = type === "survey_answered";
  const said = answered ? { survey: "tracker", question: "trust", score: 4 } : {};
  const whole = at.includes("T") ? at : `${at}T12:00:00Z`;
  const id = `e${events}`;
  return { id, type, at: whole, subject: id, purpose: "ads", notice: "n1", ...said, ...stated };
}

/** A spell of one subject, open where `closed` is left out. */
export function spell(granted: string, closed?: string, stated: object = {}, leaving: object = {}) {
  const grant = sent("granted", granted, stated);
  const { subject } = grant as { subject: string };
  return closed === undefined
    ? [grant]
    : [grant, sent("withdrawn", closed, { subject, ...leaving })];
}

/** The same so many times. */
export function times<T>(n: number, make: (i: number) => T | T[]): T[] {
  return Array.from({ length: n }, (_, i) => make(i)).flat() as T[];
}

/** The answers to several questions about the same data. */
export function answersTo(given: Given, questions: readonly [string, Query?][]): MetricAnswer[] {
  const { now, zone, k, events = [], counts = [], strata } = given;
  return withMetricStore(definedOnly({ now, zone, k }), (store) => {
    if (strata !== undefined) store.putPopulation({ name: "p", strata });
    for (const { rejected } of [
      ...(events.length > 0 ? [store.sendEvents(events)] : []),
      ...(counts.length > 0 ? [store.sendCounts(counts)] : []),
    ]) {
      if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
    }
    return questions.map(([metric, query]) => store.ask(metric, query));
  });
}

function definedOnly<T extends object>(options: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  return JSON.parse(JSON.stringify(options));
}

export function answerTo(given: Given, metric: string, query: Query = {}): MetricAnswer {
  const [answer] = answersTo(given, [[metric, query]]);
  if (answer === undefined) throw new Error("no answer");
  return answer;
}

/** The figure of the whole range. */
export function totalOf(given: Given, metric: string, query: Query = {}): Estimate {
  return estimateOf(answerTo(given, metric, query).series[0]?.total);
}

function estimateOf(figure: Series["total"] | undefined): Estimate {
  if (figure === undefined || figure.suppressed) throw new Error("there is no figure to see");
  return figure;
}

/** Group → n, count, value of the whole range; `hidden` where it is suppressed. */
export function groupsOf({ series }: MetricAnswer): Record<string, unknown> {
  const entries = series.map(({ group, total }) => [Object.values(group).join(" "), brief(total)]);
  return Object.fromEntries(entries);
}

/** Start → the same, of the first series. */
export function pointsOf({ series }: MetricAnswer): Record<string, unknown> {
  return Object.fromEntries((series[0]?.points ?? []).map((point) => [point.start, brief(point)]));
}

function brief(figure: Series["total"]): unknown {
  if (figure.suppressed) return "hidden";
  return [figure.n, ...(figure.count === undefined ? [] : [figure.count]), figure.value];
}
