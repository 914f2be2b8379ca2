/**
 * What a look says of an outcome: whether it moved, and what it rules out.
 *
 * `rose` and `fell` need the adjusted p, the side that the estimate is on now, and that an effect of the size that matters is
 * not ruled out: a difference known to be too small to matter is none. Harm is ruled out one-sided at 5 % (90 % limits).
 */
import { ALPHA, type Look } from "./look.ts";

/** What better means, and the size of a difference that matters, in the outcome's units. */
export interface Stake {
  better: "up" | "down";
  size: number;
}

export interface Judgement {
  moved: "rose" | "fell" | "unclear";
  /** Moved for the worse. */
  harmed: boolean;
  /** Moved for the better. */
  improved: boolean;
  notWorse: boolean;
  noDifference: boolean;
  /** How many times more people it takes to tell; null where it is told, or where the figures are too close to call. */
  timesMore: number | null;
}

const CLOSEST = 0.25;

export function judge(look: Look | null, pAdjusted: number | null, stake: Stake): Judgement {
  if (look === null || pAdjusted === null) return unknown;
  const { difference, low90, high90 } = look;
  const { better, size } = stake;
  const proven = pAdjusted <= ALPHA;
  const rose = proven && difference > 0 && high90 >= size;
  const fell = proven && difference < 0 && low90 <= -size;
  const noDifference = low90 > -size && high90 < size;
  const notWorse = better === "up" ? low90 > -size : high90 < size;
  return {
    moved: rose ? "rose" : fell ? "fell" : "unclear",
    harmed: better === "up" ? fell : rose,
    improved: better === "up" ? rose : fell,
    notWorse,
    noDifference,
    timesMore: rose || fell || noDifference ? null : timesMore(look, size),
  };
}

/** Of a guardrail that is not told yet: the same, where only harm has to be ruled out. */
export function timesMoreToClear(look: Look | null, { better, size }: Stake): number | null {
  if (look === null) return null;
  const gap = size + (better === "up" ? look.difference : -look.difference);
  const reach = look.difference - look.low90;
  return gap < CLOSEST * size ? null : Math.max(1, (reach / gap) ** 2);
}

/** Until the limits leave zero, or the size that matters, whichever is nearer to be left. */
function timesMore({ difference, low }: Look, size: number): number {
  const gap = Math.max(Math.abs(difference), size - Math.abs(difference));
  return Math.max(1, ((difference - low) / gap) ** 2);
}

const unknown: Judgement = {
  moved: "unclear",
  harmed: false,
  improved: false,
  notWorse: false,
  noDifference: false,
  timesMore: null,
};
