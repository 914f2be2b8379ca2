/** The values of each dimension, with how many facts carry them. */
import type { DimensionsAnswer } from "#shared/contract/admin.ts";
import { formatDay } from "#shared/days.ts";
import { type Dimension, dimensions, EVENTS_SOURCE } from "#shared/vocabulary.ts";
import type { FactKind } from "../fold/facts.ts";
import { suppress } from "../metrics/suppress.ts";
import { type CountKeyField, countKeyFields, type Snapshot } from "../store/store.ts";

const EVERY_DAY = { from: -1_000_000, to: 1_000_000 };

/** The facts that carry a dimension: exposures and answers, but for what only decisions and closings have. */
function kindsOf(dimension: Dimension): FactKind[] {
  if (dimension === "method") return ["decision", "closed"];
  if (dimension === "reason") return ["closed"];
  return dimension === "survey" ? ["answer"] : ["exposure", "answer"];
}

export function buildDimensions(snapshot: Snapshot, asOf: number | null): DimensionsAnswer {
  const { k } = snapshot.settings();
  const records = snapshot.counts({ filters: {}, having: [], ...EVERY_DAY });
  const answers = dimensions.map((name) => {
    const totals = new Map<string, number>();
    const add = (value: string, n: number): void =>
      void totals.set(value, (totals.get(value) ?? 0) + n);
    for (const kind of kindsOf(name)) {
      const by = name === "source" ? [] : [name];
      for (const { key, n } of snapshot.sums({ kind, by, filters: {}, ...EVERY_DAY })) {
        add(key[0] ?? EVENTS_SOURCE, n);
      }
    }
    for (const { key, numbers, scores } of records) {
      if (!isKey(name) || key[name] === "") continue;
      add(
        key[name],
        (numbers.shown ?? numbers.granted ?? numbers.inForce ?? 0) + sum(scores ?? []),
      );
    }
    return { name, values: valuesOf(totals, k) };
  });
  return { asOf: asOf === null ? null : formatDay(asOf), dimensions: answers };
}

/** Most frequent first; what is small is hidden, and what it could be had from by subtraction. */
function valuesOf(totals: ReadonlyMap<string, number>, k: number) {
  const byName = [...totals].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = byName.map(([value, n]) => ({ key: [value], buckets: [n], total: n }));
  const hidden = suppress({ k, rows, additiveOverTime: false });
  return byName
    .map(([value, n], i) => ({ value, size: n, suppressed: hidden[i]?.buckets[0] ?? false }))
    .toSorted((a, b) => b.size - a.size)
    .map(({ value, size, suppressed }) => ({ value, n: suppressed ? null : size, suppressed }));
}

function isKey(name: string): name is CountKeyField {
  return countKeyFields.some((field) => field === name);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
