/**
 * Every metric: its name, unit, direction of good, and its definition in words. The server computes from this list
 * and the glossary prints it, so that the two cannot part.
 */
import type { Unit } from "./contract/metric.ts";
import { commonDimensions, type Dimension } from "./vocabulary.ts";

/** The intervals that a metric's figures are shown with, and whose coverage its definition gives. */
export type IntervalName =
  | "share"
  | "share_difference"
  | "weighted_share"
  | "weighted_share_difference"
  | "rate"
  | "rate_difference"
  | "retention"
  | "retention_difference"
  | "mean"
  | "mean_difference"
  | "clustered_share"
  | "clustered_share_difference"
  | "clustered_mean"
  | "clustered_mean_difference"
  | "median_ratio"
  | "median_ratio_difference"
  | "repeated_share"
  | "repeated_rate"
  | "repeated_retention"
  | "repeated_median_ratio";

export interface MetricDefinition {
  title: string;
  unit: Unit;
  better: "up" | "down" | "none";
  /** The question that the figure answers, in plain words. */
  question: string;
  numerator: string;
  denominator: string;
  formula: string;
  /** Which day a fact belongs to. */
  day: string;
  interval: string;
  intervals: readonly IntervalName[];
  silence: string;
  counts: string | false;
  /** Beyond the common dimensions: what can also split and filter it. */
  special: readonly Dimension[];
  /** Of those, the ones that only the numerator has: each group is divided by the denominator of all. */
  numeratorOnly: readonly Dimension[];
  source: string;
  version: number;
}

const WILSON = "Wilson score interval, no continuity correction";
const WILSON_SOURCE = "Wilson 1927, JASA 22:209; Newcombe 1998, Stat Med 17:857, method 3";
const OF_SHARES = [
  "share",
  "share_difference",
  "weighted_share",
  "weighted_share_difference",
] as const;
const SEVERAL_ANSWERS =
  "Several answers of one person are not several people: where a cell has them, the interval is widened by their cluster-robust variance, never narrowed: Wilson with n / design effect; the mean with the degrees of freedom of people, not answers, and none where all answers are as good as one person's. n and count stay exact. Answers of one person count as of two where they are more than 2 years or 40 answers apart, or lie under different values of a filter that names several.";
const EXPOSURES =
  "exposures (one per subject, purpose and notice) at least 8 days before the as-of day, so that each had its 7 days to be answered";

function survey(title: string, question: string, about: string): MetricDefinition {
  return {
    title,
    unit: "share",
    better: "up",
    question,
    numerator: `answers ${about} in the top two boxes (score ≥ scale − 1; on scales of 2 and 3 the top box)`,
    denominator: `answers ${about}: the first per subject, purpose, survey, question and calendar month`,
    formula: "top-two answers / answers; stat=mean: mean of 100 × (score − 1) / (scale − 1)",
    day: "the day of the answer",
    interval: `${WILSON}; for the mean, Student t clipped to 0…100, none for one answer. ${SEVERAL_ANSWERS}`,
    intervals: [
      ...OF_SHARES,
      "mean",
      "mean_difference",
      "clustered_share",
      "clustered_share_difference",
      "clustered_mean",
      "clustered_mean_difference",
    ],
    silence:
      "People who did not answer are not in it. Scales are never pooled: the scale with most answers is taken unless one is asked for.",
    counts: "records with scores",
    special: ["survey"],
    numeratorOnly: [],
    source: `${WILSON_SOURCE}; Student 1908, Biometrika 6:1; Kish 1965, Survey Sampling, 5.4; Cameron & Miller 2015, J Hum Resour 50:317`,
    version: 2,
  };
}

export const metricList = {
  opt_in_rate: {
    title: "Opt-in rate",
    unit: "share",
    better: "up",
    question: "Of the people who decided, how many said yes?",
    numerator: "decisions `granted`",
    denominator: "decisions: the first `granted` or `declined` per subject, purpose and notice",
    formula: "granted / (granted + declined)",
    day: "the day of the decision",
    interval: WILSON,
    intervals: [...OF_SHARES, "repeated_share"],
    silence:
      "Dismissals and silence are left out: see opt-in yield for a share of all who were asked. Implicit grants are not consent and never count.",
    counts: "records with granted and declined",
    special: ["method"],
    numeratorOnly: [],
    source: WILSON_SOURCE,
    version: 1,
  },
  opt_in_yield: {
    title: "Opt-in yield",
    unit: "share",
    better: "up",
    question: "Of the people who were asked, how many said yes?",
    numerator:
      "of those, the ones whose outcome is `granted`: a first decision for yes within 7 × 24 h of the exposure",
    denominator: EXPOSURES,
    formula: "exposures granted / exposures",
    day: "the day of the exposure",
    interval: WILSON,
    intervals: [...OF_SHARES, "repeated_share"],
    silence: "Dismissals and silence count as not granted.",
    counts: "records with shown, granted and declined, of the same days",
    special: [],
    numeratorOnly: [],
    source: WILSON_SOURCE,
    version: 1,
  },
  no_choice_rate: {
    title: "No-choice rate",
    unit: "share",
    better: "down",
    question: "Of the people who were asked, how many made no choice?",
    numerator: "of those, the ones whose outcome is `dismissed` or `none` after 7 × 24 h",
    denominator: EXPOSURES,
    formula: "(exposures dismissed + exposures without any answer) / exposures",
    day: "the day of the exposure",
    interval: WILSON,
    intervals: [...OF_SHARES, "repeated_share"],
    silence: "This is the share of dismissals and silence.",
    counts:
      "records with shown, granted and declined (no choice = shown − granted − declined), of the same days",
    special: [],
    numeratorOnly: [],
    source: WILSON_SOURCE,
    version: 1,
  },
  active_consents: {
    title: "Active consents",
    unit: "count",
    better: "up",
    question: "How many consents stand?",
    numerator: "spells of consent in force at the end of the bucket's last day",
    denominator: "the same number: n = count = value",
    formula: "spells opened by then − spells closed by then",
    day: "the end of the bucket's last day",
    interval: "none: it is a full count",
    intervals: [],
    silence: "Only a grant opens a spell; silence opens none.",
    counts: "inForce: of each key the latest on or before the day, at most 35 days old",
    special: [],
    numeratorOnly: [],
    source: "a count",
    version: 1,
  },
  net_change: {
    title: "Net change of consents",
    unit: "count",
    better: "up",
    question: "Did consents grow or shrink?",
    numerator: "active consents at the end of the bucket − those on the day before its first",
    denominator: "none; n is both stocks together",
    formula: "active at the end − active before the start",
    day: "the end of the bucket's last day and the day before its first",
    interval: "none: it is a full count",
    intervals: [],
    silence: "As active consents.",
    counts: false,
    special: [],
    numeratorOnly: [],
    source: "a count",
    version: 1,
  },
  consent_coverage: {
    title: "Consent coverage",
    unit: "share",
    better: "up",
    question: "Of everybody ever asked, how many consent now?",
    numerator: "of those, the pairs with consent in force then",
    denominator:
      "subject × purpose pairs ever asked by the end of the bucket's last day, with the dimensions of their first exposure",
    formula: "pairs with consent in force / pairs ever asked",
    day: "the end of the bucket's last day",
    interval: `${WILSON}; a difference of two days takes their people for others, and is wide where most are the same`,
    intervals: [...OF_SHARES, "repeated_share"],
    silence: "People who never answered stay in the denominator.",
    counts:
      "records with inForce and asked: of each key the latest on or before the day, at most 35 days old",
    special: [],
    numeratorOnly: [],
    source: WILSON_SOURCE,
    version: 1,
  },
  withdrawal_rate: {
    title: "Withdrawal rate",
    unit: "per_1000_consent_days",
    better: "down",
    question: "How fast do people who consented leave again?",
    numerator: "withdrawals: `withdrawn` or `declined` inside a spell",
    denominator:
      "consent-days: one for each day of a spell, from its grant day to its closing day (or the as-of day), both included",
    formula: "1 000 × withdrawals / consent-days",
    day: "the closing day; each consent-day its own",
    interval: "exact Poisson (Garwood)",
    intervals: ["rate", "rate_difference", "repeated_rate"],
    silence: "Only an act closes a spell; silence does not.",
    counts: "records with withdrawn and inForce (consent-days of the day: their sum)",
    special: ["method", "reason"],
    numeratorOnly: ["method", "reason"],
    source: "Garwood 1936, Biometrika 28:437",
    version: 1,
  },
  consent_retention: {
    title: "Consent retention",
    unit: "share",
    better: "up",
    question: "What share still consents so many days after saying yes?",
    numerator: "count: spells closed by then",
    denominator: "n: spells granted in the bucket",
    formula:
      "Kaplan–Meier product over days of (at risk − closed) / at risk; open spells are censored at the as-of day",
    day: "the day of the grant",
    interval: "log-log (Greenwood); none at 0 and 1",
    intervals: ["retention", "retention_difference", "repeated_retention"],
    silence: "Silence keeps a spell open. Beyond the longest follow-up there is no figure.",
    counts: false,
    special: [],
    numeratorOnly: [],
    source: "Kaplan & Meier 1958, JASA 53:457; Kalbfleisch & Prentice 2002",
    version: 1,
  },
  early_withdrawal_rate: {
    title: "Early withdrawal",
    unit: "share",
    better: "down",
    question: "What share of consents is taken back within a week?",
    numerator: "of those, the ones closed with a length of 7 days or less",
    denominator: "spells granted at least 8 days before the as-of day (seven whole days seen)",
    formula: "closed within 7 days / granted",
    day: "the day of the grant",
    interval: WILSON,
    intervals: [...OF_SHARES, "repeated_share"],
    silence: "Silence keeps a spell open.",
    counts: false,
    special: ["method", "reason"],
    numeratorOnly: ["method", "reason"],
    source: WILSON_SOURCE,
    version: 1,
  },
  understanding: survey(
    "Understanding",
    "Who says “I understand how my data is used”?",
    "to the question `understanding`",
  ),
  trust: survey("Trust", "Who says they trust us with their data?", "to the question `trust`"),
  benefit: survey(
    "Benefit",
    "Who sees a real benefit in sharing data?",
    "to the question `benefit`",
  ),
  control: survey("Control", "Who feels in control of their data?", "to the question `control`"),
  survey_score: survey(
    "Survey score",
    "How do people answer this question?",
    "to the question named by the parameter `question`",
  ),
  informed_opt_in_rate: {
    ...survey(
      "Informed opt-in",
      "Of the people whose consent stands, how many understand what they said yes to?",
      "to the question `understanding` by people whose consent was in force when they answered",
    ),
    counts: false,
  },
  opt_out_effort: {
    title: "Opt-out effort",
    unit: "ratio",
    better: "down",
    question: "Is leaving as easy as joining? (1 = as easy)",
    numerator:
      "n: withdrawals timed (durationMs, else the time since the attempt began, up to 24 h)",
    denominator:
      "count: decisions `granted` timed (durationMs, else the time since the prompt, up to 1 h)",
    formula:
      "median withdrawal time / median time of the decisions granted; the lower of two middle ones, from histograms exact to 2.5 %; stat=steps the same of steps",
    day: "the closing day; the decision's day",
    interval:
      "order statistics of both medians, combined on the log scale; no finer than the histograms, so that where it is narrower than 2.5 % the truth may lie beside it",
    intervals: ["median_ratio", "median_ratio_difference", "repeated_median_ratio"],
    silence: "Only withdrawals and grants with a known time are in it.",
    counts: false,
    special: ["method", "reason"],
    numeratorOnly: ["reason"],
    source: "David & Nagaraja 2003, Order Statistics, 7.1; Zou & Donner 2008, Stat Med 27:1693",
    version: 1,
  },
  opt_out_completion: {
    title: "Opt-out completion",
    unit: "share",
    better: "up",
    question: "Of the people who begin to leave, how many get out?",
    numerator: "of those, the ones whose spell closed within 24 h of the start",
    denominator:
      "attempts (`withdrawal_started` inside a spell; another within 24 h belongs to it) begun at least 2 days before the as-of day",
    formula: "attempts finished / attempts",
    day: "the day that the attempt began",
    interval: WILSON,
    intervals: [...OF_SHARES, "repeated_share"],
    silence: "Attempts that are given up count as not finished.",
    counts: false,
    special: [],
    numeratorOnly: [],
    source: WILSON_SOURCE,
    version: 1,
  },
} as const satisfies Record<string, MetricDefinition>;

export type MetricName = keyof typeof metricList;

export const metricNames = Object.keys(metricList) as MetricName[];

export function isMetricName(name: string): name is MetricName {
  return Object.hasOwn(metricList, name);
}

export function dimensionsOf(metric: MetricName): Dimension[] {
  return [...commonDimensions, ...metricList[metric].special];
}

/** What every definition shares. */
export const sharedRules = {
  smallCells:
    "A cell whose denominator holds fewer facts than k is hidden, and with it as many more cells as it takes that what is hidden along a line cannot be had by subtraction. Differences between separate questions (other dates, filters, grains) are out of this promise.",
  sums: "All figures are sums of facts: one pure function folds the events of one subject into facts, and the store keeps their exact sum at all times.",
} as const;
