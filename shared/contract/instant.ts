/** RFC 3339 instants with an offset, as milliseconds since 1970; further digits are cut. */
const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d+))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** Null where `text` is no RFC 3339 instant; second 60 is refused, since no clock here can hold it. */
export function parseInstant(text: string): number | null {
  return parsePlain(text) ?? parseAny(text);
}

const FIRST_YEAR = 1000;

/** `2026-03-01T09:12:33Z` and `2026-03-01T09:12:33.120Z`, which most senders write, without a regular expression. */
function parsePlain(text: string): number | null {
  const hasMs = text.length === 24;
  const isPlain =
    (hasMs ? text[19] === "." : text.length === 20) &&
    text[4] === "-" &&
    text[7] === "-" &&
    text[10] === "T" &&
    text[13] === ":" &&
    text[16] === ":" &&
    text.endsWith("Z");
  if (!isPlain) return null;
  const year = number(text, 0, 4);
  const date = number(text, 8, 10);
  const [hour, minute, second] = [number(text, 11, 13), number(text, 14, 16), number(text, 17, 19)];
  const ms = hasMs ? number(text, 20, 23) : 0;
  if (!(year >= FIRST_YEAR && hour < 24 && minute < 60 && second < 60)) return null;
  const at = Date.UTC(year, number(text, 5, 7) - 1, date, hour, minute, second, ms);
  // 30 February would roll over into March, month 13 into the next year.
  const read = new Date(at);
  return read.getUTCDate() === date && read.getUTCFullYear() === year ? at : null;
}

/** NaN where anything but a digit is among the characters from … to before `end`. */
function number(text: string, from: number, end: number): number {
  let value = 0;
  for (let i = from; i < end; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function parseAny(text: string): number | null {
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
