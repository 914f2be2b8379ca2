/**
 * `GET experiments/:id/trail`: what was done with an experiment's record, and when. Kept when the record is removed. Who did it
 * is not known while nobody logs in.
 */
import type { ExperimentStatus } from "../experiments.ts";
import type { Kept } from "./fields.ts";

export const stepActions = ["created", "changed", "removed"] as const;
export type StepAction = (typeof stepActions)[number];

export interface ExperimentStep extends Kept {
  /** From 1: the how manieth it is of its experiment. */
  number: number;
  /** The id of the record, and what it was called at that time. */
  experiment: string;
  slug: string;
  title: string;
  action: StepAction;
  /** What it is since; null once it is removed. */
  status: ExperimentStatus | null;
  /** Only of `changed`: each field that is another. */
  changed: { field: string; before: unknown; after: unknown }[];
}

export interface TrailAnswer {
  /** The first one first. */
  steps: ExperimentStep[];
}
