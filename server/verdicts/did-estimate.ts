/** Difference-in-differences of one outcome: clustered errors where clusters are many, placebo assignments where few. */
import { panelDid } from "../stats/panel-did.ts";
import {
  type PlaceboCell,
  type PlaceboEffect,
  placeboAssignments,
} from "../stats/placebo-assignments.ts";
import { criticalT } from "../stats/quantiles.ts";
import { twoSidedT } from "../stats/tails.ts";
import { unequalSides } from "../stats/unequal-sides.ts";
import type { Estimated, Lead } from "./estimate.ts";

/** A week or wave of one cluster. */
export type ClusterUnit = {
  cluster: string;
  inScope: boolean;
  week: number;
  n: number;
  value: number;
};

export type Sides = { treated: number; control: number };
export type DidEstimate = Estimated & { placebo: PlaceboEffect | null };

const FEWEST_CLUSTERS = 10;
const FEWEST_ON_A_SIDE = 3;
/** Stretches that the weeks before are cut into, the last of them what the others are compared with. */
const STRETCHES = 4;
const FEWEST_WEEKS_IN_A_STRETCH = 3;

export function sidesOf(units: readonly { cluster: string; inScope: boolean }[]): Sides {
  const count = (side: boolean) =>
    new Set(units.filter(({ inScope }) => inScope === side).map(({ cluster }) => cluster)).size;
  return { treated: count(true), control: count(false) };
}

export function areFew({ treated, control }: Sides): boolean {
  return (
    treated + control < FEWEST_CLUSTERS || treated < FEWEST_ON_A_SIDE || control < FEWEST_ON_A_SIDE
  );
}

/** `isAfter` tells the sides in time; null where the panel can't say. */
export function didEstimate(
  units: readonly ClusterUnit[],
  isAfter: (week: number) => boolean,
  withPath: boolean,
): DidEstimate | null {
  const panel = units.map(
    ({ cluster, inScope, week, n, value }): PlaceboCell => ({
      cohort: cluster,
      week,
      exposed: inScope,
      after: isAfter(week),
      successes: value * n,
      trials: n,
    }),
  );
  if (areFew(sidesOf(units))) {
    const placebo = placeboAssignments(panel);
    if (placebo === null) return null;
    const { effect, pValue: p, limits } = placebo;
    const path = withPath ? pathOf(units, isAfter, { effect, limits }) : [];
    return { effect, standardError: null, p, limits, degreesOfFreedom: null, path, placebo };
  }
  const fit = panelDid(
    panel.map((cell) => ({ ...cell, treated: cell.exposed && cell.after })),
    0.95,
  );
  const { effect } = fit;
  if (effect === null || fit.standardError === null || fit.correction === null) return null;
  const [treated, control] = [weightsOf(units, true), weightsOf(units, false)];
  const { factor, degreesOfFreedom } = unequalSides(treated, control);
  // Never less than clustered errors as everybody has them.
  const standardError = fit.standardError * Math.sqrt(Math.max(1, factor / fit.correction));
  const limits = (confidence: number) => {
    const reach = criticalT(confidence, degreesOfFreedom) * standardError;
    return { low: effect - reach, high: effect + reach };
  };
  const path = withPath ? pathOf(units, isAfter, { effect, limits }) : [];
  const p = twoSidedT(effect / standardError, degreesOfFreedom);
  return { effect, standardError, p, limits, degreesOfFreedom, path, placebo: null };
}

/** Facts of each cluster of a side. */
function weightsOf(units: readonly ClusterUnit[], side: boolean): number[] {
  const totals = new Map<string, number>();
  for (const { cluster, inScope, n } of units) {
    if (inScope === side) totals.set(cluster, (totals.get(cluster) ?? 0) + n);
  }
  return [...totals.values()];
}

/** What the treated would have been: as before, moved as the others moved; its interval is that of the mean effect. */
function pathOf(
  units: readonly ClusterUnit[],
  isAfter: (week: number) => boolean,
  { effect, limits }: Pick<Estimated, "effect" | "limits">,
): Estimated["path"] {
  const mean = (side: boolean, keep: (week: number) => boolean) => {
    const own = units.filter(({ inScope, week }) => inScope === side && keep(week));
    const n = own.reduce((sum, unit) => sum + unit.n, 0);
    return n === 0 ? null : own.reduce((sum, unit) => sum + unit.n * unit.value, 0) / n;
  };
  const treatedAfter = mean(true, isAfter);
  const controlAfter = mean(false, isAfter);
  if (treatedAfter === null || controlAfter === null) return [];
  const level = treatedAfter - effect;
  const { low, high } = limits(0.95);
  const weeks = [...new Set(units.map(({ week }) => week))].filter(isAfter);
  return weeks
    .toSorted((a, b) => a - b)
    .flatMap((week) => {
      const control = mean(false, (own) => own === week);
      if (control === null) return [];
      const value = level + control - controlAfter;
      return [
        {
          week,
          value,
          low: high === null ? null : value - (high - effect),
          high: low === null ? null : value + (effect - low),
        },
      ];
    });
}

/** The gap between the sides in each stretch of the weeks before, against that of the last; p not yet adjusted. */
export function leadsOf(before: readonly ClusterUnit[]): Lead[] {
  const weeks = [...new Set(before.map(({ week }) => week))].toSorted((a, b) => a - b);
  const stretches = Math.min(STRETCHES, Math.floor(weeks.length / FEWEST_WEEKS_IN_A_STRETCH));
  if (stretches < 2) return [];
  const size = weeks.length / stretches;
  const stretchOf = new Map(weeks.map((week, i) => [week, Math.floor(i / size)]));
  const last = stretches - 1;
  return Array.from({ length: last }, (_, stretch) => {
    const own = weeks.filter((week) => stretchOf.get(week) === stretch);
    const two = before.filter(({ week }) => [stretch, last].includes(stretchOf.get(week) ?? -1));
    const lead = didEstimate(
      pooled(two, (week) => stretchOf.get(week) ?? 0),
      (w) => w === stretch,
      false,
    );
    return {
      from: own[0] ?? 0,
      to: own.at(-1) ?? 0,
      effect: lead?.effect ?? null,
      p: lead?.p ?? null,
    };
  });
}

/** One unit a cluster and stretch. */
function pooled(units: readonly ClusterUnit[], stretchOf: (week: number) => number): ClusterUnit[] {
  const groups = Map.groupBy(units, ({ cluster, week }) => `${cluster}|${stretchOf(week)}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    const n = own.reduce((sum, unit) => sum + unit.n, 0);
    if (first === undefined || n === 0) return [];
    const value = own.reduce((sum, unit) => sum + unit.n * unit.value, 0) / n;
    return [{ ...first, week: stretchOf(first.week), n, value }];
  });
}
