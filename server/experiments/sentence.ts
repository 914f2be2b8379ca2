/** The recommendation as a sentence that can be read out. */

import type { Recommendation } from "#shared/contract/experiment-results.ts";
import type { ExperimentOutcome } from "#shared/experiments.ts";
import type { Judged } from "./recommend.ts";
import { unclear } from "./recommend.ts";

export const names: Record<ExperimentOutcome, string> = {
  opt_in_yield: "opt-in among those asked",
  opt_in_rate: "opt-in among those who decided",
  early_withdrawal: "early withdrawals",
  understanding: "understanding",
  opt_out_effort: "the effort of leaving",
  answer_share: "the share who answer",
};

export interface Told {
  recommendation: Exclude<Recommendation, "broken">;
  variant: string;
  control: string;
  primary: ExperimentOutcome;
  difference: number | null;
  low: number | null;
  high: number | null;
  size: number;
  primaryFell: boolean;
  guardrails: readonly Judged[];
  understandingDifference: number | null;
  /** Null where it has ended, or can't be said. */
  days: number | null;
  ended: boolean;
}

export function sentenceOf(told: Told): string {
  const { variant, control, primary, size } = told;
  const what = names[primary];
  switch (told.recommendation) {
    case "more_accepted_less_understood":
      return `Do not ship ${variant}: ${what} rose by ${range(told, 1)}, but understanding fell by ${points(negated(told.understandingDifference))}.`;
    case "keep_the_control":
      return `Keep ${control}: ${told.primaryFell ? `with ${variant}, ${what} fell by ${range(told, -1)}` : `${variant} harms ${listed(harmed(told.guardrails))}`}.`;
    case "ship":
      return `Ship ${variant}: ${what} rose by ${range(told, 1)}${told.guardrails.length > 0 ? ", and nothing that is watched got worse by a size that matters" : ". Nothing else was watched, so whether it is understood is not known"}.`;
    case "no_difference":
      return `${variant} and ${control} do not differ in ${what} by ${points(size)} or more: take the one that says more clearly what people agree to.`;
    case "keep_running":
      return keepRunning(told);
  }
}

function keepRunning({ variant, primary, guardrails, days, ended, low, ...told }: Told): string {
  const open = unclear(guardrails).map(({ outcome }) => outcome);
  const proven = told.difference !== null && low !== null && low > 0;
  const untold = proven && open.length > 0 ? open : [primary, ...open];
  const what = untold.map((outcome) => names[outcome]);
  if (ended) return `${variant} has ended without an answer on ${listed(what)}.`;
  const long = days === null ? "" : ` for about ${days} ${days === 1 ? "more day" : "more days"}`;
  return `Keep ${variant} running${long}: it can't be told yet how it does on ${listed(what)}.`;
}

export function brokenSentence(p: number | null, planned: boolean): string {
  const chance = p === null || p < 1e-6 ? "less than one in a million" : `${p.toPrecision(1)}`;
  const plan = planned
    ? "of the planned size"
    : "of equal size, which is assumed since no plan is written down";
  return `Do not read this test: its groups are not ${plan} (chance of that: ${chance}), so they may not be alike. Find out why people went missing, and start again.`;
}

function harmed(guardrails: readonly Judged[]): string[] {
  return guardrails
    .filter(({ judgement }) => judgement.harmed)
    .map(({ outcome }) => names[outcome]);
}

/** "7.1 points (0.8 to 13.5)", of a fall as of a rise. */
function range({ difference, low, high }: Told, side: 1 | -1): string {
  const [least, most] = side === 1 ? [low, high] : [negated(high), negated(low)];
  const limits = [least, most].map((limit) => (100 * (limit ?? 0)).toFixed(1)).join(" to ");
  return `${points(side === 1 ? difference : negated(difference))} (${limits})`;
}

function negated(value: number | null): number | null {
  return value === null ? null : -value;
}

function points(difference: number | null): string {
  if (difference === null) return "an unknown number of points";
  const value = 100 * difference;
  return `${value < 0 ? "−" : ""}${Math.abs(value).toFixed(1)} points`;
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? "")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
