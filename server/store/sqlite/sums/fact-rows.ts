/** Facts as columns of numbers: a cell's terms, the day, x, and how often. Equal facts are added up, sorted as they are kept. */
import { cellFields } from "../../../fold/facts.ts";
import { type Codes, columnOf } from "./column.ts";

/** The columns of a fact, the kind and what every cell has first. */
export const columnNames = [...cellFields, "day", "x", "n"] as const;
export type ColumnName = (typeof columnNames)[number];
export const WIDTH = columnNames.length;
export const at = Object.fromEntries(columnNames.map((name, i) => [name, i])) as Record<
  ColumnName,
  number
>;

export interface FactRows {
  rows: number;
  /** In the order of `columnNames`; null where all are 0, as most are of most kinds. */
  columns: readonly (Int32Array | null)[];
}

/** Keys of more values do not sort faster, and those of many more do not fit into 16 bits. */
const MOST_TOGETHER = 1 << 12;

const allButN = columnNames.filter((name) => name !== "n");

/**
 * Sorts the rows and adds up those that differ in n only; those that come to nothing are left out. `first` are numbers of the
 * rows to sort by before all others.
 */
export function addUp(
  { rows, columns }: FactRows,
  order: readonly ColumnName[] = allButN,
  first: Int32Array | null = null,
): FactRows {
  const told = [first, ...order.map((name) => columns[at[name]] ?? null)];
  const keys = keysOf(told, rows);
  const sorted = sortedBy(keys, rows);
  const isOther = othersIn(sorted, keys);
  const n = columns[at.n] ?? new Int32Array(rows);
  const kept = new Uint32Array(rows);
  const sums = new Int32Array(rows);
  let count = 0;
  for (let i = 0; i < rows; i += 1) {
    const row = sorted[i] ?? 0;
    if (isOther[i] === 1) {
      if (count > 0 && sums[count - 1] === 0) count -= 1;
      kept[count] = row;
      sums[count] = 0;
      count += 1;
    }
    sums[count - 1] = (sums[count - 1] ?? 0) + (n[row] ?? 0);
  }
  if (count > 0 && sums[count - 1] === 0) count -= 1;
  const own = pick({ rows, columns }, kept.subarray(0, count));
  return { rows: count, columns: own.columns.with(at.n, sums.slice(0, count)) };
}

/** Of each row 1 where it differs from the one before. */
function othersIn(sorted: Uint32Array, keys: readonly Key[]): Uint8Array {
  const isOther = new Uint8Array(sorted.length);
  isOther[0] = 1;
  for (const { codes } of keys) {
    let before = codes[sorted[0] ?? 0];
    for (let i = 1; i < sorted.length; i += 1) {
      const code = codes[sorted[i] ?? 0];
      if (code !== before) isOther[i] = 1;
      before = code;
    }
  }
  return isOther;
}

/** What rows are sorted by: a number for each, below `limit`. */
interface Key {
  codes: Codes;
  limit: number;
}

/** Columns that come one after the other are one key as long as that has few values: there is less to go through. */
function keysOf(columns: readonly (Int32Array | null)[], rows: number): Key[] {
  const keys: Key[] = [];
  for (const numbers of columns) {
    if (numbers === null) continue;
    const { values, codes } = columnOf(numbers);
    if (codes === null) continue;
    const last = keys.at(-1);
    const limit = (last?.limit ?? 1) * values.length;
    if (last === undefined || limit > MOST_TOGETHER) {
      keys.push({ codes, limit: values.length });
      continue;
    }
    const both = new Uint16Array(rows);
    for (let i = 0; i < rows; i += 1)
      both[i] = (last.codes[i] ?? 0) * values.length + (codes[i] ?? 0);
    keys[keys.length - 1] = { codes: both, limit };
  }
  return keys;
}

/** Positions of rows in ascending order: a counting sort by one key after the other, the most telling one last. */
function sortedBy(keys: readonly Key[], rows: number): Uint32Array {
  let [from, to] = [new Uint32Array(rows), new Uint32Array(rows)];
  for (let i = 0; i < rows; i += 1) from[i] = i;
  for (const { codes, limit } of keys.toReversed()) {
    const places = new Uint32Array(limit + 1);
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
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const columns = columnNames.map((_, c) => {
    if (parts.every((part) => part.columns[c] == null)) return null;
    const whole = new Int32Array(rows);
    let start = 0;
    for (const part of parts) {
      const own = part.columns[c];
      if (own != null) whole.set(own, start);
      start += part.rows;
    }
    return whole;
  });
  return { rows, columns };
}

/** Facts that lie one after the other, each as wide as a row: those at these positions, or all. */
export function fromFlat(flat: Int32Array, positions?: readonly number[]): FactRows {
  const rows = positions?.length ?? flat.length / WIDTH;
  const startOf = (row: number): number => (positions?.[row] ?? row) * WIDTH;
  const any = new Int32Array(WIDTH);
  for (let row = 0; row < rows; row += 1) {
    const start = startOf(row);
    for (let c = 0; c < WIDTH; c += 1) any[c] = (any[c] ?? 0) | (flat[start + c] ?? 0);
  }
  const columns = columnNames.map((_, c) => (any[c] === 0 ? null : new Int32Array(rows)));
  const used = columns.flatMap((column, c) => (column === null ? [] : { column, c }));
  for (let row = 0; row < rows; row += 1) {
    const start = startOf(row);
    for (const { column, c } of used) column[row] = flat[start + c] ?? 0;
  }
  return { rows, columns };
}

/** The rows at these positions. */
export function pick({ columns }: FactRows, rows: Uint32Array): FactRows {
  return {
    rows: rows.length,
    columns: columns.map((column) => {
      if (column === null) return null;
      const taken = new Int32Array(rows.length);
      let any = 0;
      for (let i = 0; i < rows.length; i += 1) {
        const value = column[rows[i] ?? 0] ?? 0;
        taken[i] = value;
        any |= value;
      }
      return any === 0 ? null : taken;
    }),
  };
}

/** The rows with the same numbers together, in ascending order of these: `keys` has those of each row, the most telling first. */
export function splitBy(facts: FactRows, keys: readonly Int32Array[]): FactRows[] {
  const order = sortedBy(keysOf(keys, facts.rows), facts.rows);
  const sorted = pick(facts, order);
  return cutWhere(sorted, (row) =>
    keys.some((key) => key[order[row] ?? 0] !== key[order[row - 1] ?? 0]),
  );
}

/** The rows in parts, of which each begins where another one is said to. */
export function cutWhere(facts: FactRows, isOther: (row: number) => boolean): FactRows[] {
  const parts: FactRows[] = [];
  for (let start = 0; start < facts.rows; ) {
    let end = start + 1;
    while (end < facts.rows && !isOther(end)) end += 1;
    const columns = facts.columns.map((column) => column?.subarray(start, end) ?? null);
    parts.push({ rows: end - start, columns });
    start = end;
  }
  return parts;
}

/** A column's numbers, zeros where it has none. */
export function numbersIn({ rows, columns }: FactRows, name: ColumnName): Int32Array {
  return columns[at[name]] ?? new Int32Array(rows);
}
