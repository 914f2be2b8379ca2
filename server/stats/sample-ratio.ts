/**
 * Sample-ratio check: are the groups of the size that was planned?
 *
 * Formula: share_i = planned_i/Σ planned, expected_i = share_i · total,
 *   chi-square = Σ (observed_i − expected_i)²/expected_i, p-value its upper tail with arms − 1
 *   degrees of freedom; no continuity correction (Pearson's goodness of fit).
 * Units: people. Count what was assigned (people), never what they then did (page views).
 * Null: chi-square and p-value where nobody is assigned yet, or where an arm is planned to be
 * empty; the p-value with a single arm.
 * Source: Pearson 1900; Fabijan et al. 2019, KDD; Kohavi, Tang & Xu 2020, ch. 21.
 */
import { differenceOfProducts } from "./products.ts";
import { chiSquareAbove } from "./tails.ts";

export type SampleRatio = {
  chiSquare: number | null;
  degreesOfFreedom: number;
  pValue: number | null;
};

export function sampleRatio(
  observed: readonly number[],
  plannedShares: readonly number[],
): SampleRatio {
  const total = observed.reduce((sum, count) => sum + count, 0);
  const shares = plannedShares.reduce((sum, share) => sum + share, 0);
  const degreesOfFreedom = observed.length - 1;
  if (total === 0 || plannedShares.some((share) => share === 0)) {
    return { chiSquare: null, degreesOfFreedom, pValue: null };
  }
  const chiSquare = observed.reduce((sum, count, arm) => {
    const planned = plannedShares[arm] ?? Number.NaN;
    const apart = differenceOfProducts(count, shares, planned, total) / shares;
    return sum + (apart / planned / total) * apart * shares;
  }, 0);
  const pValue = degreesOfFreedom === 0 ? null : chiSquareAbove(chiSquare, degreesOfFreedom);
  return { chiSquare, degreesOfFreedom, pValue };
}
