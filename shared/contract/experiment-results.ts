/** `GET experiments/:id/results`: what the data say about an experiment. Effects are variant minus control. */
import type { ExperimentOutcome, ExperimentStatus } from "../experiments.ts";
import type { Figure } from "./metric.ts";

/** In the order in which they are tried: the first that applies is the recommendation. */
export const recommendations = [
  "broken",
  "more_accepted_less_understood",
  "keep_the_control",
  "ship",
  "no_difference",
  "keep_running",
] as const;
export type Recommendation = (typeof recommendations)[number];

export interface ExperimentResults {
  /** `id`, `title` and `status` are null where nobody wrote the experiment down. */
  experiment: {
    id: string | null;
    slug: string;
    title: string | null;
    status: ExperimentStatus | null;
  };
  recommendation: Recommendation;
  /** The variant that it is about; null where it is about all. */
  variant: string | null;
  /** To be read out; as plain text. */
  sentence: string;
  /** About how many more days it takes to tell; null where it is told, or where nobody is being asked. */
  daysNeeded: number | null;
  /** Whether it is over: stopped, past its planned end, or nobody was asked for two weeks. */
  ended: boolean;
  plan: {
    /** `equal` where no plan is written down: then equal shares are assumed. */
    shares: "planned" | "equal";
    plannedSubjects: number | null;
    /** The number of people that the always-valid intervals are narrowest for, in all variants. */
    tunedFor: number;
    primary: ExperimentOutcome;
    smallestEffect: number;
    smallestEffectEarlyWithdrawal: number;
  };
  /** Days of the first and last exposure, and the last one whose outcome can be looked at. */
  from: string | null;
  to: string | null;
  matureTo: string | null;
  asOf: string | null;
  k: number;
  dataVersion: number;
  /** Where the figures come from: `events` and count records' own names. */
  sources: string[];
  /** The control first, then as planned. */
  arms: Arm[];
  /** Variants that events name and the plan does not, whose people are in no other figure; null where hidden. */
  unplanned: { variant: string; people: number | null }[];
  sampleRatio: SampleRatioCheck;
  /** One a variant other than the control; empty where the sample ratio stops the reading. */
  comparisons: Comparison[];
  /** Exploratory: where effects differ, a test of its own has to show it. Empty where the reading is stopped. */
  cohorts: { by: CohortDimension; variants: CohortEffects[] };
}

export interface Arm {
  variant: string;
  isControl: boolean;
  /** Of all, as planned (or equal). */
  plannedShare: number;
  /** People first assigned to it; null where hidden. */
  people: number | null;
  /** Exposures (one per person, purpose and notice) whose outcome can be looked at, and those decided by a signal. */
  matureExposures: number | null;
  signals: number | null;
  /** People assigned to it who later saw another variant. */
  crossovers: number | null;
  /** People by the day of their exposure; hidden cells are null. */
  daily: { day: string; people: number | null }[];
  /** Of the primary, by a uniform prior; null where it can't be had, or the reading is stopped. */
  bayes: {
    probabilityBest: number;
    /** What choosing it costs, in shares, if another one is better. */
    expectedLoss: number;
    low: number;
    high: number;
  } | null;
}

export interface SampleRatioCheck {
  state: "as_planned" | "broken" | "unknown";
  /** As `p`: null where it can't be had, or a group is so small that it would give it away. */
  chiSquare: number | null;
  degreesOfFreedom: number;
  p: number | null;
  /** What it would take to be called broken. */
  threshold: number;
  /** Where a broken ratio comes from, the likeliest first; small cells are left out. */
  drivers: SampleRatioDriver[];
}

export interface SampleRatioDriver {
  dimension: "channel" | "region" | "locale" | "day";
  value: string;
  people: number;
  p: number;
  arms: { variant: string; people: number; expected: number }[];
}

export interface Comparison {
  variant: string;
  recommendation: Recommendation;
  sentence: string;
  /** The primary first, then the guardrails, then what is only looked at. */
  outcomes: OutcomeComparison[];
  /** The primary as it stood day by day, of exposures up to that day. */
  /** Guardrails that it waits for, of which neither group has anything to show: more people would not tell them. */
  unseen: ExperimentOutcome[];
  sequence: SequencePoint[];
  sensitivity: Sensitivity[];
}

export interface OutcomeComparison {
  outcome: ExperimentOutcome;
  role: "primary" | "guardrail" | "beside";
  better: "up" | "down";
  /** `ratio` of `opt_out_effort`: there the difference is of logarithms, and `size` and limits with it. */
  unit: "share" | "log_ratio";
  size: number;
  control: Figure;
  variant: Figure;
  /** Null where it can't be told yet. */
  difference: number | null;
  /** Always valid at 95 %: may be looked at every day. */
  low: number | null;
  high: number | null;
  /** Likewise at 90 %, by which harm and effects of the size that matters are ruled out. */
  low90: number | null;
  high90: number | null;
  /** As valid at every look: below 0.05 where `low` and `high` leave out 0; Holm-adjusted over the variants; the smallest so far. */
  p: number | null;
  pAdjusted: number | null;
  smallestP: number | null;
  /** `rose`, `fell`: proven, and an effect of the size that matters is not ruled out. */
  moved: "rose" | "fell" | "unclear";
  /** Harm of its size is ruled out. */
  notWorse: boolean;
  /** Effects of its size are ruled out either way. */
  noDifference: boolean;
  /** For one look that was planned in advance: Newcombe's interval and the z test's p. */
  fixed: { low: number; high: number; p: number | null } | null;
  /** How many times more people it takes to tell; null where it is told, or can't be said. */
  timesMore: number | null;
  /** Why there is no estimate, as plain text; null where there is one. */
  missing: string | null;
}

export interface SequencePoint {
  day: string;
  difference: number;
  low: number;
  high: number;
  p: number;
}

/** The primary once more, with something left out; limits of a bound are the worst that could be. */
export interface Sensitivity {
  without: "crossovers" | "signals";
  /** Whose: exposures left out. */
  leftOut: number | null;
  difference: number | null;
  low: number | null;
  high: number | null;
  /** `bound`: sums do not say how those left out decided, so these are the least and most that it can be. */
  kind: "interval" | "bound";
}

export const cohortDimensions = ["generation", "channel", "region", "locale", "segment"] as const;
export type CohortDimension = (typeof cohortDimensions)[number];

export interface CohortEffects {
  variant: string;
  /** Whether effects differ between cohorts: Cochran's Q. Null with fewer than two. */
  interaction: { q: number; degreesOfFreedom: number; p: number } | null;
  rows: CohortRow[];
}

export interface CohortRow {
  value: string;
  control: Figure;
  variant: Figure;
  difference: number | null;
  /** Always valid, and adjusted for the number of cohorts. */
  low: number | null;
  high: number | null;
  pAdjusted: number | null;
}
