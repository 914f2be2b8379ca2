/** Answers of the API for the tests of what is drawn from them. */
import type { Figure, MetricAnswer, Point } from "#shared/contract/metric.ts";

export function figure(value: number, n = 100, half = 0.05): Figure {
  return { n, count: Math.round(value * n), value, low: value - half, high: value + half };
}

export const hidden: Figure = { suppressed: true };
export const nothing: Figure = { n: 0, count: 0, value: null, low: null, high: null };

export function points(...figures: Figure[]): Point[] {
  return figures.map((one, index) => ({
    ...one,
    start: `2026-01-${String(5 + index * 7).padStart(2, "0")}`,
  }));
}

export function answer(patch: Partial<MetricAnswer>): MetricAnswer {
  return {
    metric: "opt_in_rate",
    unit: "share",
    from: "2026-01-05",
    to: "2026-02-01",
    grain: "week",
    by: ["generation"],
    asOf: "2026-03-31",
    dataVersion: 1,
    k: 10,
    confidence: 0.95,
    sources: ["events"],
    definition: "/glossary/opt_in_rate",
    series: [],
    ...patch,
  };
}
