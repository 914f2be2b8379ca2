/**
 * The table that turns outcomes into a verdict, top to bottom; the first line that applies is it.
 *
 * Rose, fell: Holm-adjusted p below 0.05 and an estimate of at least the size that matters. Not worse: the 90 % interval rules
 * out harm of that size. Where the table says "every other outcome" it means those that are measured at all; to speak of trust
 * being built, or of no effect, at least one that people say and one that they do must be among them. An outcome that is
 * measured and can't be told is never "not worse".
 */
import type { Verdict, VerdictOutcome } from "#shared/contract/verdict.ts";
import { LEVEL } from "./panel.ts";

export type Decidable = {
  metric: VerdictOutcome;
  size: number;
  /** Whether there are any facts of it on both sides of the change. */
  measured: boolean;
  effect: number | null;
  low90: number | null;
  high90: number | null;
  pAdjusted: number | null;
  /** Its level before, for whether there was room to rise. */
  before: number | null;
  /** Something stands against taking the movement for the change's own: it can't have risen or fallen. */
  contradicted: boolean;
};

/** Up is bad. */
const DOWN_IS_GOOD: readonly VerdictOutcome[] = ["early_withdrawal_rate"];
const SAID: readonly VerdictOutcome[] = ["understanding", "trust"];

/** What people say, rather than do. */
export function isSaid(metric: VerdictOutcome): boolean {
  return SAID.includes(metric);
}

export function isBetterDown(metric: VerdictOutcome): boolean {
  return DOWN_IS_GOOD.includes(metric);
}

export function movedOf({ effect, pAdjusted, size, contradicted }: Decidable) {
  if (effect === null || pAdjusted === null || contradicted) return "unclear";
  if (pAdjusted >= LEVEL || Math.abs(effect) < size) return "unclear";
  return effect > 0 ? "rose" : "fell";
}

/** Harm of its size is ruled out. */
export function isNotWorse({ metric, low90, high90, size }: Decidable): boolean {
  if (isBetterDown(metric)) return high90 !== null && high90 < size;
  return low90 !== null && low90 > -size;
}

/** An effect of its size is ruled out either way. */
export function hasNoEffect({ low90, high90, size }: Decidable): boolean {
  return low90 !== null && high90 !== null && low90 > -size && high90 < size;
}

export function decide(outcomes: readonly Decidable[]): Verdict {
  const measured = outcomes.filter((outcome) => outcome.measured);
  const moved = new Map(measured.map((outcome) => [outcome.metric, movedOf(outcome)]));
  const rose = (metric: VerdictOutcome) => moved.get(metric) === "rose";
  const fell = (metric: VerdictOutcome) => moved.get(metric) === "fell";
  const worse = ({ metric }: Decidable) => (isBetterDown(metric) ? rose(metric) : fell(metric));

  if (rose("opt_in_yield") && (fell("understanding") || isAcceptedUnread(measured, rose))) {
    return "opt_in_without_understanding";
  }
  const better = measured.filter(({ metric }) => isSaid(metric) && rose(metric));
  const others = (one: Decidable) => measured.filter((outcome) => outcome !== one);
  if (isBothSides(measured) && better.some((one) => others(one).every(isNotWorse))) {
    return "building_trust";
  }
  if (better.some((one) => others(one).some(worse))) return "mixed";
  if (measured.some(worse)) return "eroding_trust";
  if (isBothSides(measured) && measured.every(hasNoEffect)) return "no_clear_effect";
  return "not_enough_data";
}

/** Trust did not rise, and that understanding rose is ruled out, though there was room. */
function isAcceptedUnread(
  measured: readonly Decidable[],
  rose: (metric: VerdictOutcome) => boolean,
): boolean {
  const understanding = measured.find(({ metric }) => metric === "understanding");
  if (understanding === undefined || rose("trust")) return false;
  const { high90, size, before } = understanding;
  const hadRoom = before !== null && before + 2 * size <= 1;
  return hadRoom && high90 !== null && high90 < size;
}

function isBothSides(measured: readonly Decidable[]): boolean {
  const said = measured.filter(({ metric }) => isSaid(metric)).length;
  return said > 0 && said < measured.length;
}
