// @vitest-environment node
import { expect, test } from "vitest";
import { shapeSparkline } from "../../../client/charts/shape/sparkline.ts";
import { figure, hidden, points } from "./answers.ts";

test("a gap breaks the line, and a lone point is a dot", () => {
  const { path, lone, last } = shapeSparkline(
    points(figure(0.1), figure(0.2), hidden, figure(0.3)),
    90,
    10,
  );
  expect(path).toBe("M0 10L30 5");
  expect(lone).toEqual([{ x: 90, y: 0 }]);
  expect(last).toEqual({ x: 90, y: 0 });
});

test("degenerate inputs draw nothing wild", () => {
  expect(shapeSparkline([], 90, 10)).toEqual({ path: "", lone: [], last: null });
  expect(shapeSparkline(points(hidden), 90, 10)).toEqual({ path: "", lone: [], last: null });
  const flat = shapeSparkline(points(figure(0.5), figure(0.5)), 90, 10);
  expect(flat.path).toBe("M0 5L90 5");
});
