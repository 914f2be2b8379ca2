import { describe, expect, test } from "vitest";
import { parseInstant } from "#shared/contract/instant.ts";

describe("an RFC 3339 instant", () => {
  test.each([
    ["in UTC", "2026-03-01T09:12:33Z", "2026-03-01T09:12:33.000Z"],
    ["in lower case", "2026-03-01t09:12:33z", "2026-03-01T09:12:33.000Z"],
    ["east of Greenwich", "2026-03-01T01:00:00+05:45", "2026-02-28T19:15:00.000Z"],
    ["west of Greenwich", "2026-02-28T23:30:00-03:30", "2026-03-01T03:00:00.000Z"],
    ["with an unknown local offset", "2026-03-01T09:12:33-00:00", "2026-03-01T09:12:33.000Z"],
    ["with the widest offset", "2026-03-01T23:59:59+23:59", "2026-03-01T00:00:59.000Z"],
    ["with one digit of a second", "2026-03-01T09:12:33.1Z", "2026-03-01T09:12:33.100Z"],
    ["with milliseconds", "2026-03-01T09:12:33.120Z", "2026-03-01T09:12:33.120Z"],
    [
      "with further digits, which are cut",
      "2026-03-01T09:12:33.9999999Z",
      "2026-03-01T09:12:33.999Z",
    ],
    ["on 29 February of a leap year", "2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
    ["on 29 February 2000", "2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000Z"],
    ["before 1970", "1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500Z"],
    ["in the first century", "0099-01-01T00:00:00Z", "0099-01-01T00:00:00.000Z"],
  ])("%s is read", (_, text, iso) => {
    expect(new Date(parseInstant(text) ?? Number.NaN).toISOString()).toBe(iso);
  });

  test.each([
    ["without an offset", "2026-03-01T09:12:33"],
    ["with a blank for the T", "2026-03-01 09:12:33Z"],
    ["without seconds", "2026-03-01T09:12Z"],
    ["of the date alone", "2026-03-01"],
    ["with second 60", "2016-12-31T23:59:60Z"],
    ["with minute 60", "2026-03-01T09:60:00Z"],
    ["with hour 24", "2026-03-01T24:00:00Z"],
    ["with offset hour 24", "2026-03-01T09:00:00+24:00"],
    ["with offset minute 60", "2026-03-01T09:00:00+01:60"],
    ["with an offset without colon", "2026-03-01T09:00:00+0100"],
    ["with an offset of hours alone", "2026-03-01T09:00:00+01"],
    ["with a point and no digit", "2026-03-01T09:00:00.Z"],
    ["with a comma", "2026-03-01T09:00:00,5Z"],
    ["with one digit for the month", "2026-3-01T09:00:00Z"],
    ["on 29 February of no leap year", "2026-02-29T09:00:00Z"],
    ["on 29 February 2100", "2100-02-29T09:00:00Z"],
    ["on 31 April", "2026-04-31T09:00:00Z"],
    ["on day 0", "2026-04-00T09:00:00Z"],
    ["in month 13", "2026-13-01T09:00:00Z"],
    ["in a year of more digits", "+02026-03-01T09:00:00Z"],
    ["with blanks around", " 2026-03-01T09:00:00Z "],
    ["with a line break", "2026-03-01T09:00:00Z\n"],
    ["as a number", "1772356353"],
    ["with digits of another script", "２026-03-01T09:00:00Z"],
    ["of nothing", ""],
  ])("%s is refused", (_, text) => {
    expect(parseInstant(text)).toBeNull();
  });
});

test("an instant in UTC is what JavaScript reads, digit by digit wrong ones are refused", () => {
  const right = ["2026-12-31T23:59:59.999Z", "1000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"];
  for (const text of right) {
    expect(parseInstant(text)).toBe(Date.parse(text));
    for (let i = 0; i < text.length - 1; i += 1) {
      for (const other of ["x", " ", "/", ":", "\u0660"]) {
        const wrong = text.slice(0, i) + other + text.slice(i + 1);
        expect(parseInstant(wrong)).toBe(wrong === text ? Date.parse(text) : null);
      }
      for (const digit of "0123456789") {
        if (!/\d/.test(text[i] ?? "")) continue;
        const other = text.slice(0, i) + digit + text.slice(i + 1);
        const read = Date.parse(other);
        const iso = Number.isNaN(read) ? "" : new Date(read).toISOString();
        expect(parseInstant(other)).toBe(iso.slice(0, 19) === other.slice(0, 19) ? read : null);
      }
    }
  }
});
