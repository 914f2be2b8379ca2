/** Whether the arms are of the size that was planned, and where it comes from if they are not. Pure, over counts of people. */
import { sampleRatio } from "../stats/sample-ratio.ts";

/** Checked daily, so far stricter than a test that is made once. */
export const BROKEN_BELOW = 0.001;
const MOST_DRIVERS = 10;

export interface RatioCheck {
  state: "as_planned" | "broken" | "unknown";
  chiSquare: number | null;
  degreesOfFreedom: number;
  p: number | null;
}

/** `people` and `shares` in the order of the arms. */
export function checkRatio(people: readonly number[], shares: readonly number[]): RatioCheck {
  const { chiSquare, degreesOfFreedom, pValue: p } = sampleRatio(people, shares);
  const state = p === null ? "unknown" : p < BROKEN_BELOW ? "broken" : "as_planned";
  return { state, chiSquare, degreesOfFreedom, p };
}

/** The people of one value of a dimension, in the order of the arms. */
export interface Part<Dimension> {
  dimension: Dimension;
  value: string;
  people: readonly number[];
}

export interface Driver<Dimension> extends Part<Dimension> {
  p: number;
  expected: number[];
}

/** The parts that are by themselves not as planned, the least likely first. */
export function driversOf<Dimension>(
  parts: readonly Part<Dimension>[],
  shares: readonly number[],
): Driver<Dimension>[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return parts
    .flatMap((part) => {
      const { p } = checkRatio(part.people, shares);
      if (p === null || p >= BROKEN_BELOW) return [];
      const all = part.people.reduce((sum, n) => sum + n, 0);
      return [{ ...part, p, expected: shares.map((share) => (share / whole) * all) }];
    })
    .toSorted((a, b) => a.p - b.p)
    .slice(0, MOST_DRIVERS);
}
