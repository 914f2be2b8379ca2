/** Adds up facts as a question asks: out of the projection with the fewest rows that can tell, and out of the tail. */
import type { FactKind } from "../../../fold/facts.ts";
import type { SumQuery, SumRow } from "../../store.ts";
import type { Connection } from "../open.ts";
import type { Terms } from "../terms.ts";
import { addedUp } from "./add-up.ts";
import { type Chunk, chunkReader } from "./chunks.ts";
import { ColumnCache } from "./column-cache.ts";
import { type DayLabels, dayLabels } from "./day-labels.ts";
import { at, type ColumnName, columnNames } from "./fact-rows.ts";
import type { Part } from "./go-through.ts";
import { firstDayOf, seriesOf, spanOf } from "./places.ts";
import { isKeptWithoutGaps, planOf } from "./plan.ts";
import { orderOf, type Projection, whole } from "./projections.ts";
import { lessThose, type Reading, readingsOf } from "./reading.ts";
import { LateFacts, tailTable } from "./tail.ts";

export function sumsReader(db: Connection, terms: Terms) {
  const chunks = chunkReader(db);
  const table = tailTable(db);
  const cache = new ColumnCache();
  const latest = db.prepare<[], number | null>("SELECT max(id) FROM fact_chunk").pluck();
  const bySeries = new Map<number, ReadonlyMap<number, readonly Chunk[]>>();
  let newest: number | null = null;
  let tail = new LateFacts();
  let tailStart: number | null = null;
  let tailEnd = 0;

  /** To be called first in every snapshot. */
  function refresh(): void {
    const now = latest.get() ?? null;
    if (now !== newest) bySeries.clear();
    newest = now;
    const start = table.first();
    if (start !== tailStart) {
      tail = new LateFacts();
      tailStart = start;
      tailEnd = 0;
    }
    tailEnd = table.readAfter(tailEnd, tail);
  }

  function chunksOf(series: number, { id }: Projection): readonly Chunk[] {
    const known =
      bySeries.get(series) ?? Map.groupBy(chunks.ofSeries(series), ({ projection }) => projection);
    bySeries.set(series, known);
    return known.get(id) ?? [];
  }

  /** The days between which all of a kind lies. */
  function daysOf(kind: number): { first: number; last: number } {
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const series of [seriesOf(kind, false), seriesOf(kind, true)]) {
      for (const { span } of chunksOf(series, whole)) {
        first = Math.min(first, firstDayOf(span));
        last = Math.max(last, firstDayOf(span + 1) - 1);
      }
      for (const late of tail.ofSeries(series)) {
        const days = late.column("day").values;
        first = Math.min(first, days[0] ?? first);
        last = Math.max(last, days.at(-1) ?? last);
      }
    }
    return { first, last };
  }

  function partsOf(series: number, isOpen: boolean, reading: Reading, days: DayLabels): Part[] {
    const { kind, endedBy, openAfter } = reading;
    if (endedBy !== undefined && isOpen) return [];
    const order = orderOf(kind);
    const plan = planOf((projection) => chunksOf(series, projection), isOpen, reading, days);
    const parts = plan.map(({ chunk, labelOf, testsEnds }): Part => {
      const column = (name: ColumnName) =>
        cache.get(chunk.id * columnNames.length + at[name], () => chunks.column(chunk, at[name]));
      return { labelOf, testsEnds, rows: chunk.rows, order, column };
    });
    const testsEnds = !isOpen && (endedBy ?? openAfter) !== undefined;
    const late = tail.ofSeries(series).map((one): Part => {
      return { ...one, order: [], labelOf: days.of, testsEnds };
    });
    return [...parts, ...late];
  }

  function read(reading: Reading): SumRow[] {
    const kind = terms.find("kind", reading.kind);
    if (kind === undefined) return [];
    const days = dayLabels(withinDays(reading, () => daysOf(kind)));
    const parts = [false, true].flatMap((isOpen) =>
      partsOf(seriesOf(kind, isOpen), isOpen, reading, days),
    );
    return addedUp(parts, reading, days.labels, terms);
  }

  return {
    refresh,

    sums(query: SumQuery): SumRow[] {
      const { of, less } = readingsOf(query, isKeptWithoutGaps);
      return less.length === 0 ? read(of) : lessThose(read(of), less.flatMap(read));
    },

    /** The latest day of any sum of this kind. */
    latestDay(kind: FactKind): number | null {
      const id = terms.find("kind", kind);
      if (id === undefined) return null;
      const series = seriesOf(id, false);
      const inTail = tail.ofSeries(series).flatMap((late) => [...late.column("day").values]);
      const spans = [...chunksOf(series, whole).map(({ span }) => span), ...inTail.map(spanOf)];
      for (const span of [...new Set(spans)].toSorted((a, b) => b - a)) {
        const from = firstDayOf(span);
        const to = firstDayOf(span + 1) - 1;
        const found = this.sums({ kind, by: [], filters: {}, from, to });
        if (found.length > 0) return Math.max(...found.map(({ day }) => day));
      }
      return null;
    },
  };
}

/** Where each day is told apart, those without facts need no label. */
function withinDays(reading: Reading, daysThere: () => { first: number; last: number }): Reading {
  const { from, to, starts, wholeRange, withEarlier } = reading;
  if (starts !== undefined || wholeRange || withEarlier) return reading;
  const { first, last } = daysThere();
  if (first > last) return reading;
  return { ...reading, from: Math.max(from, first), to: Math.min(to, last) };
}
