// @vitest-environment node
import { expect, test } from "vitest";
import type { CurveAnswer } from "#shared/contract/metric.ts";
import { shapeCurve } from "../../../client/charts/shape/curve.ts";

const answer: CurveAnswer = {
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
  series: [
    {
      group: { generation: "gen_z" },
      n: 90,
      suppressed: false,
      points: [
        { day: 0, atRisk: 90, value: 1, low: null, high: null },
        { day: 1, atRisk: 88, value: 0.97, low: 0.91, high: 0.99 },
        { day: 2, atRisk: 0, value: null, low: null, high: null },
      ],
    },
    { group: { generation: "gen_alpha" }, n: null, suppressed: true, points: [] },
  ],
};

test("curves end where the follow-up does, and hidden ones stay named", () => {
  const shape = shapeCurve(answer);
  expect(shape.rows.map(({ day }) => day)).toEqual([0, 1]);
  expect(shape.series.map(({ key, isHidden }) => [key, isHidden])).toEqual([
    ["gen_z", false],
    ["gen_alpha", true],
  ]);
  expect(shape.lowest).toBe(0.91);
});

test("without points it is empty", () => {
  expect(shapeCurve({ ...answer, series: [] }).isEmpty).toBe(true);
  expect(shapeCurve({ ...answer, series: [] }).isAllHidden).toBe(false);
});

test("where every group is hidden, it is hidden and not empty-handed", () => {
  expect(shapeCurve({ ...answer, series: answer.series.slice(1) }).isAllHidden).toBe(true);
  expect(shapeCurve(answer).isAllHidden).toBe(false);
});
