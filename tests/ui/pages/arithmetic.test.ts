// @vitest-environment node
import { expect, test } from "vitest";
import { arithmeticOf } from "../../../client/pages/glossary/arithmetic.ts";

const query = { from: "2026-03-01", to: "2026-03-31", day: "30" };

test("a share is written out with a digit more than its few cases carry", () => {
  const answer = { n: 8, count: 5, value: 5 / 8, low: 0.3057, high: 0.8632 };
  expect(arithmeticOf({ metric: "opt_in_rate", unit: "share" }, { answer, query })).toEqual({
    sum: "5 / 8 = 62.5%",
    interval: "95% interval 30.6% to 86.3%",
  });
});

test.each([
  ["net_change", "count", { n: 5, value: 1 }, "+1 consents"],
  ["active_consents", "count", { n: 3, count: 3, value: 3 }, "3 consents"],
  [
    "withdrawal_rate",
    "per_1000_consent_days",
    { n: 88, count: 3, value: 34.0909 },
    "1,000 × 3 / 88 = 34.1",
  ],
  [
    "consent_retention",
    "share",
    { n: 6, count: 3, value: 0.41667 },
    "41.7% of 6 still consent after 30 days; 3 left by then",
  ],
  [
    "opt_out_effort",
    "ratio",
    { n: 4, count: 4, value: 4, medianOut: 20_000, medianIn: 5_000 },
    "20 sec / 5 sec = 4.00",
  ],
])("%s is written out in its own way", (metric, unit, known, sum) => {
  const answer = { low: null, high: null, ...known };
  expect(arithmeticOf({ metric, unit }, { answer, query }).sum).toBe(sum);
});
