/** One outcome's panel, read once: the people in scope as a series, and the clusters of both sides. */
import type { VerdictOutcome } from "#shared/contract/verdict.ts";
import { holdMix } from "./composition.ts";
import type { ClusterUnit } from "./did-estimate.ts";
import {
  FEWEST_WAVES_BEFORE,
  FEWEST_WEEKS_AFTER,
  FEWEST_WEEKS_BEFORE,
  type OutcomePanel,
  type Unit,
  WEEK,
} from "./panel.ts";
import { wavesOf } from "./waves.ts";
import type { Window } from "./windows.ts";

export type Shortage =
  | "no_facts"
  | "none_before"
  | "too_few_weeks_before"
  | "too_few_waves_before"
  | "too_few_weeks_after"
  | "no_whole_wave";

/** There are facts of it on both sides of the change, or were before it. */
export function isMeasured({ shortage }: Pick<Prepared, "shortage">): boolean {
  return shortage !== "no_facts" && shortage !== "none_before";
}

/** Weeks between two changes that are too few to tell their level by. */
const FEWEST_IN_A_STRETCH = 4;

export type Prepared = {
  panel: OutcomePanel;
  metric: VerdictOutcome;
  unit: "week" | "wave";
  /** In scope, mix held. */
  before: Unit[];
  after: Unit[];
  /** `before`, and in front of it the stretches between earlier changes, oldest first. */
  past: Unit[][];
  /** The week of the change itself, where it has facts. */
  during: Unit[];
  /** By cluster, mix held within each; those with facts on both sides of the change only. */
  clusters: ClusterUnit[];
  shortage: Shortage | null;
  /** Weeks still missing after the change; 0 where that is not what is missing. */
  weeksMissing: number;
  isFull: boolean;
};

export function prepare(
  panel: OutcomePanel,
  weekOfChange: number,
  window: Window,
  needsClusters: boolean,
): Prepared {
  const isBefore = (week: number) => week >= window.baselineFrom && week <= window.baselineTo;
  const inScope = panel.cells
    .filter((cell) => cell.inScope)
    .map((cell) => ({ ...cell, stratum: `${cell.cluster}|${cell.stratum}` }));
  const held = holdMix(inScope, isBefore).filter(({ week }) => week <= panel.lastWeek);
  const units = held.filter(({ week }) => week >= window.baselineFrom);
  const { unit, units: own, weeks } = wavesOf(units, weekOfChange, panel.lastWeek);
  const before = own.filter(({ week }) => isBefore(week));
  const later = own.filter(({ week }) => week >= window.afterFrom);
  const firstWave = unit === "wave" ? (later[0]?.week ?? Number.POSITIVE_INFINITY) : 0;
  const until = Math.max(window.followUpTo, unit === "wave" && later.length > 0 ? firstWave : 0);
  const after = later.filter(({ week }) => week <= until);
  const seen = (panel.lastWeek - weekOfChange) / WEEK;
  // Without a mix to hold, what comes after is in no unit.
  const hasFacts = inScope.some(({ week }) => week >= window.afterFrom && week <= until);
  const isUsed = (week: number) =>
    week !== weekOfChange && weeks.has(week) && week <= until && week >= window.baselineFrom;
  return {
    panel,
    metric: panel.metric,
    unit,
    before,
    after,
    past: unit === "wave" ? [before] : [...earlierStretches(held, window), before],
    during: units.filter(({ week }) => week === weekOfChange),
    clusters: needsClusters ? clustersOf(panel, isBefore, isUsed, weekOfChange) : [],
    ...shortageOf({ unit, before, after, hasFacts, seen, weekOfChange }),
    isFull: panel.lastWeek >= window.followUpTo && (unit === "week" || after.length > 0),
  };
}

function earlierStretches(units: readonly Unit[], window: Window): Unit[][] {
  const { pastFrom, baselineFrom, steps } = window;
  const earlier = units.filter(
    ({ week }) => week >= pastFrom && week < baselineFrom && !steps.includes(week),
  );
  const stretches = Map.groupBy(earlier, ({ week }) => steps.filter((step) => step < week).length);
  return [...stretches.values()].filter(({ length }) => length >= FEWEST_IN_A_STRETCH);
}

interface Found {
  unit: "week" | "wave";
  before: readonly Unit[];
  after: readonly Unit[];
  /** In scope, after the change. */
  hasFacts: boolean;
  seen: number;
  weekOfChange: number;
}

function shortageOf(found: Found): Pick<Prepared, "shortage" | "weeksMissing"> {
  const { unit, before, after, hasFacts, seen, weekOfChange } = found;
  const whole = (shortage: Shortage | null, weeksMissing = 0) => ({ shortage, weeksMissing });
  if (before.length === 0 && after.length === 0) {
    return whole(hasFacts ? "none_before" : "no_facts");
  }
  const span = (weekOfChange - (before[0]?.week ?? weekOfChange)) / WEEK;
  const isShort = unit === "week" ? before.length < 8 : before.length < FEWEST_WAVES_BEFORE;
  if (span < FEWEST_WEEKS_BEFORE || isShort) {
    return whole(unit === "week" ? "too_few_weeks_before" : "too_few_waves_before");
  }
  if (unit === "wave") return after.length === 0 ? whole("no_whole_wave") : whole(null);
  if (seen < FEWEST_WEEKS_AFTER) return whole("too_few_weeks_after", FEWEST_WEEKS_AFTER - seen);
  return after.length < 2 ? whole("too_few_weeks_after") : whole(null);
}

function clustersOf(
  panel: OutcomePanel,
  isBefore: (week: number) => boolean,
  isUsed: (week: number) => boolean,
  weekOfChange: number,
): ClusterUnit[] {
  const clusters = Map.groupBy(panel.cells, ({ cluster }) => cluster);
  return [...clusters].flatMap(([cluster, cells]) => {
    const units = holdMix(cells, isBefore).filter(({ week }) => isUsed(week));
    const bothSides =
      units.some(({ week }) => week < weekOfChange) &&
      units.some(({ week }) => week > weekOfChange);
    if (!bothSides) return [];
    const inScope = cells[0]?.inScope ?? false;
    return units.map(({ week, n, value }) => ({ cluster, inScope, week, n, value }));
  });
}
