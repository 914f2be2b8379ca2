/** `GET metrics/opt_in_rate/reconciliation`: our figure beside that of other systems, and the cases between them. */
import type { Restatement, RestatementName, StepCode } from "../restatements.ts";
import type { Figure, Suppressed } from "./metric.ts";

export interface ReconciliationAnswer {
  metric: "opt_in_rate";
  unit: "share";
  from: string;
  to: string;
  asOf: string | null;
  dataVersion: number;
  k: number;
  confidence: number;
  sources: string[];
  definition: string;
  ours: Figure;
  peers: ReconciledPeer[];
}

export interface ReconciledPeer {
  as: RestatementName;
  restatement: Restatement;
  figure: Figure;
  /** Theirs − ours, a share; null where either has no value or is hidden. */
  difference: number | null;
  /** Ours plus all steps is theirs, in `n` and in `count`. */
  steps: ReconciliationStep[];
}

/**
 * What is added to, or with a minus taken from, our denominator and numerator. Hidden where it is of 1 … k − 1 cases, or
 * where such a step could be had from it by subtraction.
 */
export type ReconciliationStep =
  | { code: StepCode; n: number; count: number; suppressed?: false }
  | ({ code: StepCode } & Suppressed);
