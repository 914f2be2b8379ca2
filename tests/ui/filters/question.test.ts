// @vitest-environment node
import { expect, test } from "vitest";
import { drawnGrain, grainFor, questionOf } from "../../../client/filters/question.ts";
import { defaultView } from "../../../client/filters/view.ts";

test("the last 90 days end on the as-of day", () => {
  const question = questionOf(defaultView, "2026-03-31");
  expect(question).toMatchObject({ from: "2026-01-01", to: "2026-03-31", grain: "week" });
  expect(question.compare).toBe("previous");
});

test("given dates come before the last days, and comparing can be turned off", () => {
  const view = { ...defaultView, from: "2026-01-05", to: "2026-01-11", compare: "none" } as const;
  expect(questionOf(view, "2026-03-31")).toMatchObject({
    from: "2026-01-05",
    to: "2026-01-11",
    grain: "day",
    compare: undefined,
  });
});

test("a start after the as-of day still asks for an ordered range", () => {
  const question = questionOf({ ...defaultView, from: "2026-05-01" }, "2026-03-31");
  expect(question.from <= question.to).toBe(true);
});

test("filters become lists", () => {
  const view = { ...defaultView, filters: { channel: ["web", "ios"], region: [] } };
  expect(questionOf(view, "2026-03-31").filters).toEqual({ channel: "web,ios" });
});

test("longer ranges take coarser grains", () => {
  expect(grainFor("2026-01-01", "2026-01-31")).toBe("day");
  expect(grainFor("2026-01-01", "2026-12-31")).toBe("week");
  expect(grainFor("2020-01-01", "2026-12-31")).toBe("month");
});

test.each([
  ["day", "2026-01-01", "2026-04-30", 120, "day"],
  ["day", "2026-01-01", "2026-05-01", 120, "week"],
  ["day", "2024-06-27", "2025-12-28", 120, "week"],
  ["week", "2024-06-27", "2025-12-28", 60, "month"],
  ["day", "2020-01-01", "2026-12-31", 120, "month"],
  ["month", "2000-01-01", "2026-12-31", 120, "month"],
] as const)(
  "asked for by %s from %s to %s, at most %i points are drawn by %s",
  (grain, from, to, most, drawn) => {
    expect(drawnGrain({ grain, from, to }, most)).toBe(drawn);
  },
);
