/** Which chunks of a series a question is answered from, and under which labels their days. */
import { NONE } from "#shared/vocabulary.ts";
import type { CellField } from "../../../fold/facts.ts";
import type { Chunk } from "./chunks.ts";
import type { DayLabels } from "./day-labels.ts";
import type { Part } from "./go-through.ts";
import { mondaysOf, spanOf, WEEK_DAYS, weekOf } from "./places.ts";
import {
  canTell,
  type Projection,
  projections,
  stretchOf,
  type Wanted,
  whole,
} from "./projections.ts";
import type { Reading } from "./reading.ts";

/** A chunk to go through, and how. */
export interface Use extends Pick<Part, "labelOf" | "testsEnds"> {
  chunk: Chunk;
}

/**
 * Weeks that can be had whole come from a projection by weeks, the days around them from one by days; where what ends later
 * has to be told, all come from the whole facts. Each day is read once.
 */
export function planOf(
  chunksOf: (projection: Projection) => readonly Chunk[],
  isOpen: boolean,
  reading: Reading,
  days: DayLabels,
): Use[] {
  const { endedBy, openAfter } = reading;
  const wanted = wantedBy(reading);
  const usable = projections.filter((one) => canTell(one, wanted));
  const weekly = usable.find(({ grain }) => grain === "week");
  const daily = usable.find(({ grain }) => grain === "day") ?? whole;
  const end = isOpen ? undefined : (endedBy ?? openAfter);
  const later = new Set(end === undefined ? [] : spansEndingAfter(chunksOf(whole), end));
  /** Where all have ended by then, none is asked for that has not. */
  const isAsked = (span: number) => isOpen || openAfter === undefined || later.has(span);
  const [first, last] = [spanOf(days.firstDay), spanOf(days.lastDay)];

  const labelOfWeek = (monday: number): number => {
    const span = spanOf(monday);
    return weekly === undefined || later.has(span) || !isAsked(span) ? -1 : days.ofWeek(monday);
  };
  const labelOfDay = (day: number): number => (labelOfWeek(weekOf(day)) >= 0 ? -1 : days.of(day));
  const isInPart = (monday: number): boolean =>
    monday <= days.lastDay && monday + WEEK_DAYS > days.firstDay && labelOfWeek(monday) < 0;
  const byDay = new Map<number, boolean>();
  /** Whether any of its days are read one by one. */
  const isByDay = (span: number): boolean => {
    const isInside = span >= first && span <= last && isAsked(span);
    const known = byDay.get(span) ?? (isInside && mondaysOf(span).some(isInPart));
    byDay.set(span, known);
    return known;
  };
  const isDaily = (span: number): boolean => isByDay(span) && !later.has(span);

  const labelInDaily = (day: number): number => (isDaily(spanOf(day)) ? labelOfDay(day) : -1);

  function uses(
    projection: Projection,
    isUsed: (stretch: number) => boolean,
    how: Omit<Use, "chunk">,
  ): Use[] {
    const used = chunksOf(projection).filter(({ span }) => isUsed(span));
    return used.map((chunk) => ({ chunk, ...how }));
  }
  function usesByWeek(projection: Projection): Use[] {
    const [from, to] = [stretchOf(first, projection), stretchOf(last, projection)];
    const isInside = (stretch: number) => stretch >= from && stretch <= to;
    return uses(projection, isInside, { labelOf: labelOfWeek, testsEnds: false });
  }
  return [
    ...(weekly === undefined ? [] : usesByWeek(weekly)),
    ...uses(daily, (stretch) => isAnyIn(stretch, daily, isDaily), {
      labelOf: labelInDaily,
      testsEnds: false,
    }),
    ...uses(whole, (span) => later.has(span) && isByDay(span), {
      labelOf: labelOfDay,
      testsEnds: true,
    }),
  ];
}

/** Where anything lasts beyond this day. */
function spansEndingAfter(chunks: readonly Chunk[], day: number): number[] {
  return chunks.filter(({ lastEnd }) => lastEnd > day).map(({ span }) => span);
}

function isAnyIn(stretch: number, { spans }: Projection, is: (span: number) => boolean): boolean {
  for (let i = 0; i < spans; i += 1) if (is(stretch * spans + i)) return true;
  return false;
}

/** Whether pairs of answers are kept without the days between as finely as this tells them apart. */
export function isKeptWithoutGaps(reading: Reading): boolean {
  return projections.some((one) => one.gaps === "none" && canTell(one, wantedBy(reading)));
}

function wantedBy(reading: Reading): Wanted {
  const { kind, by, filters, withX, belowX } = reading;
  return {
    kind,
    fields: [...by, ...(Object.keys(filters) as CellField[])],
    xBelow: withX || belowX !== undefined ? (belowX ?? Number.POSITIVE_INFINITY) : null,
    gaps: gapsAsked(reading),
    namesTests: filters.experiment?.every((name) => name !== NONE && name !== "") ?? false,
  };
}

/** Between two Mondays it is enough to know in which weeks both answers lie. */
function gapsAsked({ pairs, from, starts, wholeRange, belowX }: Reading): Wanted["gaps"] {
  if (pairs === "all") return "none";
  if (pairs === undefined || belowX !== undefined) return "days";
  if (pairs !== "within") return areMondays([pairs.from, pairs.below]) ? "weeks" : "days";
  const buckets = starts ?? (wholeRange ? [from] : null);
  return buckets !== null && beginWithWeeks(buckets) ? "weeks" : "days";
}

/** Of a first one that ends with the week it begins in, all is read by day. */
function beginWithWeeks([first = 0, ...others]: readonly number[]): boolean {
  const [second = Number.POSITIVE_INFINITY] = others;
  return areMondays(others) && (areMondays([first]) || second - weekOf(first) <= WEEK_DAYS);
}

function areMondays(days: readonly (number | undefined)[]): boolean {
  return days.every((day) => day === undefined || weekOf(day) === day);
}
