/** People by day and variant, as rows over time; hidden cells stay what they are. */
import type { Arm } from "#shared/contract/experiment-results.ts";
import type { Figure } from "#shared/contract/metric.ts";
import { parseDay } from "#shared/days.ts";
import { styleOf } from "../palette.ts";
import type { TimeRow, TimeShape } from "./time-series.ts";

export function shapeArms(arms: readonly Arm[]): TimeShape {
  const rows = new Map<string, TimeRow>();
  for (const { variant, daily } of arms) {
    for (const { day, people } of daily) {
      const row = rows.get(day) ?? { day: parseDay(day) ?? 0, start: day, figures: {} };
      row.figures[variant] = countOf(people);
      rows.set(day, row);
    }
  }
  const cells = arms.flatMap(({ daily }) => daily);
  const hidden = cells.filter(({ people }) => people === null).length;
  return {
    rows: [...rows.values()].sort((a, b) => a.day - b.day),
    series: arms.map(({ variant, people }, index) => ({
      key: variant,
      label: variant,
      style: styleOf("variant", variant, index),
      total: countOf(people),
    })),
    hidden,
    isEmpty: cells.length === 0,
    isAllHidden: hidden > 0 && hidden === cells.length,
  };
}

function countOf(people: number | null): Figure {
  return people === null
    ? { suppressed: true }
    : { n: people, value: people, low: null, high: null };
}
