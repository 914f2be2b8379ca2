/**
 * Adds facts to the sums. What a transaction brings goes to the tail as it is, which costs next to nothing; once there is
 * enough of it, it is sorted, added up and put into chunks.
 */
import { NONE } from "#shared/vocabulary.ts";
import type { FactKind, FactSink } from "../../../fold/facts.ts";
import type { Connection } from "../open.ts";
import type { Terms } from "../terms.ts";
import { chunkWriter, type Tables } from "./chunks.ts";
import { at, type FactRows, fromFlat, joined, WIDTH } from "./fact-rows.ts";
import { FactWriter } from "./fact-writer.ts";
import { firstPlaceOf, kindOf, spanOf } from "./places.ts";
import { madeOf, orderOf, type Projection, projected, stretchOf } from "./projections.ts";
import { FlatFacts, rowsBySeries, tailTable } from "./tail.ts";

/** So many facts make chunks; fewer are read as they are. */
export const FACTS_FOR_CHUNKS = 1 << 16;
/** Unless they lie scattered, with fewer than this part of them in any span: then up to so many times as many. */
const WORTH_CHUNKS = 1 / 8;
const MOST_SCATTERED = 4;

export interface SumsWriter extends FactSink {
  takeRows(facts: FactRows): void;
  /** Puts what was added on disk, with the running transaction. */
  write(): void;
  /** Makes chunks of scattered facts, too, if there are enough. */
  settle(): void;
  clear(): void;
  /** After the transaction was rolled back. */
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

  /** Scattered facts would make a small chunk of every place, to be put together with the next soon after. Looked at now and then. */
  function isFull(): boolean {
    if (tail.facts % enough !== 0) return false;
    const isMost = tail.facts >= MOST_SCATTERED * enough;
    return isMost || mostInASpan(tail.flat()) >= WORTH_CHUNKS * enough;
  }

  function flush(): void {
    const flat = tail.flat();
    // One series at a time: all of them together take much memory.
    for (const rows of rowsBySeries(flat).values()) put(fromFlat(flat, rows));
    table.clear();
    tail.clear();
    written = 0;
  }

  /** Adds the facts of one series to each projection, the finest first: coarser ones are made of what those added up. */
  function put(facts: FactRows): void {
    const noTest = terms.find("experiment", NONE);
    const { series } = firstPlaceOf(facts);
    const kind = terms.valueOf(kindOf(series)) as FactKind;
    const made = new Map<Projection, FactRows>();
    for (const projection of projections.toReversed()) {
      const source = made.get(madeOf(projection, kind)) ?? facts;
      const parts = projected(source, kind, projection, noTest);
      for (const rows of parts) {
        const span = stretchOf(firstPlaceOf(rows).span, projection);
        const place = { series, projection: projection.id, span };
        chunks.add(place, rows, orderOf(kind), projection.few ?? 0);
      }
      made.set(projection, joined(parts));
    }
  }

  return {
    take(kind, day, dims, details, x, n) {
      const { numbers, start } = tail.next();
      rows.fill(numbers, start, kind, day, dims, details, x, n);
      if (isFull()) flush();
    },
    takeRows({ rows, columns }) {
      for (let row = 0; row < rows; row += 1) {
        const { numbers, start } = tail.next();
        for (const [c, column] of columns.entries()) numbers[start + c] = column?.[row] ?? 0;
        if (isFull()) flush();
      }
    },
    write,
    settle() {
      if (tail.facts >= enough) flush();
    },
    clear() {
      chunks.clear();
      table.clear();
      tail.clear();
      written = 0;
    },
    reset: load,
  };
}

function mostInASpan(flat: Int32Array): number {
  const counts = new Map<number, number>();
  for (let start = at.day; start < flat.length; start += WIDTH) {
    const span = spanOf(flat[start] ?? 0);
    counts.set(span, (counts.get(span) ?? 0) + 1);
  }
  return Math.max(...counts.values());
}
