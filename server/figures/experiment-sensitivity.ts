/** The primary without those whom a signal decided for, and without those who saw several variants. */
import type { Sensitivity } from "#shared/contract/experiment-results.ts";
import type { ComparedOutcome, ComparedVariant } from "../experiments/compare-arms.ts";
import type { ArmRow } from "../experiments/rows.ts";
import { withoutAny, withoutDecided } from "../experiments/sensitivity.ts";
import { byVariant, hiddenWhereSmall } from "./experiment-arms.ts";
import type { Context } from "./experiment-context.ts";

export function buildSensitivity(
  { snapshot, readings, planned }: Pick<Context, "snapshot" | "readings" | "planned">,
  { variant, tunedFor }: ComparedVariant,
  primary: ComparedOutcome,
): Sensitivity[] {
  const names = [planned[0]?.variant ?? "", variant];
  const { k } = snapshot.settings();
  const arms = { control: primary.control, variant: primary.variant };
  const sizesOf = (rows: readonly ArmRow[]) => byVariant(rows, names);
  const total = (sizes: readonly number[]) =>
    hiddenWhereSmall(names, sizes, k).some((n) => n === null)
      ? null
      : sizes.reduce((sum, n) => sum + n, 0);

  const signals = readings.decisions.filter(
    ({ day, fields }) => fields.method === "signal" && day <= readings.matureTo,
  );
  const bySignal = sizesOf(signals);
  const granted = sizesOf(signals.filter(({ fields }) => fields.outcome === "granted"));
  const leftOf = (i: number) => ({ n: bySignal[i] ?? 0, count: granted[i] ?? 0 });

  // Of a person who crossed over, all exposures go: one in each stratum.
  const strata = new Set(readings.exposures.map(({ stratum }) => stratum)).size;
  const crossed = sizesOf(readings.crossovers);
  const most = (i: number) => (crossed[i] ?? 0) * strata;
  return [
    {
      without: "signals",
      kind: "interval",
      leftOut: total(bySignal),
      ...(total(bySignal) === null
        ? hidden
        : withoutDecided(arms, { control: leftOf(0), variant: leftOf(1) }, tunedFor)),
    },
    {
      without: "crossovers",
      kind: "bound",
      leftOut: total(crossed),
      ...(total(crossed) === null
        ? hidden
        : withoutAny(arms, { control: most(0), variant: most(1) })),
    },
  ];
}

const hidden = { difference: null, low: null, high: null };
