// @vitest-environment node
import { describe, expect, test } from "vitest";
import { differenceText, rangeText } from "../../../client/charts/difference-text.ts";
import { shapeArms } from "../../../client/charts/shape/arms.ts";
import {
  cohortEffect,
  cohortMissing,
  comparisonsOf,
  experimentEffect,
  hasNothing,
  markOf,
  orderedCohorts,
  peopleOf,
} from "../../../client/charts/shape/experiment-effects.ts";
import { shapeSequence } from "../../../client/charts/shape/sequence.ts";
import { arm, cohort, compared, comparison, results, watched } from "./experiment-answers.ts";

describe("where an outcome of an experiment stands", () => {
  test.each([
    ["rose", compared()],
    ["fell", watched({ moved: "fell" })],
    ["notWorse", watched()],
    ["notWorse", watched({ noDifference: true })],
    ["unclear", watched({ notWorse: false })],
    ["noDifference", compared({ moved: "unclear", noDifference: true })],
    ["missing", watched({ difference: null })],
  ] as const)("is told in a word: %s", (mark, one) => {
    expect(markOf(one)).toBe(mark);
  });

  test("a fall of what is better low is good", () => {
    const one = watched({ outcome: "early_withdrawal", better: "down", moved: "fell" });
    expect(experimentEffect(one).tone).toBe("good");
  });
});

describe("cohorts", () => {
  test("are never drawn as proven", () => {
    expect(cohortEffect(cohort({ difference: 0.3, low: 0.2, high: 0.4 }), 0.03).tone).toBe(
      "neutral",
    );
  });

  test("stand oldest first, and what is not known last", () => {
    const rows = ["unknown", "millennial", "boomer"].map((value) => cohort({ value }));
    expect(orderedCohorts(rows).map(({ value }) => value)).toEqual([
      "boomer",
      "millennial",
      "unknown",
    ]);
  });

  test("say whether they are hidden or too few", () => {
    expect(cohortMissing(cohort())).toBeNull();
    expect(cohortMissing(cohort({ difference: null }))).toBe("few");
    const hidden = cohort({ difference: null, control: { suppressed: true } });
    expect(cohortMissing(hidden)).toBe("hidden");
  });
});

test("the variant that the recommendation is about comes first", () => {
  const answer = results({
    variant: "c",
    comparisons: ["b", "c", "d"].map((variant) => comparison({ variant })),
  });
  expect(comparisonsOf(answer).map(({ variant }) => variant)).toEqual(["c", "b", "d"]);
});

test("people are added up only where none are hidden", () => {
  expect(peopleOf(results())).toBe(3711);
  expect(peopleOf({ arms: [arm(), arm({ people: null })] })).toBeNull();
});

test("shares differ by points, ratios by a factor", () => {
  expect(differenceText(compared())).toBe("+7.1");
  const ratio = { unit: "log_ratio", difference: Math.log(1.12), low: 0, high: 0.2 } as const;
  expect(differenceText(ratio)).toBe("× 1.12");
  expect(rangeText(ratio)).toBe("× 1.00 to × 1.22");
});

test("hidden days of a variant stay hidden among its people", () => {
  const shape = shapeArms([arm(), arm({ variant: "b", people: null })]);
  expect(shape.rows.map(({ start }) => start)).toEqual(["2026-04-21", "2026-04-22"]);
  expect(shape.rows[1]?.figures["purpose-first"]).toEqual({ suppressed: true });
  expect(shape.series[1]?.total).toEqual({ suppressed: true });
  expect(shape.hidden).toBe(2);
  expect(shapeArms([arm({ daily: [] })]).isEmpty).toBe(true);
});

describe("a sequence", () => {
  test("keeps every day, and is not stretched by the first", () => {
    const { rows, scale } = shapeSequence(comparison().sequence, 0.03);
    expect(rows.map(({ band }) => band[1])).toEqual([1, 0.17, 0.13]);
    expect(scale.high).toBeLessThan(0.5);
    expect(scale.ticks).toContain(0);
  });

  test("has a scale without any day", () => {
    expect(shapeSequence([], 0.03).scale.low).toBeLessThanOrEqual(-0.03);
  });
});

test("nothing is there only where nobody was asked, decided or answered", () => {
  const none = { n: 0, value: null, low: null, high: null };
  const outcomes = [compared({ control: none, variant: none })];
  const empty = results({
    arms: [arm({ people: 0 }), arm({ people: 0 })],
    comparisons: [comparison({ outcomes })],
  });
  expect(hasNothing(empty)).toBe(true);
  const some = [
    compared({ control: none }),
    compared({ control: none, variant: { suppressed: true } }),
  ];
  for (const one of some) {
    expect(hasNothing({ ...empty, comparisons: [comparison({ outcomes: [one] })] })).toBe(false);
  }
  expect(hasNothing({ ...empty, arms: [arm({ people: null })] })).toBe(false);
  expect(hasNothing({ ...empty, unplanned: [{ variant: "ghost", people: null }] })).toBe(false);
});
