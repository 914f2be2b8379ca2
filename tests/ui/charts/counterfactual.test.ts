// @vitest-environment node
import { expect, test } from "vitest";
import { shapeBeforeAfter } from "../../../client/charts/shape/before-after.ts";
import { isLonePoint, shapeCounterfactual } from "../../../client/charts/shape/counterfactual.ts";
import { figure, hidden } from "./answers.ts";
import { series } from "./verdict-answers.ts";

test("what would have been stands in the weeks after only", () => {
  const { rows } = shapeCounterfactual(series([0.5, 0.52], [[0.6, 0.51]]));
  expect(rows.map(({ phase, expected }) => [phase, expected])).toEqual([
    ["before", null],
    ["before", null],
    ["change", null],
    ["after", 0.51],
  ]);
});

test("the axis holds what was seen, what would have been, and its band", () => {
  const { ends } = shapeCounterfactual(series([0.5], [[0.62, 0.51]]));
  expect(Math.max(...ends)).toBe(0.62);
  expect(Math.min(...ends)).toBeCloseTo(0.47, 10);
});

test("a hidden week is neither a zero nor a gap", () => {
  const one = series([0.5, 0.5], [[0.6, 0.5]]);
  const { start } = one.points[1] ?? { start: "" };
  one.points[1] = { start, phase: "before", suppressed: true };
  const shape = shapeCounterfactual(one);
  expect(shape.hidden).toBe(1);
  expect(shape.rows[1]).toMatchObject({ isHidden: true, seen: null });
  expect(isLonePoint(shape.rows, 0)).toBe(true);
  expect(isLonePoint(shape.rows, 3)).toBe(false);
});

test("a series without weeks is empty, one with hidden weeks alone is not", () => {
  expect(shapeCounterfactual({ metric: "trust", points: [] }).isEmpty).toBe(true);
  const points = [{ start: "2026-01-05", phase: "before", suppressed: true } as const];
  expect(shapeCounterfactual({ metric: "trust", points }).isEmpty).toBe(false);
});

test("generations stand in order, each with its figure of before", () => {
  const { rows } = shapeBeforeAfter([
    { group: "gen_z", before: figure(0.5), after: figure(0.6) },
    { group: "boomer", before: hidden, after: figure(0.4) },
  ]);
  expect(rows.map(({ key, before }) => [key, before])).toEqual([
    ["boomer", hidden],
    ["gen_z", figure(0.5)],
  ]);
});
