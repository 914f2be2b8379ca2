/**
 * One look at two arms: the difference variant − control, with limits that hold however often one looks.
 *
 * Formula: that of `always-valid`, with V = the two variances and N = `people`, the people behind both arms by now. So all
 *   outcomes of a test run on one clock: N over the number that it is tuned for.
 * Units: those of the standings. Null: with fewer than 100 people in an arm, since the limits hold for many; without variance.
 */
import { logEvidenceOf, reachOf, rhoSquaredOf } from "../stats/always-valid.ts";
import type { Standing } from "./standing.ts";

export interface Look {
  difference: number;
  standardError: number;
  /** At 95 % and 90 %, or at what is asked for. */
  low: number;
  high: number;
  low90: number;
  high90: number;
  p: number;
}

/** How far a test has come: people in both arms, and how many its limits are narrowest for. Fixed in advance. */
export interface Progress {
  people: number;
  tunedFor: number;
}

export const ALPHA = 0.05;
export const ALPHA_OF_HARM = 0.1;
const FEWEST_PEOPLE = 100;

type Known = Pick<Standing, "effective" | "value" | "variance">;

export function lookAt(
  control: Known,
  variant: Known,
  { people, tunedFor }: Progress,
  alpha = ALPHA,
): Look | null {
  if (Math.min(control.effective, variant.effective) < FEWEST_PEOPLE) return null;
  if (control.value === null || variant.value === null) return null;
  const variance = (control.variance ?? 0) + (variant.variance ?? 0);
  if (variance === 0) return null;
  const difference = variant.value - control.value;
  const standardError = Math.sqrt(variance);
  const scaledAt = (level: number) => people * rhoSquaredOf(level, tunedFor);
  const reach = standardError * reachOf(scaledAt(alpha), alpha);
  const reach90 = standardError * reachOf(scaledAt(ALPHA_OF_HARM), ALPHA_OF_HARM);
  return {
    difference,
    standardError,
    low: difference - reach,
    high: difference + reach,
    low90: difference - reach90,
    high90: difference + reach90,
    p: Math.min(1, Math.exp(-logEvidenceOf(scaledAt(alpha), difference / standardError))),
  };
}

export interface DatedLook extends Look {
  day: number;
  /** The smallest p so far. */
  smallestP: number;
}

/** A look at the end of each day, those left out that can't be had. `people` by day, of both arms. */
export function looks(
  first: number,
  arms: { control: readonly Standing[]; variant: readonly Standing[] },
  people: readonly number[],
  tunedFor: number,
): DatedLook[] {
  let smallestP = 1;
  return arms.control.flatMap((control, at) => {
    const variant = arms.variant[at];
    if (variant === undefined) return [];
    const look = lookAt(control, variant, { people: people[at] ?? 0, tunedFor });
    if (look === null) return [];
    smallestP = Math.min(smallestP, look.p);
    return [{ ...look, day: first + at, smallestP }];
  });
}
