import { describe, expect, test } from "vitest";
import { formatDay, parseDay } from "#shared/days.ts";
import { daysOfZone, isTimeZone, startOfDay } from "#shared/zone.ts";

const dateIn = (zone: string, at: string): string => formatDay(daysOfZone(zone)(Date.parse(at)));

describe("the day of an instant", () => {
  test.each([
    ["UTC", "2026-03-01T23:59:59.999Z", "2026-03-01"],
    ["UTC", "2026-03-02T00:00:00.000Z", "2026-03-02"],
    ["UTC", "1969-12-31T23:59:59.999Z", "1969-12-31"],
    ["Europe/Berlin", "2026-01-01T22:59:59.999Z", "2026-01-01"],
    ["Europe/Berlin", "2026-01-01T23:00:00.000Z", "2026-01-02"],
    ["America/New_York", "2026-01-02T04:59:59.999Z", "2026-01-01"],
    ["America/New_York", "2026-01-02T05:00:00.000Z", "2026-01-02"],
    ["Asia/Kolkata", "2026-01-01T18:29:59.999Z", "2026-01-01"],
    ["Asia/Kolkata", "2026-01-01T18:30:00.000Z", "2026-01-02"],
    ["Asia/Kathmandu", "2026-01-01T18:14:59.999Z", "2026-01-01"],
    ["Asia/Kathmandu", "2026-01-01T18:15:00.000Z", "2026-01-02"],
    ["Pacific/Chatham", "2026-01-01T10:14:59.999Z", "2026-01-01"],
    ["Pacific/Chatham", "2026-01-01T10:15:00.000Z", "2026-01-02"],
    ["Pacific/Kiritimati", "2026-01-01T10:00:00.000Z", "2026-01-02"],
    ["Pacific/Pago_Pago", "2026-01-01T10:59:59.999Z", "2025-12-31"],
  ])("in %s, %s is on %s", (zone, at, date) => {
    expect(dateIn(zone, at)).toBe(date);
  });

  test.each([
    ["before Berlin's clocks go forward", "2026-03-28T23:00:00Z", "2026-03-29"],
    ["at the end of its 23 hours", "2026-03-29T21:59:59.999Z", "2026-03-29"],
    ["after them", "2026-03-29T22:00:00Z", "2026-03-30"],
    ["before Berlin's clocks go back", "2026-10-24T22:00:00Z", "2026-10-25"],
    ["at the end of its 25 hours", "2026-10-25T22:59:59.999Z", "2026-10-25"],
    ["after them", "2026-10-25T23:00:00Z", "2026-10-26"],
  ])("%s", (_, at, date) => {
    expect(dateIn("Europe/Berlin", at)).toBe(date);
  });

  test("is the day before where clocks go back over midnight, at a minute past it", () => {
    const dayOf = daysOfZone("America/St_Johns");
    const dates = ["02:29:59", "02:30:30", "02:31:30", "03:29:59", "03:30:00"].map((time) =>
      formatDay(dayOf(Date.parse(`2010-11-07T${time}Z`))),
    );
    expect(dates).toEqual(["2010-11-06", "2010-11-07", "2010-11-06", "2010-11-06", "2010-11-07"]);
  });

  test("skips a day where a zone did", () => {
    expect(dateIn("Pacific/Apia", "2011-12-30T09:59:59.999Z")).toBe("2011-12-29");
    expect(dateIn("Pacific/Apia", "2011-12-30T10:00:00Z")).toBe("2011-12-31");
  });

  test("is the same when asked again, whatever was asked in between", () => {
    const dayOf = daysOfZone("Europe/Berlin");
    const at = Date.parse("2026-03-29T21:59:59.999Z");
    const first = dayOf(at);
    for (let hour = 0; hour < 1000; hour += 1) dayOf(at + hour * 3_600_000);
    expect(dayOf(at)).toBe(first);
  });
});

describe("a time zone", () => {
  test.each(["UTC", "Europe/Berlin", "America/Argentina/Ushuaia"])("%s is one", (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });

  test.each(["", "Berlin", "Mars/Olympus", "Europe/Berlin "])("%j is none", (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });
});

test.each([
  ["UTC", "2026-03-29", "2026-03-29T00:00:00.000Z"],
  ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z"],
  ["Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00.000Z"],
  ["Asia/Kathmandu", "2026-01-01", "2025-12-31T18:15:00.000Z"],
  ["Pacific/Kiritimati", "2026-01-01", "2025-12-31T10:00:00.000Z"],
  // Clocks went forward over midnight: the day began at one.
  ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00.000Z"],
  // There was no such day: the next one began then.
  ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00.000Z"],
])("in %s, %s begins at %s", (zone, date, instant) => {
  const start = startOfDay(parseDay(date) ?? Number.NaN, daysOfZone(zone));
  expect(new Date(start).toISOString()).toBe(instant);
});
