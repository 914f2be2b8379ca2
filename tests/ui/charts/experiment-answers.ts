/** An experiment's results as the API answers them, for the tests of what is drawn from them. */
import type {
  Arm,
  CohortRow,
  Comparison,
  ExperimentResults,
  OutcomeComparison,
} from "#shared/contract/experiment-results.ts";

const share = (value: number, n: number) => ({ n, value, low: value - 0.02, high: value + 0.02 });

export function compared(patch: Partial<OutcomeComparison> = {}): OutcomeComparison {
  return {
    outcome: "opt_in_yield",
    role: "primary",
    better: "up",
    unit: "share",
    size: 0.03,
    control: share(0.486, 5276),
    variant: share(0.557, 5411),
    difference: 0.071,
    low: 0.014,
    high: 0.128,
    low90: 0.019,
    high90: 0.123,
    p: 0.006,
    pAdjusted: 0.006,
    smallestP: 0.006,
    moved: "rose",
    notWorse: true,
    noDifference: false,
    fixed: { low: 0.034, high: 0.107, p: 0.0002 },
    timesMore: null,
    missing: null,
    ...patch,
  };
}

export function watched(patch: Partial<OutcomeComparison> = {}): OutcomeComparison {
  return compared({
    outcome: "understanding",
    role: "guardrail",
    difference: 0.01,
    low: -0.02,
    high: 0.04,
    moved: "unclear",
    ...patch,
  });
}

export function comparison(patch: Partial<Comparison> = {}): Comparison {
  return {
    variant: "benefit-led",
    recommendation: "ship",
    sentence: "Ship benefit-led.",
    outcomes: [compared(), watched()],
    unseen: [],
    sequence: [
      { day: "2026-04-23", difference: 0.08, low: -0.9, high: 1, p: 0.8 },
      { day: "2026-04-24", difference: 0.07, low: -0.03, high: 0.17, p: 0.1 },
      { day: "2026-04-25", difference: 0.07, low: 0.01, high: 0.13, p: 0.02 },
    ],
    sensitivity: [],
    ...patch,
  };
}

export function arm(patch: Partial<Arm> = {}): Arm {
  return {
    variant: "purpose-first",
    isControl: true,
    plannedShare: 0.5,
    people: 1840,
    matureExposures: 5276,
    signals: 113,
    crossovers: 0,
    daily: [
      { day: "2026-04-21", people: 51 },
      { day: "2026-04-22", people: null },
    ],
    bayes: null,
    ...patch,
  };
}

export function cohort(patch: Partial<CohortRow> = {}): CohortRow {
  return {
    value: "boomer",
    control: share(0.47, 903),
    variant: share(0.5, 894),
    difference: 0.03,
    low: -0.13,
    high: 0.19,
    pAdjusted: 1,
    ...patch,
  };
}

export function results(patch: Partial<ExperimentResults> = {}): ExperimentResults {
  return {
    experiment: {
      id: "e-1",
      slug: "benefit-first",
      title: "Benefit first or purpose first",
      status: "stopped",
    },
    recommendation: "ship",
    variant: "benefit-led",
    sentence: "Ship benefit-led: opt-in rose.",
    daysNeeded: null,
    ended: false,
    plan: {
      shares: "planned",
      plannedSubjects: 4000,
      tunedFor: 4000,
      primary: "opt_in_yield",
      smallestEffect: 0.03,
      smallestEffectEarlyWithdrawal: 0.01,
    },
    from: "2026-04-21",
    to: "2026-06-01",
    matureTo: "2026-06-01",
    asOf: "2026-06-14",
    k: 10,
    dataVersion: 1,
    sources: ["events"],
    arms: [arm(), arm({ variant: "benefit-led", isControl: false, people: 1871 })],
    unplanned: [],
    sampleRatio: {
      state: "as_planned",
      chiSquare: 0.26,
      degreesOfFreedom: 1,
      p: 0.61,
      threshold: 0.001,
      drivers: [],
    },
    comparisons: [comparison()],
    cohorts: { by: "generation", variants: [] },
    ...patch,
  };
}
