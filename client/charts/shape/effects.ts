/** Effects in points on one scale, zero in sight: what a forest of effects draws. */
import type { LearnedOutcome } from "#shared/contract/learned.ts";
import type { OutcomeEffect } from "#shared/contract/verdict.ts";
import { niceScale, type Scale } from "./scale.ts";

export interface Effect {
  /** Differences of shares; null where there is none, or no limit on that side. */
  value: number | null;
  low: number | null;
  high: number | null;
  /** The size that matters. */
  size: number;
  /** Another estimate of the same, to be marked beside it. */
  other: number | null;
  tone: Tone;
}

export type Tone = "good" | "bad" | "neutral";

/** One wild interval shall not press the others together: beyond so many times the largest effect it is cut off. */
const MAX_STRETCH = 3;
const MIN_SIZES = 3;

export function effectScale(effects: readonly Effect[]): Scale {
  const known = effects.filter(({ value }) => value !== null);
  const values = known.flatMap(({ value, other }) => [value ?? 0, other ?? 0].map(Math.abs));
  const sizes = effects.map(({ size }) => size);
  const limit = Math.max(MAX_STRETCH * Math.max(0, ...values), MIN_SIZES * Math.max(0, ...sizes));
  const within = (end: number | null) => Math.min(Math.max(end ?? 0, -limit), limit);
  const ends = known.flatMap(({ value, low, high, other }) =>
    [value, low, high, other].map(within),
  );
  return niceScale([0, ...sizes, ...sizes.map((size) => -size), ...ends], "points", 4);
}

export function effectOf({ effect, low, high, size, moved, better }: OutcomeEffect): Effect {
  return { value: effect, low, high, size, other: null, tone: toneOf(moved, better) };
}

export function toneOf(moved: OutcomeEffect["moved"], better: OutcomeEffect["better"]): Tone {
  if (moved === "unclear") return "neutral";
  return (moved === "rose") === (better === "up") ? "good" : "bad";
}

/** The word for where an outcome stands. */
export function movedCode({ effect, moved, notWorse }: OutcomeEffect) {
  if (effect === null) return "missing";
  if (moved !== "unclear") return moved;
  return notWorse ? "notWorse" : "unclear";
}

/** Of several changes: drawn with the others where there are enough, its own data marked beside it. */
export function learnedEffect(
  { own, shrunken }: Pick<LearnedOutcome["effects"][number], "own" | "shrunken">,
  { size, better }: Pick<LearnedOutcome, "size" | "better">,
): Effect {
  const { effect, low, high } = shrunken ?? own;
  const moved = low > 0 ? "rose" : high < 0 ? "fell" : "unclear";
  const other = shrunken === null ? null : own.effect;
  return { value: effect, low, high, size, other, tone: toneOf(moved, better) };
}
