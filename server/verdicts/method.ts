/** How an effect was had, as far as it matters for how often such verdicts are wrong. */
import type { Diagnostics } from "#shared/contract/verdict.ts";

export const methods = [
  "two_arms",
  "clustered_t",
  "placebo_assignments",
  "series_with_season",
  "series_without_season",
] as const;
export type Method = (typeof methods)[number];

/** `seasons`: of each outcome, whether a season could be told. Null where no design applies. */
export function methodOf(
  inference: Diagnostics["inference"],
  seasons: readonly (boolean | null)[],
): Method | null {
  if (inference !== "ar1_reml") return inference;
  return seasons.includes(false) ? "series_without_season" : "series_with_season";
}
