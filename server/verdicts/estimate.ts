/** What every design gives of an outcome. */
import type { OutcomeDiagnostics } from "#shared/contract/verdict.ts";

export type Limits = { low: number | null; high: number | null };

export type Lead = { from: number; to: number; effect: number | null; p: number | null };

export type Estimated = {
  effect: number;
  standardError: number | null;
  p: number | null;
  limits: (confidence: number) => Limits;
  degreesOfFreedom: number | null;
  /** By week or wave of the weeks after: what would have been, and its 95 % interval. */
  path: { week: number; value: number; low: number | null; high: number | null }[];
};

export type SeriesChecks = Pick<
  OutcomeDiagnostics,
  "autocorrelation" | "season" | "placeboDates" | "widenedBy" | "neweyWestP"
>;

export const noChecks: SeriesChecks = {
  autocorrelation: null,
  season: null,
  placeboDates: null,
  widenedBy: 1,
  neweyWestP: null,
};
