/** What a weighted share leaves out: facts of an unknown generation or region, and of strata that the population lacks. */
import type { LeftOut } from "#shared/contract/metric.ts";
import { UNKNOWN } from "#shared/vocabulary.ts";
import { groupValues, type Tally } from "./family.ts";
import { emptyTally, mergeRows } from "./flows.ts";
import type { ByStratum } from "./strata.ts";
import { suppress } from "./suppress.ts";

/** By place of group and bucket, the last of which is the whole range. Either number is hidden by the rules of small cells. */
export function leftOutOf(
  groups: ByStratum,
  strata: readonly string[],
  k: number,
  additiveOverTime: boolean,
): (group: number, bucket: number) => LeftOut {
  const known = new Set(strata);
  const isUnknown = (stratum: string) => groupValues(stratum).includes(UNKNOWN);
  const numbers = (belongs: (stratum: string) => boolean) =>
    shownNumbers(
      [...groups].map(([key, rows]) => ({
        key,
        row: sumOf([...rows].filter(([stratum]) => belongs(stratum)).map(([, row]) => row)),
      })),
      k,
      additiveOverTime,
    );
  const unknown = numbers(isUnknown);
  const outside = numbers((stratum) => !known.has(stratum) && !isUnknown(stratum));
  return (group, bucket) => ({
    unknown: unknown(group, bucket),
    outside: outside(group, bucket),
  });
}

function sumOf(rows: readonly Tally[][]): readonly Tally[] {
  return rows.reduce((sum, row) => (sum.length === 0 ? row : mergeRows(sum, row)), []);
}

function shownNumbers(
  rows: readonly { key: string; row: readonly Tally[] }[],
  k: number,
  additiveOverTime: boolean,
): (group: number, bucket: number) => number | null {
  const width = Math.max(0, ...rows.map(({ row }) => row.length));
  const whole = rows.map(({ key, row }) => ({
    key: groupValues(key),
    cells: Array.from({ length: width }, (_, at) => row[at] ?? emptyTally(2)),
  }));
  const hidden = suppress({
    k,
    rows: whole.map(({ key, cells }) => ({
      key,
      buckets: cells.slice(0, -1).map(({ size }) => size),
      total: cells.at(-1)?.size ?? 0,
    })),
    additiveOverTime,
  });
  return (group, bucket) => {
    const isTotal = bucket === width - 1;
    const isHidden = isTotal ? hidden[group]?.total : hidden[group]?.buckets[bucket];
    return isHidden ? null : (whole[group]?.cells[bucket]?.sums[0] ?? 0);
  };
}
