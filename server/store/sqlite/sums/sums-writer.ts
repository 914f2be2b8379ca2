/**
 * Adds facts to the sums. What a transaction brings goes to the tail as it is, which costs next to nothing; once there is
 * enough of it, it is sorted, added up and put into chunks.
 */
import { NONE } from "#shared/vocabulary.ts";
import type { FactKind, FactSink } from "../../../fold/facts.ts";
import type { Connection } from "../open.ts";
import type { Terms } from "../terms.ts";
import { chunkWriter, type Tables } from "./chunks.ts";
import { type Column, columnOf } from "./column.ts";
import {
  at,
  type FactRows,
  FactWriter,
  fromFlat,
  isOpen,
  type Projection,
  pick,
  projected,
  seriesOf,
  sortedBy,
  spanOf,
  stretchOf,
} from "./fact-rows.ts";
import { FlatFacts, tailTable } from "./tail.ts";

/** So many facts make chunks; fewer are read as they are. */
export const FACTS_FOR_CHUNKS = 1 << 16;

/** Where the sums stood: what a savepoint goes back to. */
export interface Mark {
  facts: number;
  flushes: number;
}

export interface SumsWriter extends FactSink {
  takeRows(facts: FactRows): void;
  /** To be called before a savepoint. */
  mark(): Mark;
  /** After the savepoint was rolled back. */
  backTo(mark: Mark): void;
  /** Puts what was added on disk, with the running transaction. */
  write(): void;
  clear(): void;
  /** After the whole transaction was rolled back. */
  reset(): void;
}

/** `projections` are what is kept of each fact. */
export function sumsWriter(
  db: Connection,
  terms: Terms,
  enough: number,
  tables: Tables,
  projections: readonly Projection[],
): SumsWriter {
  const chunks = chunkWriter(db, tables);
  const table = tailTable(db, tables);
  let tail = new FlatFacts();
  let written = 0;
  let flushes = 0;
  const rows = new FactWriter((field, value) => terms.idOf(field, value));
  load();

  function load(): void {
    rows.forget();
    tail = new FlatFacts();
    table.readAfter(0, tail);
    written = tail.facts;
  }

  function write(): void {
    if (tail.facts > written) table.add(tail.flat(written));
    written = tail.facts;
  }

  function flush(): void {
    const all = fromFlat(tail.flat());
    for (const projection of projections) put(all, projection);
    table.clear();
    tail.cutTo(0);
    written = 0;
    flushes += 1;
  }

  /** Whatever lies together in a projection is added to it at once. */
  function put(all: FactRows, projection: Projection): void {
    const { kind, day, x } = at;
    const place = (column: number, of: (value: number) => number): Column =>
      columnOf((all.columns[column] ?? new Int32Array()).map(of));
    const keys = [
      place(kind, (value) => value),
      place(x, (value) => Number(isOpen(value))),
      place(day, (value) => stretchOf(spanOf(value), projection)),
    ];
    const order = sortedBy(keys, all.rows);
    const isSamePlace = (a: number, b: number) =>
      keys.every(({ codes }) => codes === null || codes[a] === codes[b]);
    for (let start = 0; start < order.length; ) {
      const first = order[start] ?? 0;
      let end = start + 1;
      while (end < order.length && isSamePlace(order[end] ?? 0, first)) end += 1;
      const valueIn = (column: number): number => all.columns[column]?.[first] ?? 0;
      const kindName = terms.valueOf(valueIn(kind)) as FactKind;
      const taken = pick(all, order.subarray(start, end));
      const own = projected(taken, kindName, projection, terms.find("experiment", NONE));
      const series = seriesOf(valueIn(kind), isOpen(valueIn(x)));
      const stretch = stretchOf(spanOf(valueIn(day)), projection);
      if (own !== null && own.rows > 0) chunks.add(series, projection.id, stretch, own);
      start = end;
    }
  }

  return {
    take(...fact) {
      const { numbers, start } = tail.next();
      rows.fill(numbers, start, ...fact);
      if (tail.facts >= enough) flush();
    },
    takeRows({ rows, columns }) {
      for (let row = 0; row < rows; row += 1) {
        const { numbers, start } = tail.next();
        for (const [c, column] of columns.entries()) numbers[start + c] = column[row] ?? 0;
        if (tail.facts >= enough) flush();
      }
    },
    mark() {
      write();
      return { facts: tail.facts, flushes };
    },
    backTo(mark) {
      rows.forget();
      if (mark.flushes !== flushes) load();
      else tail.cutTo(mark.facts);
      written = tail.facts;
    },
    write,
    clear() {
      chunks.clear();
      table.clear();
      tail.cutTo(0);
      written = 0;
      flushes += 1;
    },
    reset: load,
  };
}
