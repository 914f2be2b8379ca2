/** Adds up facts as a question asks: out of the projection with the fewest rows that can tell, and out of the tail. */
import { NONE } from "#shared/vocabulary.ts";
import type { CellField, FactKind } from "../../../fold/facts.ts";
import type { SumQuery, SumRow } from "../../store.ts";
import type { Connection } from "../open.ts";
import type { Terms } from "../terms.ts";
import { addedUp } from "./add-up.ts";
import { type Chunk, chunkReader } from "./chunks.ts";
import { ColumnCache } from "./column-cache.ts";
import { type DayLabels, dayLabels } from "./day-labels.ts";
import { at, type ColumnName, columnNames } from "./fact-rows.ts";
import type { Part } from "./go-through.ts";
import { firstDayOf, weekOf as mondayOf, seriesOf, spanOf, WEEK_DAYS } from "./places.ts";
import {
  canTell,
  orderOf,
  type Projection,
  projections,
  stretchOf,
  type Wanted,
  whole,
} from "./projections.ts";
import { LateFacts, tailTable } from "./tail.ts";

const WEEKS_A_SPAN = 4;

export function sumsReader(db: Connection, terms: Terms) {
  const chunks = chunkReader(db);
  const table = tailTable(db);
  const cache = new ColumnCache();
  const latest = db.prepare<[], number | null>("SELECT max(id) FROM fact_chunk").pluck();
  const bySeries = new Map<number, Chunk[]>();
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

  function chunksOf(series: number): Chunk[] {
    const known = bySeries.get(series) ?? chunks.ofSeries(series);
    bySeries.set(series, known);
    return known;
  }

  /** The days between which all of a kind lies. */
  function daysOf(kind: number): { first: number; last: number } {
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const series of [seriesOf(kind, false), seriesOf(kind, true)]) {
      for (const { span, projection } of chunksOf(series)) {
        if (projection !== whole.id) continue;
        first = Math.min(first, firstDayOf(span));
        last = Math.max(last, firstDayOf(span + 1) - 1);
      }
      const days = tail.ofSeries(series)?.column("day").values;
      if (days === undefined) continue;
      first = Math.min(first, days[0] ?? first);
      last = Math.max(last, days.at(-1) ?? last);
    }
    return { first, last };
  }

  function partOf(
    chunk: Chunk,
    kind: FactKind,
    labelOf: Part["labelOf"],
    testsEnds: boolean,
  ): Part {
    const column = (name: ColumnName) =>
      cache.get(chunk.id * columnNames.length + at[name], () => chunks.column(chunk, at[name]));
    return { rows: chunk.rows, order: orderOf(kind), column, labelOf, testsEnds };
  }

  /** Weeks that can be had whole come from a projection by weeks, the days around them from one by days. */
  function partsOf(series: number, isOpen: boolean, query: SumQuery, days: DayLabels): Part[] {
    const { kind, endedBy, openAfter } = query;
    if (endedBy !== undefined && isOpen) return [];
    const own = chunksOf(series);
    const end = isOpen ? undefined : (endedBy ?? openAfter);
    const later = new Set(end === undefined ? [] : spansEndingAfter(own, end));
    const usable = projections.filter((one) => canTell(one, wantedBy(query)));
    const weekly = usable.find(({ grain }) => grain === "week");
    const daily = usable.find(({ grain }) => grain === "day") ?? whole;
    /** Where all have ended by then, none is asked for that has not. */
    const isAsked = (span: number) => end === undefined || end !== openAfter || later.has(span);
    const weekOf = (monday: number): number => {
      const span = spanOf(monday);
      return weekly === undefined || later.has(span) || !isAsked(span) ? -1 : days.ofWeek(monday);
    };
    const dayOf = (day: number): number => (weekOf(mondayOf(day)) >= 0 ? -1 : days.of(day));
    /** Spans in which days are read one by one: where what ends later has to be told, out of all facts. */
    const [first, last] = [spanOf(days.firstDay), spanOf(days.lastDay)];
    const byDay = new Map<number, boolean>();
    const isByDay = (span: number): boolean => {
      const known =
        byDay.get(span) ??
        (span >= first &&
          span <= last &&
          isAsked(span) &&
          mondaysOf(span).some((monday) => weekOf(monday) < 0));
      byDay.set(span, known);
      return known;
    };
    const parts: Part[] = [];
    for (const chunk of own) {
      if (chunk.projection === weekly?.id) {
        if (chunk.span >= stretchOf(first, weekly) && chunk.span <= stretchOf(last, weekly))
          parts.push(partOf(chunk, kind, weekOf, false));
      }
      if (chunk.projection === whole.id && isByDay(chunk.span)) {
        const isLater = later.has(chunk.span);
        if (isLater || daily === whole) parts.push(partOf(chunk, kind, dayOf, isLater));
      } else if (chunk.projection === daily.id) {
        const isHere = (span: number) => isByDay(span) && !later.has(span);
        const inSpans = (day: number) => (isHere(spanOf(day)) ? dayOf(day) : -1);
        if (spansOf(chunk, daily).some(isHere)) parts.push(partOf(chunk, kind, inSpans, false));
      }
    }
    const late = tail.ofSeries(series);
    if (late !== undefined) {
      parts.push({ ...late, order: [], labelOf: days.of, testsEnds: end !== undefined });
    }
    return parts;
  }

  return {
    refresh,

    sums(query: SumQuery): SumRow[] {
      const kind = terms.find("kind", query.kind);
      if (kind === undefined) return [];
      const days = dayLabels(withinDays(query, daysOf(kind)));
      const parts = [false, true].flatMap((isOpen) =>
        partsOf(seriesOf(kind, isOpen), isOpen, query, days),
      );
      return addedUp(parts, query, days.labels, terms);
    },

    /** The latest day of any sum of this kind. */
    latestDay(kind: FactKind): number | null {
      const id = terms.find("kind", kind);
      if (id === undefined) return null;
      const series = seriesOf(id, false);
      const inTail = tail.ofSeries(series)?.column("day").values ?? [];
      const own = chunksOf(series).filter(({ projection }) => projection === whole.id);
      const spans = [...own.map(({ span }) => span), ...[...inTail].map(spanOf)];
      for (const span of [...new Set(spans)].toSorted((a, b) => b - a)) {
        const from = firstDayOf(span);
        const to = from + WEEKS_A_SPAN * WEEK_DAYS - 1;
        const found = this.sums({ kind, by: [], filters: {}, from, to });
        if (found.length > 0) return Math.max(...found.map(({ day }) => day));
      }
      return null;
    },
  };
}

/** Where anything lasts beyond this day. */
function spansEndingAfter(chunks: readonly Chunk[], day: number): number[] {
  return chunks
    .filter(({ projection, lastEnd }) => projection === whole.id && lastEnd > day)
    .map(({ span }) => span);
}

function mondaysOf(span: number): number[] {
  return Array.from({ length: WEEKS_A_SPAN }, (_, i) => firstDayOf(span) + i * WEEK_DAYS);
}

/** Where each day is told apart, those without facts need no label. */
function withinDays(query: SumQuery, { first, last }: { first: number; last: number }): SumQuery {
  const { from, to, starts, wholeRange, withEarlier } = query;
  if (starts !== undefined || wholeRange || withEarlier || first > last) return query;
  return { ...query, from: Math.max(from, first), to: Math.min(to, last) };
}

function wantedBy({ kind, by, filters, withX, belowX }: SumQuery): Wanted {
  return {
    kind,
    fields: [...by, ...(Object.keys(filters) as CellField[])],
    xBelow: withX || belowX !== undefined ? (belowX ?? Number.POSITIVE_INFINITY) : null,
    namesTests: filters.experiment?.every((name) => name !== NONE && name !== "") ?? false,
  };
}

function spansOf({ span }: Chunk, { spans }: Projection): number[] {
  return Array.from({ length: spans }, (_, i) => span * spans + i);
}
