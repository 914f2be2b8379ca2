/** RFC 3339 instants with an offset, as milliseconds since 1970; further digits are cut. */
const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d+))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** Null where `text` is no RFC 3339 instant; second 60 is refused, since no clock here can hold it. */
export function parseInstant(text: string): number | null {
  const match = INSTANT.exec(text);
  if (match === null) return null;
  const [, year, month, date, hour, minute, second, fraction, sign, offsetHour, offsetMinute] =
    match;
  const local = new Date(0);
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(date));
  // 30 February would roll over into March.
  if (local.getUTCMonth() + 1 !== Number(month) || local.getUTCDate() !== Number(date)) return null;
  const ms = Number((fraction ?? "").slice(0, 3).padEnd(3, "0"));
  local.setUTCHours(Number(hour), Number(minute), Number(second), ms);
  const offset = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * 60_000;
  return sign === "-" ? local.getTime() + offset : local.getTime() - offset;
}
