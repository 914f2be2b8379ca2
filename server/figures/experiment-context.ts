/** What every part of an experiment's results is made from. */
import type { Experiment } from "#shared/contract/experiment.ts";
import type { ArmCourse } from "../experiments/compare-arms.ts";
import type { PlannedArm } from "../experiments/courses.ts";
import type { Sizes } from "../experiments/outcomes.ts";
import type { ArmRow, Readings } from "../experiments/rows.ts";
import type { Snapshot } from "../store/store.ts";
import type { ExperimentScope } from "./experiment-rows.ts";

export interface Context {
  snapshot: Snapshot;
  scope: ExperimentScope;
  record: Experiment | null;
  readings: Readings;
  /** One row a person, of all that were asked. */
  persons: readonly ArmRow[];
  planned: readonly PlannedArm[];
  courses: readonly ArmCourse[];
  sizes: Sizes;
  /** Nobody else will be asked. */
  ended: boolean;
}
