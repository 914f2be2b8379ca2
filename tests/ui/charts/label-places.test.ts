// @vitest-environment node
import { expect, test } from "vitest";
import { placeLabels } from "../../../client/charts/shape/label-places.ts";

test("labels that are far apart stay at their lines", () => {
  expect(placeLabels([10, 100, 50], 15, 240)).toEqual([10, 100, 50]);
});

test("labels of lines side by side keep clear of each other, in the order of their lines", () => {
  expect(placeLabels([52, 40, 45], 15, 240)).toEqual([70, 40, 55]);
});

test("equal lines keep the order in which they came", () => {
  expect(placeLabels([40, 40], 15, 240)).toEqual([40, 55]);
});

test("none falls below the axis: the lowest push the others up", () => {
  expect(placeLabels([230, 238], 15, 240)).toEqual([225, 240]);
  expect(placeLabels([], 15, 240)).toEqual([]);
});
