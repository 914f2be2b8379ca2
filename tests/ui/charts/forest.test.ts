// @vitest-environment node
import { expect, test } from "vitest";
import { shapeForest, spreadOf } from "../../../client/charts/shape/forest.ts";
import { answer, figure, hidden, nothing } from "./answers.ts";

const group = (generation: string, total: ReturnType<typeof figure>) => ({
  group: { generation },
  points: [],
  total,
});

test("each group has its figure of before, where there is one", () => {
  const series = [group("gen_z", figure(0.6)), group("boomer", figure(0.4))];
  const then = { ...group("gen_z", figure(0.5)), difference: null, trend: "unknown" } as const;
  const compare = { from: "2025-12-08", to: "2026-01-04", series: [then] };
  const { rows } = shapeForest(answer({ series, compare }));
  expect(rows.map(({ key, before }) => [key, before?.suppressed ? null : before?.value])).toEqual([
    ["boomer", undefined],
    ["gen_z", 0.5],
  ]);
});

test("the scale holds every whisker and stays within shares", () => {
  const { scale } = shapeForest(answer({ series: [group("gen_z", figure(0.98, 40, 0.02))] }));
  expect(scale.low).toBeLessThanOrEqual(0.96);
  expect(scale.high).toBeLessThanOrEqual(1);
});

test("the scale holds the figure of before, too", () => {
  const then = { ...group("gen_z", figure(0.3)), difference: null, trend: "unknown" } as const;
  const compare = { from: "2025-12-08", to: "2026-01-04", series: [then] };
  const { scale } = shapeForest(answer({ series: [group("gen_z", figure(0.9))], compare }));
  expect(scale.low).toBeLessThanOrEqual(0.3);
});

test("who stands out is said only where the intervals do not touch", () => {
  const spread = (a: number, b: number) =>
    spreadOf(
      shapeForest(answer({ series: [group("gen_z", figure(a)), group("boomer", figure(b))] })).rows,
    );
  expect(spread(0.6, 0.4)?.high.key).toBe("gen_z");
  expect(spread(0.6, 0.55)).toBeNull();
});

test("hidden groups are shown, groups without data make it empty", () => {
  const allHidden = shapeForest(answer({ series: [group("gen_z", hidden)] }));
  expect([allHidden.isEmpty, allHidden.isAllHidden]).toEqual([false, true]);
  expect(shapeForest(answer({ series: [group("gen_z", nothing)] })).isEmpty).toBe(true);
});

test("the scale holds the benchmarks, too", () => {
  const given = answer({
    series: [{ group: { generation: "gen_z" }, points: [], total: figure(0.5) }],
  });
  expect(shapeForest(given).scale.high).toBeLessThan(0.91);
  expect(shapeForest(given, [0.91]).scale.high).toBeGreaterThanOrEqual(0.91);
});
