/** The facts that came in last, one after the other, until they are put into chunks. */
import type { Connection } from "../open.ts";
import type { Tables } from "./chunks.ts";
import { type Column, columnOf } from "./column.ts";
import { at, type ColumnName, WIDTH } from "./fact-rows.ts";
import type { Part } from "./go-through.ts";
import { isOpen, seriesOf } from "./places.ts";

const FIRST_FACTS = 1024;

/** Facts in memory, each as wide as a row. */
export class FlatFacts {
  #numbers = new Int32Array(FIRST_FACTS * WIDTH);
  #length = 0;

  get facts(): number {
    return this.#length / WIDTH;
  }

  /** All of them, or those from the `since`th on; to be read before the next is added. */
  flat(since = 0): Int32Array {
    return this.#numbers.subarray(since * WIDTH, this.#length);
  }

  /** Where the next fact goes: the caller fills in all of its columns. */
  next(): { numbers: Int32Array; start: number } {
    if (this.#length + WIDTH > this.#numbers.length) this.#grow(2 * this.#numbers.length);
    const start = this.#length;
    this.#length += WIDTH;
    return { numbers: this.#numbers, start };
  }

  addAll(flat: Int32Array): void {
    let size = this.#numbers.length;
    while (this.#length + flat.length > size) size *= 2;
    if (size > this.#numbers.length) this.#grow(size);
    this.#numbers.set(flat, this.#length);
    this.#length += flat.length;
  }

  clear(): void {
    this.#length = 0;
  }

  #grow(size: number): void {
    const grown = new Int32Array(size);
    grown.set(this.#numbers.subarray(0, this.#length));
    this.#numbers = grown;
  }
}

/** Facts of one series as a question goes through them. */
export type Late = Pick<Part, "rows" | "column">;

/** A part joins those before that are at most so many times as large. */
const MERGED_BELOW = 4;

/**
 * Facts in memory for reading, by series. What comes is a part of its own, of which only the columns asked for are made; parts of
 * like size are put together, so that a read after a write makes the columns of what was written, not those of all.
 */
export class LateFacts {
  readonly #facts = new FlatFacts();
  readonly #parts = new Map<number, { rows: readonly number[]; late: Late }[]>();

  addAll(flat: Int32Array): void {
    const before = this.#facts.facts;
    this.#facts.addAll(flat);
    for (const [series, rows] of rowsBySeries(flat, before)) {
      const parts = this.#parts.get(series) ?? [];
      let merged = rows;
      for (let last = parts.at(-1); last !== undefined; last = parts.at(-1)) {
        if (last.rows.length > MERGED_BELOW * merged.length) break;
        merged = [...last.rows, ...merged];
        parts.pop();
      }
      parts.push({ rows: merged, late: lateOf(this.#facts, merged) });
      this.#parts.set(series, parts);
    }
  }

  ofSeries(series: number): Late[] {
    return (this.#parts.get(series) ?? []).map(({ late }) => late);
  }
}

/** The positions of the facts of each series, counted from `before`. */
export function rowsBySeries(flat: Int32Array, before = 0): Map<number, number[]> {
  const all = new Map<number, number[]>();
  for (let start = 0; start < flat.length; start += WIDTH) {
    const series = seriesOf(flat[start + at.kind] ?? 0, isOpen(flat[start + at.x] ?? 0));
    const rows = all.get(series) ?? [];
    rows.push(before + start / WIDTH);
    all.set(series, rows);
  }
  return all;
}

function lateOf(facts: FlatFacts, rows: readonly number[]): Late {
  const columns = new Map<ColumnName, Column>();
  return {
    rows: rows.length,
    column(name) {
      const known = columns.get(name);
      if (known !== undefined) return known;
      const [flat, column] = [facts.flat(), at[name]];
      const numbers = new Int32Array(rows.length);
      for (let i = 0; i < rows.length; i += 1) {
        numbers[i] = flat[(rows[i] ?? 0) * WIDTH + column] ?? 0;
      }
      const made = columnOf(numbers);
      columns.set(name, made);
      return made;
    },
  };
}

export function tailTable(db: Connection, tables: Tables = "fact") {
  const after = db.prepare<[number], { id: number; facts: Buffer }>(
    `SELECT id, facts FROM ${tables}_tail WHERE id > ? ORDER BY id`,
  );
  const first = db.prepare<[], number | null>(`SELECT min(id) FROM ${tables}_tail`).pluck();
  const insert = db.prepare<[Buffer]>(`INSERT INTO ${tables}_tail (facts) VALUES (?)`);
  return {
    /** The id of the first part that there is; null where there is none. */
    first: (): number | null => first.get() ?? null,
    /** Adds to `facts` what came after this id, and gives the last one's. */
    readAfter(id: number, facts: Pick<FlatFacts, "addAll">): number {
      let last = id;
      for (const row of after.iterate(id)) {
        facts.addAll(new Int32Array(new Uint8Array(row.facts).buffer));
        last = row.id;
      }
      return last;
    },
    add(flat: Int32Array): void {
      insert.run(Buffer.from(flat.buffer, flat.byteOffset, flat.byteLength));
    },
    clear: (): void => void db.exec(`DELETE FROM ${tables}_tail`),
  };
}
