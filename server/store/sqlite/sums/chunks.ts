/** Chunks of facts on disk. They never change, so that what was read of one stays true for good. */
import type { Connection } from "../open.ts";
import { type Column, columnOf, decode, encode, numbersOf } from "./column.ts";
import {
  addUp,
  type ColumnName,
  columnNames,
  type FactRows,
  joined,
  numbersIn,
} from "./fact-rows.ts";

export interface Chunk {
  id: number;
  series: number;
  projection: number;
  span: number;
  rows: number;
  lastEnd: number;
}

/** Whose tables: those of the sums, or of the ledger. */
export type Tables = "fact" | "ledger";

const COLUMNS_A_CHUNK = 32;
/** A chunk joins the next larger one unless that has so many times as many rows. */
const GROWTH = 2;
const nothing: Column = { values: Int32Array.of(0), codes: null };

const fields = "id, series, projection, span, rows, last_end AS lastEnd";

export function chunkReader(db: Connection, tables: Tables = "fact") {
  const column = db
    .prepare<[number], Buffer>(`SELECT data FROM ${tables}_column WHERE id = ?`)
    .pluck();
  const ofSeries = db.prepare<[number], Chunk>(
    `SELECT ${fields} FROM ${tables}_chunk WHERE series = ? ORDER BY id`,
  );
  const places = db.prepare<[number], { series: number; span: number }>(
    `SELECT DISTINCT series, span FROM ${tables}_chunk WHERE projection = ? ORDER BY series, span`,
  );
  const inPlace = db.prepare<[number, number, number], Chunk>(
    `SELECT ${fields} FROM ${tables}_chunk WHERE series = ? AND span = ? AND projection = ?`,
  );
  const columnIn = (chunk: Chunk, index: number): Column => {
    const data = column.get(chunk.id * COLUMNS_A_CHUNK + index);
    return data === undefined ? nothing : decode(data, chunk.rows);
  };
  return {
    column: columnIn,
    ofSeries: (series: number): Chunk[] => ofSeries.all(series),
    places: (projection: number) => places.all(projection),
    inPlace: (series: number, span: number, projection: number): Chunk[] =>
      inPlace.all(series, span, projection),
    /** All of a chunk. */
    rowsOf: (chunk: Chunk): FactRows => ({
      rows: chunk.rows,
      columns: columnNames.map((_, index) => {
        const column = columnIn(chunk, index);
        return column === nothing ? null : numbersOf(column, chunk.rows);
      }),
    }),
  };
}

export function chunkWriter(db: Connection, tables: Tables) {
  const reader = chunkReader(db, tables);
  const insert = db.prepare<[number, number, number, number, number]>(
    `INSERT INTO ${tables}_chunk (series, projection, span, rows, last_end) VALUES (?, ?, ?, ?, ?)`,
  );
  const insertColumn = db.prepare<[number, Buffer]>(
    `INSERT INTO ${tables}_column (id, data) VALUES (?, ?)`,
  );
  const remove = db.prepare<[number]>(`DELETE FROM ${tables}_chunk WHERE id = ?`);
  const removeColumns = db.prepare<[number, number]>(
    `DELETE FROM ${tables}_column WHERE id BETWEEN ? AND ?`,
  );

  /** Facts that came to nothing, too: readers know by a new chunk that there is news. */
  function write(series: number, projection: number, span: number, facts: FactRows): void {
    const added = insert.run(series, projection, span, facts.rows, lastEndOf(facts));
    const first = Number(added.lastInsertRowid) * COLUMNS_A_CHUNK;
    for (const [index, numbers] of facts.columns.entries()) {
      if (numbers === null) continue;
      const column = columnOf(numbers);
      const isNothing = column.codes === null && column.values[0] === 0;
      if (!isNothing) insertColumn.run(first + index, encode(column));
    }
  }

  function drop({ id }: Chunk): void {
    remove.run(id);
    removeColumns.run(id * COLUMNS_A_CHUNK, id * COLUMNS_A_CHUNK + COLUMNS_A_CHUNK - 1);
  }

  return {
    /**
     * Adds facts that are added up, together with those smaller chunks that there are, or that have no more than `few` rows, all
     * sorted in this order.
     */
    add(
      { series, projection, span }: Pick<Chunk, "series" | "projection" | "span">,
      facts: FactRows,
      order: readonly ColumnName[],
      few: number,
    ): void {
      const there = reader.inPlace(series, span, projection).toSorted((a, b) => a.rows - b.rows);
      const taken: Chunk[] = [];
      let rows = facts.rows;
      for (const chunk of there) {
        if (chunk.rows > Math.max(few, GROWTH * rows)) break;
        taken.push(chunk);
        rows += chunk.rows;
      }
      const whole =
        taken.length === 0 ? facts : addUp(joined([facts, ...taken.map(reader.rowsOf)]), order);
      for (const chunk of taken) drop(chunk);
      write(series, projection, span, whole);
    },

    clear: (): void => void db.exec(`DELETE FROM ${tables}_chunk; DELETE FROM ${tables}_column`),
  };
}

function lastEndOf(facts: FactRows): number {
  const [days, xs] = [numbersIn(facts, "day"), numbersIn(facts, "x")];
  let last = 0;
  for (let i = 0; i < facts.rows; i += 1) last = Math.max(last, (days[i] ?? 0) + (xs[i] ?? 0));
  return last;
}
