/**
 * Cronbach's alpha: how far the items of a scale go together, with Feldt's limits.
 *
 * Formula: k items, n complete respondents, variances with n − 1:
 *   alpha = k/(k − 1) · (1 − Σ item variances / variance of the totals), computed as
 *   1 − alpha = Σ variances of the differences of two items / ((k − 1) · variance of the totals), which does not cancel near 1;
 *   limits = 1 − (1 − alpha) F, F the upper (for low) and lower (for high) quantile at (1 − c)/2 of
 *   F(n − 1, (n − 1)(k − 1)).
 * Units: none; at most 1, and negative where items oppose each other. Items have to point the same
 * way already. Respondents with an unanswered item are left out (listwise).
 * Null: alpha and limits with fewer than two items or respondents, or where all totals are equal.
 * Source: Cronbach 1951, Psychometrika 16:297; Feldt, Woodruff & Salih 1987, Appl. Psych. Meas. 11:93.
 */
import { fQuantile } from "./quantiles.ts";

export type Reliability = {
  alpha: number | null;
  low: number | null;
  high: number | null;
  respondents: number;
  items: number;
};

/** Rows are respondents, columns items; null is unanswered. */
export function cronbach(
  responses: readonly (readonly (number | null)[])[],
  confidence: number,
): Reliability {
  const items = responses[0]?.length ?? 0;
  const complete = responses.flatMap((row) => {
    const answers = row.filter((answer) => answer !== null);
    return answers.length === row.length ? [answers] : [];
  });
  const respondents = complete.length;
  const unknown = { alpha: null, low: null, high: null, respondents, items };
  if (items < 2 || respondents < 2) return unknown;
  const ofTotals = squares(complete.map((row) => row.reduce((sum, answer) => sum + answer, 0)));
  const largest = complete.reduce(
    (most, row) =>
      Math.max(
        most,
        row.reduce((sum, x) => sum + Math.abs(x), 0),
      ),
    0,
  );
  // Equal totals of answers that are no whole numbers differ by their rounding.
  if (ofTotals <= respondents * (items * Number.EPSILON * largest) ** 2) return unknown;
  let apart = 0;
  for (let one = 0; one < items; one += 1) {
    for (let other = 0; other < one; other += 1) {
      apart += squares(complete.map((row) => (row[one] ?? 0) - (row[other] ?? 0)));
    }
  }
  const missing = apart / (items - 1) / ofTotals;
  const above = respondents - 1;
  const limit = (side: "lower" | "upper") =>
    1 - missing * fQuantile(side, (1 - confidence) / 2, above, above * (items - 1));
  return { alpha: 1 - missing, low: limit("upper"), high: limit("lower"), respondents, items };
}

/** Sum of squares about the mean; taken from the first value, so that equal values give exactly 0. */
function squares(values: readonly number[]): number {
  const first = values[0] ?? 0;
  const mean = values.reduce((sum, value) => sum + (value - first), 0) / values.length;
  return values.reduce((sum, value) => sum + (value - first - mean) ** 2, 0);
}
