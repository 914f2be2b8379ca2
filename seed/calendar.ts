/** Calendar days in UTC as whole days since 1970-01-01, beyond what `#shared/days.ts` has. */
import { formatDay, parseDay } from "#shared/days.ts";

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

export function readDay(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`not a calendar day: ${text}`);
  return day;
}

export function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS);
}

/** 0 is Monday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Releases go out on Tuesdays: the first one `weeks` weeks before `until`, or after that. */
export function releaseDay(until: number, weeks: number): number {
  const earliest = until - 7 * weeks;
  return earliest + ((8 - weekdayOf(earliest)) % 7);
}

/** RFC 3339 with milliseconds; several times as fast as `toISOString`, and there are many. */
export function formatInstant(ms: number): string {
  const day = dayOf(ms);
  const rest = ms - day * DAY_MS;
  const seconds = Math.floor(rest / 1000);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  const thousandths = String(rest % 1000).padStart(3, "0");
  return `${dayText(day)}T${clock}:${two(seconds % 60)}.${thousandths}Z`;
}

const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, "0"));
const dayTexts = new Map<number, string>();

function two(value: number): string {
  return twoDigits[value] ?? String(value);
}

function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = formatDay(day);
    dayTexts.set(day, text);
  }
  return text;
}
