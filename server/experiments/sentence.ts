/** The recommendation as a sentence that can be read out. */

import type { Recommendation } from "#shared/contract/experiment-results.ts";
import { type ExperimentOutcome, SENSIBLE_DAYS } from "#shared/experiments.ts";
import type { Judged } from "./recommend.ts";
import { unclear } from "./recommend.ts";
import { BROKEN_BELOW } from "./sample-ratio.ts";

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
  /** Those of them of which neither group has anything to show. */
  unseen: readonly ExperimentOutcome[];
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

/** A rise comes along, where it only waits for guardrails; of those, what was not measured at all is told from what is not sure yet. */
function keepRunning(told: Told): string {
  const { variant, primary, days, ended, low, difference } = told;
  const open = unclear(told.guardrails).map(({ outcome }) => outcome);
  const rose = difference !== null && low !== null && low > 0 && open.length > 0;
  const rise = rose ? `${names[primary]} rose by ${range(told, 1)}` : null;
  const unseen = rose ? open.filter((outcome) => told.unseen.includes(outcome)) : [];
  const unsure = (rose ? open : [primary, ...open]).filter((outcome) => !unseen.includes(outcome));
  const unknown = unseen.length > 0 ? `nothing has been seen of ${named(unseen)}` : null;
  if (ended) {
    if (unsure.length === 0) return `${variant} has ended: ${rise}, but ${unknown}.`;
    const rest = [rise === null ? [] : `though ${rise}`, unknown === null ? [] : `and ${unknown}`];
    const end = `${variant} has ended without an answer on ${named(unsure)}`;
    return `${[end, ...rest.flat()].join(", ")}.`;
  }
  const untold = unsure.length > 0 ? `it can't be told yet how it does on ${named(unsure)}` : null;
  const waits = [untold ?? [], unknown ?? []].flat().join(", and ");
  const reason = rise === null ? waits : `${rise}, but ${waits}`;
  return `Keep ${variant} running${forDays(days)}: ${reason}.${tooLong(days)}`;
}

function tooLong(days: number | null): string {
  if (days === null || days <= SENSIBLE_DAYS) return "";
  return " That is too long to wait: ask more people a day, or stop it without an answer.";
}

function forDays(days: number | null): string {
  if (days === null) return "";
  return ` for about ${days.toLocaleString("en")} ${days === 1 ? "more day" : "more days"}`;
}

export const nothingToCompare =
  "There is nothing to compare yet: this test needs people in at least two variants.";

/** Where nobody is in a variant of the plan; `elsewhere`: those that events name instead. */
export function nobodySentence(ended: boolean, elsewhere: readonly string[]): string {
  if (elsewhere.length > 0) {
    return `Nobody is in a variant of the plan: events name ${listed(elsewhere)} instead.`;
  }
  return ended ? "Nobody was asked in this test." : "Nobody has been asked yet.";
}

/** `p` is null where groups are so small that it is hidden: it is below what breaks a test, then. */
export function brokenSentence(p: number | null, planned: boolean): string {
  const chance =
    p === null
      ? `less than ${BROKEN_BELOW}`
      : p < 1e-6
        ? "less than one in a million"
        : `${p.toPrecision(1)}`;
  const told = (groups: string, next: string) =>
    `Do not read this test: its groups are not ${groups} (chance of that: ${chance}), so they may not be alike. ${next}`;
  return planned
    ? told("of the planned size", "Find out why people went missing, and start again.")
    : told(
        "of equal size, which is assumed since no plan is written down",
        "Write down the shares that were planned, or find out why people went missing.",
      );
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

function named(outcomes: readonly ExperimentOutcome[]): string {
  return listed(outcomes.map((outcome) => names[outcome]));
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? "")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
