/** Candor's own answer to the same question, from its store, as a page gets it but without the cache. */

import { buildCurve } from "../server/figures/curve-figure.ts";
import { buildMetricAnswer, type Compare } from "../server/figures/metric-figure.ts";
import type { Snapshot } from "../server/store/store.ts";
import type { CurveAnswer, MetricAnswer } from "../shared/contract/metric.ts";
import { parseDay } from "../shared/days.ts";
import { LAST_DAY } from "./generate.ts";
import { type Counted, keyOf } from "./raw-answer.ts";
import type { Ask, RawDimension } from "./raw-sql.ts";
import { channels, generations, locales, purposes, reasons, regions } from "./world.ts";

const lists: Record<Exclude<RawDimension, "notice">, readonly string[]> = {
  purpose: purposes,
  channel: channels,
  region: regions,
  locale: locales,
  generation: generations,
  reason: reasons,
};

export function nameOf(dimension: RawDimension, value: number): string {
  return dimension === "notice" ? `v${value}` : (lists[dimension][value] ?? "");
}

function numberOf(dimension: RawDimension, name: string): number {
  return dimension === "notice" ? Number(name.slice(1)) : lists[dimension].indexOf(name);
}

function selectionOf({ by, filters }: Ask) {
  return {
    by: by === null ? [] : [by],
    filters: Object.fromEntries(
      Object.entries(filters).map(([name, values]) => [
        name,
        values.map((value) => nameOf(name as RawDimension, value)),
      ]),
    ),
  };
}

export function ownAnswer(
  snapshot: Snapshot,
  ask: Ask,
  compare: Compare | null = null,
): MetricAnswer {
  return buildMetricAnswer(snapshot, {
    ...selectionOf(ask),
    question: questionOf(ask),
    grain: ask.grain,
    compare,
  });
}

export function ownCurve(snapshot: Snapshot, ask: Ask, day: number): CurveAnswer {
  const question = { ...questionOf(ask), metric: "consent_retention", day } as const;
  return buildCurve(snapshot, { ...selectionOf(ask), question });
}

function questionOf({ metric, from, to }: Ask) {
  const scored = ["understanding", "trust", "informed_opt_in_rate"].includes(metric);
  const stat = scored ? "top_two" : metric === "opt_out_effort" ? "time" : null;
  return {
    metric,
    from,
    to,
    asOf: LAST_DAY,
    confidence: 0.95,
    stat,
    day: 30,
    question: null,
    scale: null,
  } as const;
}

/** Throws where a figure that is shown has another n or count than the raw events give; returns how many were compared. */
export function checkEqual(ask: Ask, own: MetricAnswer, raw: Counted): number {
  let compared = 0;
  for (const { group, points } of own.series) {
    const name = ask.by === null ? null : group[ask.by];
    const value = name == null || ask.by === null ? 0 : numberOf(ask.by, name);
    for (const point of points) {
      if (point.suppressed || point.n === 0 || point.n === null) continue;
      const [n, count] = raw.get(keyOf(value, parseDay(point.start) ?? 0)) ?? [0, 0];
      if (point.n !== n || point.count !== count) {
        throw new Error(
          `${ask.metric} by ${ask.by} ${JSON.stringify(ask.filters)}, ${name} from ${point.start}: Candor has ${point.count} of ${point.n}, raw events ${count} of ${n}`,
        );
      }
      compared += 1;
    }
  }
  return compared;
}
