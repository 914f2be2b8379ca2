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

  /** Forgets all but the first so many. */
  cutTo(facts: number): void {
    this.#length = facts * WIDTH;
  }

  #grow(size: number): void {
    const grown = new Int32Array(size);
    grown.set(this.#numbers.subarray(0, this.#length));
    this.#numbers = grown;
  }
}

/** Facts of one series as a question goes through them. */
export type Late = Pick<Part, "rows" | "column">;

/** Facts in memory for reading: what comes is only sorted by series, and of these only the columns asked for are made. */
export class LateFacts {
  readonly #facts = new FlatFacts();
  readonly #rows = new Map<number, number[]>();
  readonly #known = new Map<number, Late>();

  addAll(flat: Int32Array): void {
    const before = this.#facts.facts;
    this.#facts.addAll(flat);
    for (let start = 0; start < flat.length; start += WIDTH) {
      const series = seriesOf(flat[start + at.kind] ?? 0, isOpen(flat[start + at.x] ?? 0));
      const rows = this.#rows.get(series) ?? [];
      rows.push(before + start / WIDTH);
      this.#rows.set(series, rows);
      this.#known.delete(series);
    }
  }

  ofSeries(series: number): Late | undefined {
    const rows = this.#rows.get(series);
    if (rows === undefined) return undefined;
    const known = this.#known.get(series) ?? lateOf(this.#facts.flat(), rows);
    this.#known.set(series, known);
    return known;
  }
}

function lateOf(flat: Int32Array, rows: readonly number[]): Late {
  const columns = new Map<ColumnName, Column>();
  return {
    rows: rows.length,
    column(name) {
      const made =
        columns.get(name) ??
        columnOf(Int32Array.from(rows, (row) => flat[row * WIDTH + at[name]] ?? 0));
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
