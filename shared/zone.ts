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
 * Instant in ms → day. Nearly every change of clocks is at a quarter of an hour, so that one look-up serves all instants
 * of the same quarter; where it begins and ends on different days, as in St. John's until 2011, each has its own.
 */
export function daysOfZone(zone: string): (at: number) => number {
  if (zone === "UTC") return (at) => Math.floor(at / 86_400_000);
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const lookUp = (at: number): number => {
    const day = parseDay(format.format(at));
    if (day === null) throw new Error(`no calendar day in ${zone} for ${at}`);
    return day;
  };
  /** Quarter → day; null where it begins and ends on different days. */
  const known = new Map<number, number | null>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER_HOUR_MS);
    let day = known.get(quarter);
    if (day === undefined) {
      const first = lookUp(quarter * QUARTER_HOUR_MS);
      day = first === lookUp((quarter + 1) * QUARTER_HOUR_MS - 1) ? first : null;
      if (known.size >= CACHE_SIZE) known.clear();
      known.set(quarter, day);
    }
    return day ?? lookUp(at);
  };
}

/** The first instant in ms of a calendar day, by what `daysOfZone` gives. */
export function startOfDay(day: number, dayOf: (at: number) => number): number {
  // No zone is further from UTC than 15 hours.
  let before = day * 86_400_000 - 16 * 3_600_000;
  let within = day * 86_400_000 + 16 * 3_600_000;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayOf(middle) < day) before = middle;
    else within = middle;
  }
  return within;
}
