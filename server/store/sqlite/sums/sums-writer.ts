/**
 * Adds facts to the sums. What a transaction brings goes to the tail as it is, which costs next to nothing; once there is
 * enough of it, it is sorted, added up and put into chunks.
 */
import { NONE } from "#shared/vocabulary.ts";
import type { FactKind, FactSink } from "../../../fold/facts.ts";
import type { Connection } from "../open.ts";
import type { Terms } from "../terms.ts";
import { chunkWriter, type Tables } from "./chunks.ts";
import { columnOf, numbersOf } from "./column.ts";
import {
  at,
  type FactRows,
  FactWriter,
  fromFlat,
  isOpen,
  kindOf,
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
    const column = (index: number): Int32Array => all.columns[index] ?? new Int32Array(all.rows);
    const [kinds, xs, days] = [column(at.kind), column(at.x), column(at.day)];
    const series = columnOf(kinds.map((kind, row) => seriesOf(kind, isOpen(xs[row] ?? 0))));
    const spans = columnOf(days.map(spanOf));
    const order = sortedBy([series, spans], all.rows);
    const places = { series: numbersOf(series, all.rows), spans: numbersOf(spans, all.rows) };
    for (const projection of projections) put(all, order, places, projection);
    table.clear();
    tail.cutTo(0);
    written = 0;
    flushes += 1;
  }

  /** Adds rows to a projection: whatever lies together there at once. `order` is by series, then span. */
  function put(
    all: FactRows,
    order: Uint32Array,
    { series, spans }: { series: Int32Array; spans: Int32Array },
    projection: Projection,
  ): void {
    const noTest = terms.find("experiment", NONE);
    const stretchOfRow = (row: number): number => stretchOf(spans[row] ?? 0, projection);
    for (let start = 0; start < order.length; ) {
      const first = order[start] ?? 0;
      const [own, stretch] = [series[first] ?? 0, stretchOfRow(first)];
      let end = start + 1;
      for (; end < order.length; end += 1) {
        const row = order[end] ?? 0;
        if (series[row] !== own || stretchOfRow(row) !== stretch) break;
      }
      const kind = terms.valueOf(kindOf(own)) as FactKind;
      if (!projection.lacks.has(kind)) {
        const taken = pick(all, order.subarray(start, end));
        const rows = projected(taken, kind, projection, noTest);
        if (rows !== null && rows.rows > 0) chunks.add(own, projection.id, stretch, rows);
      }
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
