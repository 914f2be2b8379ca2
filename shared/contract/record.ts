/** What people write down beside the data: each kind is created, corrected and removed in the same way. */

import type { OwnBenchmark } from "./benchmark.ts";
import type { Change } from "./change.ts";
import type { Population } from "./population.ts";

export interface Records {
  change: Change;
  population: Population;
  benchmark: OwnBenchmark;
}
export type RecordKind = keyof Records;
