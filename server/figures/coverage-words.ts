/** How often a metric's intervals hold the truth, in words, from what `npm run coverage` measured. */
import measured from "#shared/coverage.json" with { type: "json" };
import type { IntervalName } from "#shared/metric-list.ts";

interface Coverage {
  /** Of the draws, over the simulated worlds in which the truth was held by at least 93 %. */
  leastPercent: number;
  mostPercent: number;
  /** The worlds below that, and of what sizes, empty where no range says it; null where there are none. */
  short: { for: string; sizes: string; leastPercent: number; mostPercent: number } | null;
}

const coverages: Record<IntervalName, Coverage> = measured.intervals;

export function coverageWords(intervals: readonly IntervalName[]): string {
  if (intervals.length === 0) return "A full count has no interval.";
  const all = intervals.map((name) => coverages[name]);
  const least = Math.min(...all.map((one) => one.leastPercent));
  const most = Math.max(...all.map((one) => one.mostPercent));
  const short = all.flatMap((one) => one.short ?? []);
  const usual = `In simulation the 95 % interval holds the truth in ${span(least, most)} of the draws`;
  const less = short.map(({ sizes, ...one }) => {
    const size = sizes === "" ? "" : `${sizes}: `;
    return `${one.for} (${size}${span(one.leastPercent, one.mostPercent)})`;
  });
  const sentence =
    less.length === 0
      ? `${usual}, nowhere in fewer.`
      : `${usual}, but in fewer for ${less.join("; ")}.`;
  return `${sentence} All that was drawn, and why: docs/coverage.md.`;
}

function span(least: number, most: number): string {
  const [from, to] = [least, most].map((percent) => percent.toFixed(1));
  return from === to ? `${from} %` : `${from} to ${to} %`;
}
