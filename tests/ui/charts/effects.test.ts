// @vitest-environment node
import { describe, expect, test } from "vitest";
import {
  type Effect,
  effectOf,
  effectScale,
  learnedEffect,
  movedCode,
  toneOf,
} from "../../../client/charts/shape/effects.ts";
import { limitsText, pointsText, probabilityText } from "../../../client/components/effect-text.ts";
import { outcome } from "./verdict-answers.ts";

const effect = (patch: Partial<Effect> = {}): Effect => ({ ...effectOf(outcome()), ...patch });

describe("the scale of effects", () => {
  test("holds zero, every interval, and the sizes that matter on both sides", () => {
    const scale = effectScale([effect({ value: 0.01, low: 0.001, high: 0.019 })]);
    expect(scale.low).toBeLessThanOrEqual(-0.03);
    expect(scale.high).toBeGreaterThanOrEqual(0.03);
    expect(scale.ticks).toContain(0);
  });

  test("is not stretched by one wild or open interval", () => {
    const scale = effectScale([
      effect({ value: 0.04, low: 0.02, high: 0.06 }),
      effect({ value: 0.05, low: null, high: 0.9 }),
    ]);
    expect(scale.high).toBeLessThan(0.25);
    expect(scale.low).toBeGreaterThan(-0.1);
  });

  test("is there without any effect", () => {
    expect(effectScale([effect({ value: null, low: null, high: null })]).ticks).toContain(0);
  });
});

describe("the colour of an effect says whether it is good", () => {
  test.each([
    ["rose", "up", "good"],
    ["fell", "up", "bad"],
    ["rose", "down", "bad"],
    ["fell", "down", "good"],
    ["unclear", "up", "neutral"],
  ] as const)("%s, better %s: %s", (moved, better, tone) => {
    expect(toneOf(moved, better)).toBe(tone);
  });
});

test("an outcome stands as risen, fallen, not worse, unclear or missing", () => {
  expect(movedCode(outcome())).toBe("rose");
  expect(movedCode(outcome({ moved: "unclear", notWorse: true }))).toBe("notWorse");
  expect(movedCode(outcome({ moved: "unclear", notWorse: false }))).toBe("unclear");
  expect(movedCode(outcome({ effect: null, moved: "unclear" }))).toBe("missing");
});

test("what is learned shows the shrunken effect, and its own data beside it", () => {
  const own = { effect: 0.1, low: -0.02, high: 0.22 };
  const shrunken = { effect: 0.05, low: 0.01, high: 0.09 };
  const of = { size: 0.03, better: "up" } as const;
  expect(learnedEffect({ own, shrunken }, of)).toMatchObject({
    value: 0.05,
    other: 0.1,
    tone: "good",
  });
  expect(learnedEffect({ own, shrunken: null }, of)).toMatchObject({
    value: 0.1,
    other: null,
    tone: "neutral",
  });
});

test("effects and their limits are points with a sign, also where one side is open", () => {
  expect(pointsText(0.091)).toBe("+9.1");
  expect(pointsText(null)).toBe("–");
  expect(limitsText({ low: -0.02, high: 0.04 })).toBe("−2.0 to +4.0");
  expect(limitsText({ low: null, high: 0.04 })).toBe("at most +4.0");
  expect(limitsText({ low: 0.01, high: null })).toBe("at least +1.0");
  expect(limitsText({ low: null, high: null })).toBe("not bounded");
  expect([0.00002, 0.0312, 0.42, null].map(probabilityText)).toEqual([
    "< 0.001",
    "0.031",
    "0.42",
    "–",
  ]);
});
