/** What people write down beside the data: each kind is created, corrected and removed in the same way. */

import type { OwnBenchmark } from "./benchmark.ts";
import type { Change } from "./change.ts";
import type { Experiment } from "./experiment.ts";
import type { ExperimentStep } from "./experiment-step.ts";
import type { Notice } from "./notice.ts";
import type { Population } from "./population.ts";
import type { Reply } from "./reply.ts";
import type { FinalVerdict } from "./verdict.ts";

export interface Records {
  change: Change;
  population: Population;
  benchmark: OwnBenchmark;
  experiment: Experiment;
  /** Written with every change of an experiment, and never changed. */
  experiment_step: ExperimentStep;
  notice: Notice;
  reply: Reply;
  /** Written by Candor itself, when a verdict is first found to be final. */
  final_verdict: FinalVerdict;
}
export type RecordKind = keyof Records;

/** What records say that were kept before they had a field. */
export const laterFields: { readonly [Kind in RecordKind]?: Partial<Records[Kind]> } = {
  change: { owner: "", link: "" },
};
