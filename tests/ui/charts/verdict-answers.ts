/** A verdict as the API answers it, for the tests of what is drawn from it. */
import type { OutcomeEffect, OutcomeSeries, VerdictAnswer } from "#shared/contract/verdict.ts";
import { formatDay, parseDay } from "#shared/days.ts";

export function outcome(patch: Partial<OutcomeEffect> = {}): OutcomeEffect {
  return {
    metric: "understanding",
    better: "up",
    size: 0.03,
    effect: 0.09,
    low: 0.06,
    high: 0.12,
    low90: 0.065,
    high90: 0.115,
    p: 0.0001,
    pAdjusted: 0.0004,
    moved: "rose",
    notWorse: true,
    before: 0.52,
    after: 0.61,
    n: 2400,
    nBefore: 9800,
    needed: null,
    neededDays: null,
    answersOf: null,
    scale: 5,
    unit: "week",
    missing: null,
    ...patch,
  };
}

/** Weeks from 5 January 2026: so many before, the week of the change, so many after. */
export function series(
  before: readonly number[],
  after: readonly (readonly [seen: number, expected: number])[],
): OutcomeSeries {
  const first = parseDay("2026-01-05") ?? 0;
  const start = (week: number) => formatDay(first + 7 * week);
  const plain = { n: 200, counterfactual: null, low: null, high: null };
  return {
    metric: "understanding",
    points: [
      ...before.map((value, i) => ({ ...plain, start: start(i), phase: "before" as const, value })),
      { ...plain, start: start(before.length), phase: "change", value: 0.55 },
      ...after.map(([value, counterfactual], i) => ({
        start: start(before.length + 1 + i),
        phase: "after" as const,
        n: 200,
        value,
        counterfactual,
        low: counterfactual - 0.04,
        high: counterfactual + 0.04,
      })),
    ],
  };
}

export function verdictAnswer(patch: Partial<VerdictAnswer> = {}): VerdictAnswer {
  return {
    change: { id: "c-1", title: "Plainer words", date: "2026-03-04" },
    verdict: "building_trust",
    state: "final",
    claim: "full",
    sentence: "Trust grew with plainer words.",
    design: "difference_in_differences",
    designReason: "There are customers whom the change was not for.",
    outcomes: [outcome()],
    beside: [],
    confounders: [],
    diagnostics: { clusters: null, inference: null, assignments: null, outcomes: [] },
    series: [series([0.5, 0.52, 0.51], [[0.6, 0.51]])],
    byGeneration: [],
    window: {
      baselineFrom: "2026-01-05",
      baselineTo: "2026-02-23",
      afterFrom: "2026-03-09",
      afterTo: "2026-04-27",
      finalOn: "2026-05-04",
    },
    settings: { smallestEffect: 0.03, smallestEffectEarlyWithdrawal: 0.01, followUpWeeks: 8 },
    k: 10,
    asOf: "2026-05-10",
    dataVersion: 1,
    language: "en",
    keptOn: null,
    keptDataVersion: null,
    recheck: null,
    calibration: null,
    ...patch,
  };
}
