// @vitest-environment node
import { expect, test } from "vitest";
import {
  bandOf,
  extentOf,
  isLone,
  pointValue,
  shapeTimeSeries,
} from "../../../client/charts/shape/time-series.ts";
import { answer, figure, hidden, nothing, points } from "./answers.ts";

const genZ = {
  group: { generation: "gen_z" },
  points: points(figure(0.6), hidden, figure(0.62), nothing),
  total: figure(0.61),
};
const silent = {
  group: { generation: "silent" },
  points: points(nothing, nothing, nothing, nothing),
  total: nothing,
};
const shape = shapeTimeSeries(answer({ series: [genZ, silent] }));

test("one row a bucket, oldest generation first", () => {
  expect(shape.rows.map(({ start }) => start)).toEqual([
    "2026-01-05",
    "2026-01-12",
    "2026-01-19",
    "2026-01-26",
  ]);
  expect(shape.series.map(({ key }) => key)).toEqual(["silent", "gen_z"]);
});

test("hidden cells and cells without data are neither zero nor each other", () => {
  expect(shape.hidden).toBe(1);
  expect(shape.rows.map((row) => pointValue(row.figures.gen_z))).toEqual([0.6, null, 0.62, null]);
  expect(shape.rows[1]?.figures.gen_z).toEqual({ suppressed: true });
});

test("a point between gaps is lone, since no line would show it", () => {
  expect([0, 1, 2, 3].map((index) => isLone(shape.rows, index, "gen_z"))).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test("bands count for the axis only where they are drawn, and have gaps too", () => {
  expect(Math.max(...extentOf(shape, []))).toBeCloseTo(0.62);
  expect(Math.max(...extentOf(shape, ["gen_z"]))).toBeCloseTo(0.67);
  expect(bandOf(hidden)).toBeNull();
  expect(bandOf({ n: 1, value: 1, low: null, high: null })).toBeNull();
});

test("no data at all is empty; hidden data are not", () => {
  expect(shapeTimeSeries(answer({ series: [silent] })).isEmpty).toBe(true);
  expect(shapeTimeSeries(answer({ series: [] })).isEmpty).toBe(true);
  const only = { group: {}, points: points(hidden), total: hidden };
  expect(shapeTimeSeries(answer({ by: [], series: [only] }))).toMatchObject({
    isEmpty: false,
    isAllHidden: true,
  });
});

test("generations keep their colour in whatever company they come", () => {
  const alone = shapeTimeSeries(answer({ series: [genZ] })).series[0];
  expect(alone?.style).toEqual(shape.series[1]?.style);
});

test("of many groups, eight are coloured and the rest is grey", () => {
  const series = Array.from({ length: 11 }, (_, index) => ({
    group: { region: `R${index}` },
    points: points(figure(0.5, 100 - index)),
    total: figure(0.5, 100 - index),
  }));
  const styles = shapeTimeSeries(answer({ by: ["region"], series })).series.map(
    ({ style }) => style.colour,
  );
  expect(new Set(styles.slice(0, 8)).size).toBe(8);
  expect(new Set(styles.slice(8))).toEqual(new Set(["var(--series-grey)"]));
});

test("where strata without data are the reason, small cells beside them are not", () => {
  const lacking = { ...figure(0.6), value: null, low: null, high: null, missing: ["gen_z in DE"] };
  const only = { group: {}, points: points(hidden, lacking), total: lacking };
  expect(shapeTimeSeries(answer({ by: [], series: [only] }))).toMatchObject({
    isEmpty: true,
    isAllHidden: false,
    hidden: 1,
  });
});
