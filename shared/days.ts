/**
 * Calendar days of the reporting zone, as whole numbers of days since 1970-01-01. A day here is a date,
 * not a stretch of 24 hours: which instants belong to it is decided once, where events come in.
 */
import type { Grain } from "./vocabulary.ts";

const DAY_MS = 86_400_000;

/** "2026-03-01" → 20513; null for anything that is not a date of the calendar. */
export function parseDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms)) return null;
  const day = ms / DAY_MS;
  return formatDay(day) === text ? day : null;
}

export function formatDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The first day of the calendar's bucket that holds `day`: Monday, the 1st, or the day itself. */
export function bucketStart(day: number, grain: Exclude<Grain, "total">): number {
  if (grain === "day") return day;
  if (grain === "week") return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / DAY_MS;
}

/** `start` names the bucket; it holds the days `first` … `last`, which lie within the range asked for. */
export interface Bucket {
  start: number;
  first: number;
  last: number;
}

export function bucketsOf(from: number, to: number, grain: Grain): Bucket[] {
  if (grain === "total") return [{ start: from, first: from, last: to }];
  const buckets: Bucket[] = [];
  let first = from;
  while (first <= to) {
    const start = bucketStart(first, grain);
    const last = Math.min(to, nextBucketStart(start, grain) - 1);
    buckets.push({ start, first, last });
    first = last + 1;
  }
  return buckets;
}

function nextBucketStart(start: number, grain: Exclude<Grain, "total">): number {
  if (grain === "day") return start + 1;
  if (grain === "week") return start + 7;
  const date = new Date(start * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY_MS;
}

/** The same date a year earlier; 29 February becomes the 28th. */
export function yearBefore(day: number): number {
  return monthsBefore(day, 12);
}

/** The same date so many months earlier; the last of that month where it is shorter. */
export function monthsBefore(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / DAY_MS;
}
