/** From the view to what the API is asked: definite dates, a grain that fits them, filters as text. */
import type { Population } from "#shared/contract/population.ts";
import { formatDay, parseDay } from "#shared/days.ts";
import { commonDimensions, type Grain } from "#shared/vocabulary.ts";
import type { View } from "./view.ts";

export interface Question {
  from: string;
  to: string;
  grain: Grain;
  compare: string | undefined;
  filters: { [dimension: string]: string };
  /** What shares are weighted to, where one is chosen. */
  population?: Population | undefined;
}

const MAX_DAILY_DAYS = 31;
const MAX_WEEKLY_DAYS = 550;

export function questionOf(view: View, asOf: string): Question {
  const to = view.to ?? asOf;
  const from = view.from ?? formatDay(dayOf(to) - view.last + 1);
  const ordered = from <= to ? { from, to } : { from: to, to };
  const filters: Question["filters"] = {};
  for (const name of commonDimensions) {
    const values = view.filters[name];
    if (values !== undefined && values.length > 0) filters[name] = values.join(",");
  }
  return {
    ...ordered,
    grain: view.grain === "auto" ? grainFor(ordered.from, ordered.to) : view.grain,
    compare: view.compare === "none" ? undefined : view.compare,
    filters,
  };
}

/** So fine that a line has shape, and so coarse that its buckets hold enough people. */
export function grainFor(from: string, to: string): Grain {
  const days = dayOf(to) - dayOf(from) + 1;
  if (days <= MAX_DAILY_DAYS) return "day";
  return days <= MAX_WEEKLY_DAYS ? "week" : "month";
}

/** The finest grain, from the one asked for on, that makes at most `most` points; months where none does. */
export function drawnGrain(asked: Pick<Question, "from" | "to" | "grain">, most: number): Grain {
  const days = dayOf(asked.to) - dayOf(asked.from) + 1;
  // A range that begins within a week touches one more.
  const points: [Grain, number][] = [
    ["day", days],
    ["week", Math.ceil(days / 7) + 1],
  ];
  const from = points.findIndex(([grain]) => grain === asked.grain);
  if (from < 0) return asked.grain;
  return points.slice(from).find(([, count]) => count <= most)?.[0] ?? "month";
}

function dayOf(date: string): number {
  const day = parseDay(date);
  if (day === null) throw new Error(`not a date: ${date}`);
  return day;
}
