/** The first design that applies, and why: experiment, difference-in-differences, interrupted series. */
import type { VerdictDesign, VerdictOutcome } from "#shared/contract/verdict.ts";
import { holm } from "../stats/multiplicity.ts";
import { type ArmsEstimate, armsEstimate } from "./arms-estimate.ts";
import { areFew, type DidEstimate, didEstimate, leadsOf, sidesOf } from "./did-estimate.ts";
import type { Estimated, Lead, SeriesChecks } from "./estimate.ts";
import type { Reason } from "./judgement.ts";
import { type JudgeInput, type JudgeOptions, LEVEL, type Unit, WEEKLY } from "./panel.ts";
import { designEffect, varianceOfRepeats } from "./repeated-answers.ts";
import { seriesEstimate } from "./series-estimate.ts";
import type { Prepared } from "./sides.ts";

/** Every outcome, read for a series of those in scope, and for a comparison with those outside. */
export type Readings = { own: readonly Prepared[]; compared: readonly Prepared[] };

export type Estimates = {
  design: VerdictDesign;
  reasons: Reason[];
  byMetric: Map<VerdictOutcome, Estimated & Partial<SeriesChecks> & Partial<ArmsEstimate>>;
  leads: Map<VerdictOutcome, Lead[]>;
  /** The difference-in-differences, also where another design was taken. */
  sides: { treated: number; control: number } | null;
  did: Map<VerdictOutcome, DidEstimate>;
};

/** Days: a wave's answers lie around its middle. */
const WAVE_REACH = 28;
/** More than this share of the pairs of answers that one person gave on both sides: the sides are not apart. */
export const SAME_PEOPLE = 0.1;

export function chooseDesign(
  input: JudgeInput,
  { own, compared }: Readings,
  { withPath, calendar = WEEKLY }: JudgeOptions,
): Estimates {
  const isReady = ({ shortage }: Prepared) => shortage === null;
  const ready = own.filter(isReady);
  const arms = tryArms(input, own);
  const reasons: Reason[] = arms.reason === null ? [] : [arms.reason];
  const nothing = { leads: new Map(), sides: null, did: new Map() };
  if (arms.byMetric.size > 0) {
    return { design: "experiment", reasons, byMetric: arms.byMetric, ...nothing };
  }
  const tried = tryDid(input, compared.filter(isReady), withPath);
  reasons.push(...tried.reasons);
  const { sides, leads, did } = tried;
  if (tried.applies) {
    return { design: "difference_in_differences", reasons, byMetric: did, leads, sides, did };
  }
  const byMetric = new Map(
    ready.flatMap((one) => {
      const estimate = seriesEstimate(one.past, one.after, input.week, repeatsIn(one), {
        size: one.panel.size,
        withPath,
        calendar,
      });
      return estimate === null ? [] : [[one.metric, estimate] as const];
    }),
  );
  const [first] = byMetric.values();
  if (first === undefined) {
    reasons.push({ code: "too_early_or_thin" });
    return { design: "none", reasons, byMetric, leads, sides, did };
  }
  const weeks = Math.max(...ready.map(({ past }) => past.flat().length));
  reasons.push({ code: "own_past", weeks, season: first.season === true });
  return { design: "interrupted_time_series", reasons, byMetric, leads, sides, did };
}

function tryArms({ arms, outcomes, week }: JudgeInput, prepared: readonly Prepared[]) {
  const byMetric = new Map<VerdictOutcome, ArmsEstimate>();
  if (arms === null) return { byMetric, reason: null };
  const { experiment, control } = arms;
  if (control === null) {
    const reason: Reason = { code: "experiment_without_control", experiment };
    return { byMetric, reason };
  }
  for (const { metric, lastWeek } of outcomes) {
    const cells = (arms.outcomes[metric] ?? []).filter(
      (cell) => cell.week >= week && cell.week <= lastWeek,
    );
    const one = prepared.find((other) => other.metric === metric);
    const repeats = one === undefined ? 1 : sideOf(one, one.after).effect;
    const estimate = armsEstimate(cells, control, repeats);
    if (estimate !== null) byMetric.set(metric, estimate);
  }
  const reason: Reason =
    byMetric.size > 0
      ? { code: "randomised", experiment, control }
      : { code: "experiment_without_data", experiment };
  return { byMetric, reason };
}

function tryDid(
  { dimensions, sharedPeople, week }: JudgeInput,
  ready: readonly Prepared[],
  withPath: boolean,
) {
  const did = new Map<VerdictOutcome, DidEstimate>();
  const leads = new Map<VerdictOutcome, Lead[]>();
  const none = (reason: Reason | null) => ({
    applies: false,
    reasons: reason === null ? [] : [reason],
    sides: null,
    leads,
    did,
  });
  if (ready.length === 0) return none(null);
  const panels = ready.map((one) => ({ ...one, sides: sidesOf(one.clusters) }));
  const apart = panels.filter(({ sides }) => sides.treated > 0 && sides.control > 0);
  if (dimensions.length === 0 || apart.length === 0) return none({ code: "nobody_outside" });
  if (sharedPeople > SAME_PEOPLE) return none({ code: "same_people", share: sharedPeople });
  for (const { metric, clusters } of apart) {
    const estimate = didEstimate(clusters, (at) => at > week, withPath);
    if (estimate !== null) did.set(metric, estimate);
  }
  const fewest = apart.reduce((a, b) =>
    a.sides.treated + a.sides.control <= b.sides.treated + b.sides.control ? a : b,
  ).sides;
  const placebos = [...did.values()].flatMap(({ placebo }) => (placebo === null ? [] : [placebo]));
  const smallestP = Math.max(0, ...placebos.map((placebo) => placebo.smallestP));
  const outcomes = did.size;
  if (outcomes === 0) return none({ code: "nobody_outside" });
  if (smallestP * outcomes >= LEVEL) {
    const reason: Reason = { code: "too_few_to_claim", ...fewest, smallestP, outcomes };
    return { applies: false, reasons: [reason], sides: fewest, leads, did };
  }
  for (const { metric, clusters } of apart) {
    leads.set(metric, leadsOf(clusters.filter((unit) => unit.week < week)));
  }
  const worst = worstLead(leads);
  if (worst !== null && worst.p < LEVEL) {
    const reason: Reason = { code: "leads_differ", ...worst };
    return { applies: false, reasons: [reason], sides: fewest, leads, did };
  }
  const assignments = placebos[0]?.assignments ?? 0;
  const reason: Reason = areFew(fewest)
    ? { code: "few_clusters", ...fewest, dimensions, assignments }
    : { code: "many_clusters", ...fewest, dimensions };
  return { applies: true, reasons: [reason], sides: fewest, leads, did };
}

/** Adjusts all leads for their number, in place of their p; the smallest. */
function worstLead(
  leads: Map<VerdictOutcome, Lead[]>,
): { metric: VerdictOutcome; p: number } | null {
  const all = [...leads].flatMap(([metric, own]) => own.map((lead) => ({ metric, lead })));
  const adjusted = holm(all.map(({ lead }) => lead.p));
  let worst: { metric: VerdictOutcome; p: number } | null = null;
  for (const [i, { metric, lead }] of all.entries()) {
    const p = adjusted[i] ?? null;
    lead.p = p;
    if (p !== null && (worst === null || p < worst.p)) worst = { metric, p };
  }
  return worst;
}

/** What answers of the same people add to the variance of a gap that weighs the weeks so. */
export function repeatsIn({ panel: { pairs }, unit }: Prepared) {
  return (units: readonly Unit[], weightsOf: () => readonly number[]) => {
    if (pairs.length === 0) return 0;
    const places = new Map(units.map(({ week }, i) => [week, i]));
    const nearest = (week: number) => {
      const at = nearestOf(units, week);
      return Math.abs((units[at]?.week ?? 0) - week) <= WAVE_REACH ? at : undefined;
    };
    return varianceOfRepeats(
      units,
      weightsOf(),
      pairs,
      unit === "wave" ? nearest : (week) => places.get(week),
    );
  };
}

function nearestOf(units: readonly Unit[], week: number): number {
  const away = units.map((unit) => Math.abs(unit.week - week));
  return away.indexOf(Math.min(...away));
}

function sideOf({ panel, unit }: Prepared, units: readonly Unit[]) {
  const [from, to] = [units[0]?.week ?? 0, units.at(-1)?.week ?? 0];
  const reach = unit === "wave" ? WAVE_REACH : 0;
  return designEffect(units, panel.pairs, (week) => week >= from - reach && week <= to + reach);
}
