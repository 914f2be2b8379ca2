// What is drawn: an interval that Candor shows, in worlds whose truth is known.

import type { IntervalName } from "#shared/metric-list.ts";
import type { Random } from "../../seed/random.ts";

export type Limits = { low: number | null; high: number | null };

/** `draw` gives the limits of one draw; null limits are not shown, and not counted. */
export type Setting = {
  size: string;
  world: string;
  truth: number;
  draw: (random: Random) => Limits;
};

export type Interval = {
  /** Null for one that no metric's definition has: experiments and rates beside each other. */
  key: IntervalName | null;
  name: string;
  exact?: boolean;
  why: string;
  /** Ends the sentence "it holds the truth less often for …", briefly; needed where it falls below 93 %. */
  shortFor?: string;
  settings: Setting[];
};

export const LEVEL = 0.95;
export const NONE: Limits = { low: null, high: null };

export function pairs<A, B>(as: readonly A[], bs: readonly B[]): [A, B][] {
  return as.flatMap((a) => bs.map((b): [A, B] => [a, b]));
}
