/** Which calendar day of a time zone an instant belongs to. */
import { parseDay } from "./days.ts";

const QUARTER_HOUR_MS = 900_000;
const CACHE_SIZE = 200_000;

/** True for names that the runtime's time zone data knows (`UTC`, `Europe/Berlin`). */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * Instant in ms → day. Since 2000 every zone has changed its clocks at a quarter of an hour, so that one look-up serves
 * all instants of the same quarter.
 */
export function daysOfZone(zone: string): (at: number) => number {
  if (zone === "UTC") return (at) => Math.floor(at / 86_400_000);
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER_HOUR_MS);
    const cached = known.get(quarter);
    if (cached !== undefined) return cached;
    const day = parseDay(format.format(quarter * QUARTER_HOUR_MS));
    if (day === null) throw new Error(`no calendar day in ${zone} for ${at}`);
    if (known.size >= CACHE_SIZE) known.clear();
    known.set(quarter, day);
    return day;
  };
}
