/** What stands beside a verdict: plain figures of the weeks before and after, which claim nothing. */
import type { Figure } from "#shared/contract/metric.ts";
import {
  type BeforeAfter,
  type BesideFigure,
  type GenerationEffect,
  type VerdictAnswer,
  type VerdictOutcome,
  verdictOutcomes,
} from "#shared/contract/verdict.ts";
import { type MetricName, metricList } from "#shared/metric-list.ts";
import type { Snapshot } from "../store/store.ts";
import type { GroupEffect } from "../verdicts/by-generation.ts";
import { WEEK } from "../verdicts/panel.ts";
import type { Window } from "../verdicts/windows.ts";
import { buildMetricAnswer } from "./metric-figure.ts";
import type { Selection } from "./selection.ts";
import { type PanelRead, questionOf } from "./verdict-panel.ts";

const BESIDE = ["benefit", "control", "opt_out_effort", "consent_retention"] as const;
const nothing: Figure = { n: 0, value: null, low: null, high: null };

interface Sides {
  snapshot: Snapshot;
  window: Window;
  asOf: number;
}

export function besideOf(sides: Sides, filters: Selection["filters"]): BesideFigure[] {
  return BESIDE.map((metric) => {
    const [all] = beforeAfter(sides, metric, [], filters);
    const { before = nothing, after = nothing } = all ?? {};
    return { metric, better: metricList[metric].better === "down" ? "down" : "up", before, after };
  });
}

export function byGenerationOf(
  sides: Sides,
  inside: Selection["filters"],
  panels: readonly PanelRead[],
  effects: ReadonlyMap<VerdictOutcome, readonly GroupEffect[]>,
): VerdictAnswer["byGeneration"] {
  return verdictOutcomes.map((metric) => {
    const own = panels.find(({ panel }) => panel.metric === metric);
    const filters = { ...inside, ...own?.filters };
    const plain = beforeAfter(sides, metric, ["generation"], filters, own?.scale);
    const groups = plain.map((one) => ({ ...one, effect: effectOf(one, effects.get(metric)) }));
    return { metric, groups };
  });
}

/** What is hidden of either side has none. */
function effectOf(
  { group, before, after }: BeforeAfter,
  effects: readonly GroupEffect[] = [],
): GenerationEffect["effect"] {
  const own = effects.find(({ generation }) => generation === group);
  if (own === undefined || before.suppressed || after.suppressed) return null;
  return { effect: own.effect, low: own.low, high: own.high };
}

function beforeAfter(
  { snapshot, window, asOf }: Sides,
  metric: MetricName,
  by: Selection["by"],
  filters: Selection["filters"],
  scale: number | null = null,
): BeforeAfter[] {
  const { baselineFrom, baselineTo, afterFrom, afterTo } = window;
  if (afterTo < afterFrom || baselineTo < baselineFrom) return [];
  const question = { ...questionOf(metric, afterFrom, afterTo + WEEK - 1, asOf), scale };
  const compare = { from: baselineFrom, to: baselineTo + WEEK - 1 };
  const answer = buildMetricAnswer(snapshot, { question, grain: "total", by, filters, compare });
  const nameOf = (group: { [dimension: string]: string }) => group.generation ?? "";
  const before = answer.compare?.series ?? [];
  const names = [...new Set([...before, ...answer.series].map(({ group }) => nameOf(group)))];
  return names.map((group) => ({
    group,
    before: before.find((one) => nameOf(one.group) === group)?.total ?? nothing,
    after: answer.series.find((one) => nameOf(one.group) === group)?.total ?? nothing,
  }));
}
