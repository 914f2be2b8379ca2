// @vitest-environment node
import { expect, test } from "vitest";
import { coarserNote } from "../../../client/charts/metric-notes.ts";
import { curveNotes, partialNote } from "../../../client/charts/notes.ts";
import { answer, figure, points } from "./answers.ts";

const series = [{ group: {}, points: points(figure(0.5), figure(0.5)), total: figure(0.5) }];

test.each([
  { from: "2026-01-05", to: "2026-01-18", says: undefined },
  { from: "2026-01-07", to: "2026-01-18", says: /^the first point/ },
  { from: "2026-01-05", to: "2026-01-14", says: /^the last point/ },
  { from: "2026-01-06", to: "2026-01-14", says: /^the first and last/ },
])("weeks from $from to $to: what is cut short is said", ({ from, to, says }) => {
  const [note] = partialNote(answer({ from, to, series }));
  if (says === undefined) expect(note).toBeUndefined();
  else expect(note).toMatch(says);
});

test("a month ends with its last day, and days are never cut", () => {
  const month = {
    group: {},
    points: [{ ...figure(0.5), start: "2026-02-01" }],
    total: figure(0.5),
  };
  const of = (to: string) =>
    partialNote(
      answer({
        from: "2026-02-01",
        to,
        grain: "month",
        series: [month],
      }),
    );
  expect(of("2026-02-28")).toEqual([]);
  expect(of("2026-02-27")).toHaveLength(1);
  expect(partialNote(answer({ grain: "day", from: "2026-01-07", series }))).toEqual([]);
});

test("a curve says nothing of consents that it may not count", () => {
  const notes = curveNotes({
    metric: "consent_retention",
    unit: "share",
    from: "2026-01-01",
    to: "2026-03-31",
    by: ["generation"],
    asOf: "2026-03-31",
    dataVersion: 1,
    k: 10,
    confidence: 0.95,
    definition: "/glossary/consent_retention",
    series: [{ group: { generation: "gen_z" }, n: null, suppressed: true, points: [] }],
  });
  expect(notes.join()).not.toMatch(/consents/);
});

test("fewer points than asked for are owned up to, and said where they are", () => {
  expect(coarserNote({ grain: "day" }, "day")).toEqual([]);
  expect(coarserNote({ grain: "week" }, "week")).toEqual([]);
  expect(coarserNote({ grain: "week" }, "day")[0]).toMatch(/drawn by week.*table and CSV/);
  expect(coarserNote({ grain: "month" }, "week")[0]).toMatch(/drawn by month.*table and CSV/);
});
