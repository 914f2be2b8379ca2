/** Days are calendar days of the reporting zone, so they are formatted as they stand, in UTC. */
import { formatDay, parseDay } from "#shared/days.ts";
import type { Grain } from "#shared/vocabulary.ts";
import { locale } from "./locale.ts";

const DAY_MS = 86_400_000;

const full = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const short = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
const month = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
const instant = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  hour: "numeric",
  minute: "2-digit",
  second: "2-digit",
});
const utcInstant = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
  timeZone: "UTC",
});
const clock = new Intl.DateTimeFormat(locale, { timeStyle: "medium" });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

export function formatDate(day: string): string {
  const number = parseDay(day);
  return number === null ? day : full.format(number * DAY_MS);
}

export function formatRange(from: string, to: string): string {
  const first = parseDay(from);
  const last = parseDay(to);
  if (first === null || last === null || first > last) return `${from} – ${to}`;
  return full.formatRange(first * DAY_MS, last * DAY_MS);
}

/** For axes: as short as the grain allows. */
export function formatTick(day: number, grain: Grain): string {
  return (grain === "month" ? month : short).format(day * DAY_MS);
}

/** "12–18 Nov 2026" for a week, the month for a month. */
export function formatBucket(start: string, grain: Grain): string {
  const day = parseDay(start);
  if (day === null) return start;
  if (grain === "month") return month.format(day * DAY_MS);
  return grain === "week" ? formatRange(start, formatDay(day + 6)) : full.format(day * DAY_MS);
}

export function formatInstant(at: string): string {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? at : instant.format(ms);
}

/** Day and time as they are written in UTC, wherever the reader is. */
export function formatUtcInstant(at: string): string {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? at : utcInstant.format(ms);
}

export function formatClock(at: string): string {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? at : clock.format(ms);
}

/** "12 days ago", "yesterday", "today". */
export function formatDaysAgo(day: string, today: string): string {
  return relative.format(-daysBetween(day, today), "day");
}

export function daysBetween(from: string, to: string): number {
  return (parseDay(to) ?? 0) - (parseDay(from) ?? 0);
}
