/** `GET changes/:id/verdict`: what the data say about a change, in one word, one sentence, and the figures behind them. */
import type { Language } from "../vocabulary.ts";
import type { Change } from "./change.ts";
import type { Kept } from "./fields.ts";
import type { Figure } from "./metric.ts";

/** In the order in which they are tried: the first that applies is the verdict. */
export const verdicts = [
  "opt_in_without_understanding",
  "building_trust",
  "mixed",
  "eroding_trust",
  "no_clear_effect",
  "not_enough_data",
] as const;
export type Verdict = (typeof verdicts)[number];

/** The outcomes that a verdict weighs: what people say, then what they do. */
export const verdictOutcomes = [
  "understanding",
  "trust",
  "opt_in_yield",
  "early_withdrawal_rate",
] as const;
export type VerdictOutcome = (typeof verdictOutcomes)[number];

/** `none` where no design applies: too few weeks, or nothing measured. */
export type VerdictDesign =
  | "experiment"
  | "difference_in_differences"
  | "interrupted_time_series"
  | "none";

/**
 * `full`: nothing known speaks against it. `lowered`: the verdict is what the figures say, but something named in
 * `confounders` could have caused it as well, or widened the intervals. `none`: nothing is claimed.
 */
export type Claim = "full" | "lowered" | "none";

/** A verdict as it was weighed, out of the data of one version. */
export interface WeighedVerdict {
  change: { id: string; title: string; date: string };
  verdict: Verdict;
  /** `final` once the follow-up is full. */
  state: "preliminary" | "final";
  claim: Claim;
  /** To be read out; as plain text. */
  sentence: string;
  design: VerdictDesign;
  /** Why this design, and why none before it; as plain text. */
  designReason: string;
  /** In the order of `verdictOutcomes`, those without any data included. */
  outcomes: OutcomeEffect[];
  /** Benefit, control, effort and retention: before and after, without a claim. */
  beside: BesideFigure[];
  confounders: Confounder[];
  diagnostics: Diagnostics;
  series: OutcomeSeries[];
  /** Plain figures of the weeks before and after, people in scope, small cells hidden. */
  byGeneration: { metric: VerdictOutcome; groups: GenerationEffect[] }[];
  /** Mondays of the first and last week of each side, and the day on which the follow-up is full. */
  window: {
    baselineFrom: string | null;
    baselineTo: string | null;
    afterFrom: string | null;
    afterTo: string | null;
    finalOn: string;
  };
  settings: {
    smallestEffect: number;
    smallestEffectEarlyWithdrawal: number;
    followUpWeeks: number;
  };
  k: number;
  asOf: string | null;
  dataVersion: number;
}

/** What a verdict says in words, in one language. */
export interface VerdictTexts {
  sentence: string;
  designReason: string;
  /** In the order of `confounders` and `outcomes`. */
  confounders: string[];
  missing: (string | null)[];
}

/** A verdict with its words in every language: those of its own fields are English. */
export interface SpokenVerdict extends WeighedVerdict {
  /** Absent, or without a language, where it was kept before Candor spoke it. */
  said?: Partial<Record<Exclude<Language, "en">, VerdictTexts>>;
}

/** The kept one, where the verdict was found to be final; else the one of today. */
export interface VerdictAnswer extends WeighedVerdict {
  /** Of its texts. */
  language: Language;
  /** The day on which a final verdict was first found, and kept as it was; null where none is kept. */
  keptOn: string | null;
  keptDataVersion: number | null;
  /** What the data of today say beside a kept one; null unless asked for, and where nothing has changed since. */
  recheck: Recheck | null;
  /** How often is such a verdict wrong; null where no design applies. */
  calibration: Calibration | null;
}

/** Made-up changes that did nothing, judged by the same code and the same design. */
export interface Calibration {
  worlds: number;
  /** Share of them of which something was claimed, with its 95 % interval. */
  falseClaims: number;
  low: number;
  high: number;
  /** The same as plain text. */
  text: string;
  /** Where the page says more of it. */
  table: string;
}

export type Recheck = Pick<
  WeighedVerdict,
  "verdict" | "claim" | "sentence" | "outcomes" | "dataVersion" | "asOf"
> & {
  /** The verdict, its claim, or what rose or fell is another. */
  differs: boolean;
};

/** A final verdict as a record, under the id of its change. */
export interface FinalVerdict extends Kept {
  keptOn: string;
  /** What it was found for: a change corrected in one of these is another question. */
  question: Pick<Change, "date" | "scope" | "notice" | "experiment">;
  answer: SpokenVerdict;
}

/** Shares 0…1, effects as differences of shares (0.03 is three points). */
export interface OutcomeEffect {
  metric: VerdictOutcome;
  better: "up" | "down";
  /** The size that matters. */
  size: number;
  /** The mean gap to what would have been, over the weeks after; null where it can't be estimated. */
  effect: number | null;
  /** At 95 %; null on a side that the design can't bound. */
  low: number | null;
  high: number | null;
  /** At 90 %, by which harm and effects of the size that matters are ruled out. */
  low90: number | null;
  high90: number | null;
  p: number | null;
  /** Holm over the outcomes measured. */
  pAdjusted: number | null;
  /** Rose or fell: proven, and at least of its size. */
  moved: "rose" | "fell" | "unclear";
  /** Harm of its size is ruled out. */
  notWorse: boolean;
  /**
   * Means of the weeks before and after, the mix of people held: their gap is not the effect, since what would have been is not
   * what was. Of an experiment the share in the control and in the other arms. Null where hidden or missing.
   */
  before: number | null;
  after: number | null;
  /** Answers, exposures or spells of the weeks after; null where hidden. */
  n: number | null;
  nBefore: number | null;
  /** How many more of them it takes to tell; null where it is told, or where the number alone does not help. */
  needed: number | null;
  /** About how many days that is at the present rate. */
  neededDays: number | null;
  /** Of survey questions: whose answers (the change's own purpose or `general`; null: all), and on which scale. */
  answersOf: string | null;
  scale: number | null;
  /** What the design counts in: weeks, or waves of a survey that is not asked every week. */
  unit: "week" | "wave";
  /** Why there is no estimate, as plain text; null where there is one. */
  missing: string | null;
}

export interface BesideFigure {
  metric: "benefit" | "control" | "opt_out_effort" | "consent_retention";
  better: "up" | "down";
  before: Figure;
  after: Figure;
}

export interface BeforeAfter {
  group: string;
  before: Figure;
  after: Figure;
}

export interface GenerationEffect extends BeforeAfter {
  /** By the design of the whole, with its 95 % interval; null where it can't be estimated or is hidden. Absent in what was kept before. */
  effect?: { effect: number; low: number | null; high: number | null } | null | undefined;
}

export const confounderCodes = [
  "overlapping_change",
  "volume_break",
  "method_break",
  "questionnaire_break",
  "season_unknown",
  "thin_cohorts",
  "placebo_dates_reject",
  "outside_moved_alike",
  "same_people_on_both_sides",
] as const;
export type ConfounderCode = (typeof confounderCodes)[number];

export interface Confounder {
  code: ConfounderCode;
  /** In plain words. */
  text: string;
  /** Whether it lowers the claim, or is only to be known. */
  lowers: boolean;
  /** The week it is about (its Monday), where it has one. */
  week: string | null;
  /** The change that overlaps. */
  changeId: string | null;
  metric: VerdictOutcome | null;
}

/** What a statistician asks next; by outcome, absent where the design has no such thing. */
export interface Diagnostics {
  /** Difference-in-differences: how many value combinations on each side. */
  clusters: { treated: number; control: number; dimensions: string[] } | null;
  /** How p-values and intervals were had. */
  inference: "clustered_t" | "placebo_assignments" | "ar1_reml" | "two_arms" | null;
  /** Placebo assignments: how many, and the smallest p that they can give. */
  assignments: { count: number; drawn: boolean; smallestP: number } | null;
  outcomes: OutcomeDiagnostics[];
}

export interface OutcomeDiagnostics {
  metric: VerdictOutcome;
  weeksBefore: number;
  weeksAfter: number;
  degreesOfFreedom: number | null;
  /** Difference-in-differences: the gap of each stretch before the change to the last one, Holm-adjusted. */
  leads: { from: string; to: string; effect: number | null; p: number | null }[];
  /** Interrupted series: the autocorrelation of neighbouring weeks, whether season is in, and the dates tried. */
  autocorrelation: number | null;
  season: boolean | null;
  placeboDates: { tried: number; rejected: number } | null;
  /** By how much the interval was widened since placebo dates rejected too often; 1: not at all. */
  widenedBy: number;
  /** p of the same series by Newey-West, which is too small with few weeks: to compare only. */
  neweyWestP: number | null;
}

/** By week or wave; hidden where a cell is small. */
export interface OutcomeSeries {
  metric: VerdictOutcome;
  points: SeriesPoint[];
}

/** `start` is the Monday. What would have been, with its 95 % interval, stands in the weeks after only. */
export type SeriesPoint = {
  start: string;
  phase: "before" | "change" | "after";
} & (
  | { suppressed: true }
  | {
      suppressed?: false;
      n: number;
      /** Observed, its mix of people held as it was before the change. */
      value: number | null;
      counterfactual: number | null;
      low: number | null;
      high: number | null;
    }
);
