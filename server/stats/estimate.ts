/**
 * What every interval in this folder answers: a point estimate with its limits.
 * `null` means not estimable; it is never 0, NaN or a fallback. Units are those of the estimate.
 */
export type Estimate = Readonly<{
  estimate: number | null;
  low: number | null;
  high: number | null;
}>;

export const notEstimable: Estimate = { estimate: null, low: null, high: null };
