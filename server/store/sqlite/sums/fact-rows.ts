/** Facts as columns of numbers: a cell's terms, the day, x, and how often. Equal facts are added up, sorted as they are kept. */
import { cellFields } from "../../../fold/facts.ts";
import { type Column, columnOf } from "./column.ts";

/** The columns of a fact, the kind and what every cell has first: the order in which rows are sorted, but for the day. */
export const columnNames = [...cellFields, "day", "x", "n"] as const;
export type ColumnName = (typeof columnNames)[number];
export const WIDTH = columnNames.length;
export const at = Object.fromEntries(columnNames.map((name, i) => [name, i])) as Record<
  ColumnName,
  number
>;

export interface FactRows {
  rows: number;
  /** In the order of `columnNames`. */
  columns: Int32Array[];
}

/** What rows are sorted by first. Whoever asks about answers asks about one question: its rows lie together. */
export const FIRST_COLUMN: ColumnName = "question";

/** What rows are sorted by, most telling first, so that equal values lie in long runs. */
const order: readonly ColumnName[] = [
  FIRST_COLUMN,
  "day",
  "purpose",
  "notice",
  "outcome",
  "method",
  "generation",
  "channel",
  "experiment",
  "variant",
  "survey",
  "scale",
  "segment",
  "reason",
  "locale",
  "region",
  "x",
];

/** Sorts the rows and adds up those that differ in n only; those that come to nothing are left out. */
export function addUp({ rows, columns }: FactRows): FactRows {
  const keys = order
    .map((name) => columnOf(columns[at[name]] ?? new Int32Array(rows)))
    .filter(({ codes }) => codes !== null);
  const sorted = sortedBy(keys, rows);
  const n = columns[at.n] ?? new Int32Array(rows);
  const kept = new Uint32Array(rows);
  const sums = new Int32Array(rows);
  let count = 0;
  for (let i = 0; i < rows; i += 1) {
    const row = sorted[i] ?? 0;
    const before = sorted[i - 1] ?? 0;
    const isSame = i > 0 && keys.every(({ codes }) => codes?.[row] === codes?.[before]);
    if (!isSame) {
      if (count > 0 && sums[count - 1] === 0) count -= 1;
      kept[count] = row;
      sums[count] = 0;
      count += 1;
    }
    sums[count - 1] = (sums[count - 1] ?? 0) + (n[row] ?? 0);
  }
  if (count > 0 && sums[count - 1] === 0) count -= 1;
  return {
    rows: count,
    columns: columns.map((column, c) => {
      if (c === at.n) return sums.slice(0, count);
      const taken = new Int32Array(count);
      for (let i = 0; i < count; i += 1) taken[i] = column[kept[i] ?? 0] ?? 0;
      return taken;
    }),
  };
}

/** Positions of rows in ascending order: a counting sort by one column after the other, the most telling one last. */
export function sortedBy(keys: readonly Column[], rows: number): Uint32Array {
  let from = Uint32Array.from({ length: rows }, (_, i) => i);
  let to = new Uint32Array(rows);
  for (const { values, codes } of keys.toReversed()) {
    if (codes === null) continue;
    const places = new Uint32Array(values.length + 1);
    for (let i = 0; i < rows; i += 1) {
      const next = (codes[i] ?? 0) + 1;
      places[next] = (places[next] ?? 0) + 1;
    }
    for (let i = 1; i < places.length; i += 1) places[i] = (places[i] ?? 0) + (places[i - 1] ?? 0);
    for (let i = 0; i < rows; i += 1) {
      const row = from[i] ?? 0;
      const code = codes[row] ?? 0;
      const place = places[code] ?? 0;
      to[place] = row;
      places[code] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

export function joined(parts: readonly FactRows[]): FactRows {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const columns = columnNames.map((_, c) => {
    const whole = new Int32Array(rows);
    let start = 0;
    for (const part of parts) {
      whole.set(part.columns[c] ?? [], start);
      start += part.rows;
    }
    return whole;
  });
  return { rows, columns };
}

/** Facts that lie one after the other, each as wide as a row. */
export function fromFlat(flat: Int32Array): FactRows {
  const rows = flat.length / WIDTH;
  const columns = columnNames.map((_, c) => {
    const column = new Int32Array(rows);
    for (let i = 0; i < rows; i += 1) column[i] = flat[i * WIDTH + c] ?? 0;
    return column;
  });
  return { rows, columns };
}

/** The rows at these positions. */
export function pick({ columns }: FactRows, rows: Uint32Array): FactRows {
  return {
    rows: rows.length,
    columns: columns.map((column) => {
      const taken = new Int32Array(rows.length);
      for (let i = 0; i < rows.length; i += 1) taken[i] = column[rows[i] ?? 0] ?? 0;
      return taken;
    }),
  };
}

/** The rows with the same key together, the keys in the order of first sight. */
export function groupedBy<Key>(
  facts: FactRows,
  keyOf: (valueIn: (column: ColumnName) => number) => Key,
): Map<Key, FactRows> {
  const rows = new Map<Key, number[]>();
  for (let row = 0; row < facts.rows; row += 1) {
    const key = keyOf((column) => facts.columns[at[column]]?.[row] ?? 0);
    const own = rows.get(key);
    if (own === undefined) rows.set(key, [row]);
    else own.push(row);
  }
  return new Map([...rows].map(([key, own]) => [key, pick(facts, Uint32Array.from(own))]));
}
