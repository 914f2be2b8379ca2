/** The primary's effect in each cohort. Small cells are hidden, in both arms together. */
import type { CohortDimension, CohortEffects } from "#shared/contract/experiment-results.ts";
import type { Figure } from "#shared/contract/metric.ts";
import { shareFigure } from "../experiments/arm-figure.ts";
import { type CohortArms, cohortEffects } from "../experiments/cohorts.ts";
import type { ComparedVariant } from "../experiments/compare-arms.ts";
import { grantedOf } from "../experiments/courses.ts";
import type { ArmRow } from "../experiments/rows.ts";
import { type Standing, standing, standings } from "../experiments/standing.ts";
import { suppress } from "../metrics/suppress.ts";

export function buildCohorts(
  k: number,
  by: CohortDimension,
  rows: readonly ArmRow[],
  compared: readonly ComparedVariant[],
  control: string,
): CohortEffects[] {
  const values = [...new Set(rows.map(({ fields }) => fields[by] ?? ""))].toSorted();
  const variants = [control, ...compared.map(({ variant }) => variant)];
  const ofCell = Map.groupBy(rows, ({ variant, fields }) => `${variant} ${fields[by] ?? ""}`);
  const cells = values.map((value) =>
    variants.map((variant) => standingOf(ofCell.get(`${variant} ${value}`) ?? [])),
  );
  const hidden = hiddenCells(k, values, variants, cells);
  return compared.map(({ variant, tunedFor }, at) => {
    const cohorts = values.map((value, i): CohortArms & { shown: boolean } => ({
      value,
      control: cells[i]?.[0] ?? standing(0, 0),
      variant: cells[i]?.[at + 1] ?? standing(0, 0),
      shown: !(hidden[i]?.[0] || hidden[i]?.[at + 1]),
    }));
    const shown = cohorts.filter((cohort) => cohort.shown);
    const { effects, interaction } = cohortEffects(shown, tunedFor);
    return {
      variant,
      interaction,
      rows: cohorts.map((cohort, i) => ({
        value: cohort.value,
        control: figureOf(cohort.control, hidden[i]?.[0]),
        variant: figureOf(cohort.variant, hidden[i]?.[at + 1]),
        ...(effects[shown.indexOf(cohort)] ?? unknown),
      })),
    };
  });
}

const unknown = { difference: null, low: null, high: null, pAdjusted: null };

function figureOf(one: Standing, hide: boolean | undefined): Figure {
  return hide ? { suppressed: true } : shareFigure(one);
}

function hiddenCells(
  k: number,
  values: readonly string[],
  variants: readonly string[],
  cells: readonly (readonly Standing[])[],
): boolean[][] {
  const rows = values.flatMap((value, i) =>
    variants.map((variant, j) => ({
      key: [value, variant],
      buckets: [],
      total: cells[i]?.[j]?.n ?? 0,
    })),
  );
  const hidden = suppress({ k, rows, additiveOverTime: false });
  return values.map((_, i) =>
    variants.map((_variant, j) => hidden[i * variants.length + j]?.total ?? false),
  );
}

function standingOf(rows: readonly ArmRow[]): Standing {
  const flows = rows.map((row) => ({ ...grantedOf(row), day: 0 }));
  return standings(flows, { first: 0, last: 0 })[0] ?? standing(0, 0);
}
