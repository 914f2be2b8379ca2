/** The outcomes of an experiment: which way is better, and which size matters. */
import type { ExperimentOutcome } from "#shared/experiments.ts";
import type { Stake } from "./judge.ts";

export interface Sizes {
  smallestEffect: number;
  smallestEffectEarlyWithdrawal: number;
}

/** Leaving that takes a quarter longer, measured against joining. */
const EFFORT_RATIO = 1.25;

export function stakeOf(outcome: ExperimentOutcome, sizes: Sizes): Stake {
  switch (outcome) {
    case "early_withdrawal":
      return { better: "down", size: sizes.smallestEffectEarlyWithdrawal };
    case "opt_out_effort":
      return { better: "down", size: Math.log(EFFORT_RATIO) };
    default:
      return { better: "up", size: sizes.smallestEffect };
  }
}

/**
 * Whether a variant waits until harm is ruled out. Two stop a variant that harms them, but hold none up: few have left by the
 * end of a test, so effort is hardly ever told in time; and who answers is no aim of its own, but says whose understanding
 * was measured.
 */
export function isWaitedFor(outcome: ExperimentOutcome): boolean {
  return outcome !== "opt_out_effort" && outcome !== "answer_share";
}
