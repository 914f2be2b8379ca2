/**
 * How many people a test's limits are narrowest for, where nobody planned a number: what it takes to find the smallest effect
 * that matters at a share of a half, looked at daily. It must not hang on what is seen.
 *
 * Formula: 1.7 · (1.960 + 0.842)² · 4 · ½(1 − ½) / size² in two equal arms, for each two arms as many.
 */
const LOOKED_AT_ONCE = (1.959964 + 0.841621) ** 2;
/** What looking daily costs, in people. */
const DAILY_LOOKS = 1.7;

export function defaultTuning(smallestEffect: number, arms: number): number {
  return Math.ceil(((DAILY_LOOKS * LOOKED_AT_ONCE) / smallestEffect ** 2) * (arms / 2));
}
