import { describe, expect, test } from "vitest";
import { givesAway, keepable } from "../../../server/ingest/faults.ts";

describe("a text gives a person away", () => {
  test.each([
    ["u-1842-granted", { subject: "u-1842" }, true],
    ["u-184", { subject: "u-1842" }, false],
    ["born-1998", { birthYear: 1998 }, true],
    ["1998", { birthYear: "1998" }, true],
    ["a7", { subject: "7" }, false],
    ["7", { subject: 7 }, true],
    ["x", { subject: "" }, false],
    ["anything", { subject: { name: "anything" } }, false],
    ["anything", {}, false],
  ])("%s of %j: %s", (text, record, expected) => {
    expect(givesAway(text, record)).toBe(expected);
  });
});

describe("of a rejected record is kept", () => {
  const record = { subject: "u-1842", birthYear: 1998 };
  test.each<[field: string, value: unknown, kept: unknown]>([
    ["purpose", "ads", "ads"],
    ["steps", 101, 101],
    ["channel", true, true],
    ["at", "2026-03-01 09:12:33Z", "2026-03-01 09:12:33Z"],
    ["purpose", "written by hand", undefined],
    ["purpose", "x".repeat(65), undefined],
    ["at", "at noon", undefined],
    ["purpose", "for-u-1842", undefined],
    ["durationMs", 1998, undefined],
    ["generation", "1971", undefined],
    ["purpose", ["ads"], undefined],
    ["subject", "u-1842", undefined],
    ["birthYear", 1998, undefined],
  ])("%s: %j as %j", (field, value, kept) => {
    expect(keepable(field, value, record)).toBe(kept);
  });
});
