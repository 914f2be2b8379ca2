/** RFC 3339 instants with an offset, as milliseconds since 1970; further digits are cut. */
const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d+))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** Null where `text` is no RFC 3339 instant; second 60 is refused, since no clock here can hold it. */
export function parseInstant(text: string): number | null {
  const match = INSTANT.exec(text);
  if (match === null) return null;
  const [, year, month, date, hour, minute, second, fraction, sign, offsetHour, offsetMinute] =
    match;
  const ms = Number((fraction ?? "").slice(0, 3).padEnd(3, "0"));
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(date),
    Number(hour),
    Number(minute),
    Number(second),
    ms,
  );
  // Date.UTC rolls 30 February over into March, and takes years below 100 for 19xx.
  const check = new Date(local);
  if (check.getUTCMonth() + 1 !== Number(month) || check.getUTCDate() !== Number(date)) return null;
  if (check.getUTCFullYear() !== Number(year)) return null;
  const offset = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * 60_000;
  return sign === "-" ? local + offset : local - offset;
}
