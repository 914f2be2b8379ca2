/**
 * What a change did to each generation: the same estimate by the design that was chosen for all, on the people of one generation
 * inside the scope, against those of that generation outside it, or against their own past. It claims nothing by itself: many
 * groups are looked at, and each is small. What several changes teach together is drawn out of it (learned.ts).
 */
import type { VerdictDesign, VerdictOutcome } from "#shared/contract/verdict.ts";
import { armsEstimate } from "./arms-estimate.ts";
import { repeatsIn } from "./choose-design.ts";
import { didEstimate } from "./did-estimate.ts";
import type { Limits } from "./estimate.ts";
import {
  type JudgeInput,
  type JudgeOptions,
  type OutcomePanel,
  type PanelCell,
  WEEKLY,
} from "./panel.ts";
import { seriesEstimate } from "./series-estimate.ts";
import { prepare } from "./sides.ts";
import { windowOf } from "./windows.ts";

/** Differences of shares; limits at 95 %, null where the design can't bound that side. */
export type GroupEffect = Limits & { generation: string; effect: number };

/** By outcome; a generation that can't be estimated is left out. */
export function effectsByGeneration(
  input: JudgeInput,
  design: VerdictDesign,
  options: JudgeOptions,
): Map<VerdictOutcome, GroupEffect[]> {
  const place = input.dimensions.indexOf("generation");
  return new Map(
    input.outcomes.map((panel) => {
      const generationOf = (cell: PanelCell) => generationIn(cell, place);
      const inside = panel.cells.filter(({ inScope }) => inScope);
      const names = [...new Set(inside.map(generationOf))].toSorted();
      const effects = names.flatMap((generation) => {
        const isOwn = (cell: PanelCell) =>
          generationOf(cell) === generation || (place >= 0 && !cell.inScope);
        const own = ofPeople(panel, panel.cells.filter(isOwn));
        const estimate = estimateOf(own, generation, input, design, options);
        if (estimate === null) return [];
        return [{ generation, effect: estimate.effect, ...estimate.limits(0.95) }];
      });
      return [panel.metric, effects];
    }),
  );
}

/** Where the scope names generations they tell clusters apart; else they come first in what the mix is held by. */
function generationIn({ cluster, stratum }: PanelCell, place: number): string {
  return (place >= 0 ? cluster.split("|")[place] : stratum.split("|")[0]) ?? "";
}

/** Pairs of answers are not known by generation: as many of them as of the answers. */
function ofPeople(panel: OutcomePanel, cells: readonly PanelCell[]): OutcomePanel {
  const total = (all: readonly PanelCell[]) =>
    all.reduce((sum, { inScope, n }) => (inScope ? sum + n : sum), 0);
  const share = total(cells) / total(panel.cells);
  const pairs = panel.pairs.map((pair) => ({
    ...pair,
    pairs: pair.pairs * share,
    products: pair.products * share,
    sums: pair.sums * share,
  }));
  return { ...panel, cells, pairs };
}

function estimateOf(
  panel: OutcomePanel,
  generation: string,
  input: JudgeInput,
  design: VerdictDesign,
  options: JudgeOptions,
) {
  const { week, arms } = input;
  if (design === "none") return null;
  if (design === "experiment") {
    const cells = (arms?.outcomes[panel.metric] ?? []).filter(
      (cell) => cell.generation === generation && cell.week >= week && cell.week <= panel.lastWeek,
    );
    return arms?.control == null ? null : armsEstimate(cells, arms.control, 1);
  }
  const isCompared = design === "difference_in_differences";
  const window = windowOf(input, options, isCompared ? "both" : "inside");
  const prepared = prepare(panel, week, window, isCompared);
  if (prepared.shortage !== null) return null;
  if (isCompared) return didEstimate(prepared.clusters, (at) => at > week, false);
  return seriesEstimate(prepared.past, prepared.after, week, repeatsIn(prepared), {
    size: panel.size,
    withPath: false,
    calendar: options.calendar ?? WEEKLY,
  });
}
