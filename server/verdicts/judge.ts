/** Sums in, verdict out: the one way, which the server, the simulations and the real cases all take. */
import { holm } from "../stats/multiplicity.ts";
import { chooseDesign, type Estimates } from "./choose-design.ts";
import { confoundersOf } from "./confounders.ts";
import { type Decidable, decide, hasNoEffect, isNotWorse, movedOf } from "./decide.ts";
import type { Estimated } from "./estimate.ts";
import { noChecks } from "./estimate.ts";
import type { JudgedConfounder, JudgedOutcome, JudgedPoint, Judgement } from "./judgement.ts";
import { neededOf } from "./needed.ts";
import {
  FEWEST_WEEKS_AFTER,
  type JudgeInput,
  type JudgeOptions,
  type Unit,
  WEEK,
} from "./panel.ts";
import { isMeasured, type Prepared, prepare } from "./sides.ts";
import { windowOf } from "./windows.ts";

export function judge(input: JudgeInput, options: JudgeOptions): Judgement {
  const hasSides = input.dimensions.length > 0;
  const read = (minds: "inside" | "both") => {
    const window = windowOf(input, options, minds);
    const needsClusters = hasSides && minds === "both";
    return {
      window,
      all: input.outcomes.map((one) => prepare(one, input.week, window, needsClusters)),
    };
  };
  const [own, compared] = [read("inside"), read("both")];
  const readings = { own: own.all, compared: compared.all };
  const estimates = chooseDesign(input, readings, options);
  const { window, all: prepared } =
    estimates.design === "difference_in_differences" ? compared : own;
  const adjusted = holm(prepared.map(({ metric }) => estimates.byMetric.get(metric)?.p ?? null));
  const outcomes = prepared.map((one, i) => outcomeOf(one, estimates, adjusted[i] ?? null));
  const verdict = decide(outcomes);
  const confounders = [
    ...confoundersOf(input, prepared, window, estimates),
    ...outcomes.filter(isHeldBack).map(contradiction),
  ];
  const isLowered = confounders.some(({ lowers }) => lowers);
  const measured = prepared.filter(isMeasured);
  const isFinal = measured.length > 0 && measured.every(({ isFull }) => isFull);
  return {
    verdict,
    state: isFinal ? "final" : "preliminary",
    claim: verdict === "not_enough_data" ? "none" : isLowered ? "lowered" : "full",
    design: estimates.design,
    reasons: estimates.reasons,
    outcomes,
    confounders,
    ...inferenceOf(input, estimates),
    window,
  };
}

function outcomeOf(one: Prepared, estimates: Estimates, pAdjusted: number | null): JudgedOutcome {
  const { metric, panel, before, after } = one;
  const estimate = estimates.byMetric.get(metric);
  const wide = estimate?.limits(0.95);
  const narrow = estimate?.limits(0.9);
  const [n, nBefore] = [after, before].map((units) => units.reduce((sum, unit) => sum + unit.n, 0));
  const figures: Decidable = {
    metric,
    size: panel.size,
    measured: isMeasured(one),
    effect: estimate?.effect ?? null,
    low90: narrow?.low ?? null,
    high90: narrow?.high ?? null,
    pAdjusted,
    before: estimate?.before ?? mean(before),
    contradicted: estimate !== undefined && isContradicted(one, estimates, estimate),
  };
  const standardError = estimate?.standardError ?? halfWidth(narrow);
  const isSeries = estimates.design === "interrupted_time_series";
  const moved = movedOf(figures);
  const told = moved !== "unclear" || hasNoEffect(figures) || !figures.measured;
  const needed = told ? null : missing(one, figures.effect, standardError, n ?? 0);
  return {
    ...figures,
    standardError,
    low: wide?.low ?? null,
    high: wide?.high ?? null,
    p: estimate?.p ?? null,
    moved,
    notWorse: isNotWorse(figures),
    after: estimate?.after ?? mean(after),
    n: estimate?.n ?? n ?? 0,
    nBefore: nBefore ?? 0,
    needed: needed?.needed ?? null,
    neededDays: needed?.neededDays ?? null,
    unit: one.unit,
    shortage: estimate === undefined ? one.shortage : null,
    points: pointsOf(one, estimate),
    diagnostics: {
      ...noChecks,
      ...checksOf(estimate),
      weeksBefore: isSeries ? one.past.flat().length : before.length,
      weeksAfter: after.length,
      degreesOfFreedom: estimate?.degreesOfFreedom ?? null,
      leads: estimates.leads.get(metric) ?? [],
    },
  };
}

function checksOf(estimate: ReturnType<Estimates["byMetric"]["get"]>) {
  if (estimate?.widenedBy === undefined) return {};
  const { autocorrelation = null, season = null, placeboDates = null } = estimate;
  const { widenedBy, neweyWestP = null } = estimate;
  return { autocorrelation, season, placeboDates, widenedBy, neweyWestP };
}

/**
 * An own series says that people in scope moved; where there are others, too few to prove anything by, they must at least not
 * speak against it: the gap to them has the same sign, half its size, and no other of them moved as far from the rest.
 */
function isContradicted(
  { metric, panel }: Prepared,
  { design, reasons, did }: Estimates,
  own: Estimated,
): boolean {
  const compared = did.get(metric)?.placebo;
  const isTooFew = reasons.some(({ code }) => code === "too_few_to_claim");
  if (design !== "interrupted_time_series" || !isTooFew || !compared) return false;
  const agrees = compared.effect * Math.sign(own.effect) >= panel.size / 2;
  return Math.abs(own.effect) >= panel.size && !(agrees && isMostExtreme(compared));
}

function isMostExtreme({ pValue, smallestP }: { pValue: number; smallestP: number }): boolean {
  return pValue < smallestP * 1.5;
}

/** It would have risen or fallen, but for what speaks against it. */
function isHeldBack(outcome: JudgedOutcome): boolean {
  return outcome.contradicted && movedOf({ ...outcome, contradicted: false }) !== "unclear";
}

function contradiction({ metric }: JudgedOutcome): JudgedConfounder {
  return { code: "outside_moved_alike", lowers: true, week: null, changeId: null, metric };
}

function halfWidth(limits: { low: number | null; high: number | null } | undefined): number | null {
  if (limits === undefined || limits.low === null || limits.high === null) return null;
  return (limits.high - limits.low) / (2 * 1.645);
}

function missing(one: Prepared, effect: number | null, standardError: number | null, n: number) {
  const { panel, before, after, weeksMissing, unit } = one;
  if (weeksMissing > 0) {
    const units = after.length > 0 ? after : before;
    const perWeek = units.reduce((sum, own) => sum + own.n, 0) / units.length;
    const weeks = Math.min(weeksMissing, FEWEST_WEEKS_AFTER);
    return { needed: Math.ceil(weeks * perWeek), neededDays: weeksMissing * WEEK };
  }
  if (effect === null || standardError === null) return null;
  const [first, last] = [after[0]?.week ?? 0, after.at(-1)?.week ?? 0];
  const spacing = unit === "wave" ? 13 * WEEK : WEEK;
  const days = last - first + spacing;
  return neededOf({ effect, standardError, size: panel.size }, { n, days });
}

function pointsOf(one: Prepared, estimate: Estimated | undefined): JudgedPoint[] {
  const path = new Map(estimate?.path.map((point) => [point.week, point]));
  const point =
    (phase: JudgedPoint["phase"]) =>
    ({ week, n, value }: Unit): JudgedPoint => {
      const forecast = path.get(week);
      const [low, high] = [forecast?.low ?? null, forecast?.high ?? null];
      return { week, phase, n, value, counterfactual: forecast?.value ?? null, low, high };
    };
  const { before, during, after } = one;
  return [
    ...before.map(point("before")),
    ...during.map(point("change")),
    ...after.map(point("after")),
  ];
}

function inferenceOf({ dimensions }: JudgeInput, { design, sides, did }: Estimates) {
  const [placebo] = [...did.values()].flatMap((one) => (one.placebo === null ? [] : [one.placebo]));
  const clusters = sides === null ? null : { ...sides, dimensions: [...dimensions] };
  const assignments = placebo
    ? { count: placebo.assignments, drawn: placebo.drawn, smallestP: placebo.smallestP }
    : null;
  const inference = {
    experiment: "two_arms",
    difference_in_differences: placebo ? "placebo_assignments" : "clustered_t",
    interrupted_time_series: "ar1_reml",
    none: null,
  } as const;
  return { clusters, inference: inference[design], assignments };
}

function mean(units: readonly Unit[]): number | null {
  const n = units.reduce((sum, unit) => sum + unit.n, 0);
  return n === 0 ? null : units.reduce((sum, unit) => sum + unit.n * unit.value, 0) / n;
}
