// @vitest-environment node
import { expect, test } from "vitest";
import { bandPath, linePath } from "../../../client/charts/shape/paths.ts";

const at = (x: number, y: number | null) => ({ x, y });
const band = (x: number, edges: [number, number] | null) => ({ x, edges });

test("a line goes from place to place, and begins anew after a gap", () => {
  const places = [at(0, 1), at(1, 2), at(2, null), at(3, 4), at(4, 5.55)];
  expect(linePath(places)).toBe("M0 1L1 2M3 4L4 5.6");
  expect(linePath([at(0, null)])).toBe("");
});

test("a step holds its value until the next place", () => {
  expect(linePath([at(0, 1), at(2, 3)], true)).toBe("M0 1L2 1L2 3");
});

test("a band is closed along its lower edge, piece by piece", () => {
  expect(bandPath([band(0, [1, 3]), band(1, [2, 4]), band(2, null), band(3, [5, 6])])).toBe(
    "M0 3L1 4L1 2L0 1ZM3 6L3 5Z",
  );
});

test("a band of steps has corners on both edges", () => {
  expect(bandPath([band(0, [1, 3]), band(1, [2, 4])], true)).toBe("M0 3L1 3L1 4L1 2L1 1L0 1Z");
});
