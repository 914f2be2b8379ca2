/** The values of each dimension, with how many facts carry them. */
import type { DimensionsAnswer } from "#shared/contract/admin.ts";
import { formatDay } from "#shared/days.ts";
import { commonDimensions, type Dimension, dimensions, EVENTS_SOURCE } from "#shared/vocabulary.ts";
import type { CellField, FactKind } from "../fold/facts.ts";
import { suppress } from "../metrics/suppress.ts";
import { type CountKeyField, countKeyFields, type Snapshot } from "../store/store.ts";

const EVERY_DAY = { from: -1_000_000, to: 1_000_000 };

const shared = commonDimensions.filter((name) => name !== "source");
/** Asked for by themselves, these are had from few rows; all together would tell nearly every fact from every other. */
const coarse: readonly (Dimension & CellField)[] = ["purpose", "notice", "channel", "generation"];
const fine = shared.filter((name) => !coarse.includes(name));

/** Which facts are counted for which dimensions: exposures and answers, but for what only choices have. */
const countedFacts: readonly { kind: FactKind; fields: readonly (Dimension & CellField)[] }[] = [
  { kind: "exposure", fields: coarse },
  { kind: "exposure", fields: fine },
  { kind: "answer", fields: [...coarse, "survey"] },
  { kind: "answer", fields: fine },
  { kind: "decision", fields: ["method"] },
  { kind: "closed", fields: ["method", "reason"] },
];

export function buildDimensions(snapshot: Snapshot, asOf: number | null): DimensionsAnswer {
  const { k } = snapshot.settings();
  const totals = new Map(dimensions.map((name) => [name, new Map<string, number>()]));
  const add = (name: Dimension, value: string, n: number): void => {
    const values = totals.get(name);
    if (value !== "") values?.set(value, (values.get(value) ?? 0) + n);
  };
  for (const { kind, fields } of countedFacts) {
    // One pass over the facts serves several dimensions.
    const query = { kind, by: fields, filters: {}, wholeRange: true, ...EVERY_DAY };
    for (const { key, n } of snapshot.sums(query)) {
      for (const [i, name] of fields.entries()) add(name, key[i] ?? "", n);
      if (fields.includes("purpose")) add("source", EVENTS_SOURCE, n);
    }
  }
  for (const { key, numbers, scores } of snapshot.counts({
    filters: {},
    having: [],
    ...EVERY_DAY,
  })) {
    const n = (numbers.shown ?? numbers.granted ?? numbers.inForce ?? 0) + sum(scores ?? []);
    for (const name of dimensions) if (isKey(name)) add(name, key[name], n);
  }
  return {
    asOf: asOf === null ? null : formatDay(asOf),
    dimensions: [...totals].map(([name, values]) => ({ name, values: valuesOf(values, k) })),
  };
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
