import type { Experiment } from "#shared/contract/experiment.ts";
import type { QueryState } from "../../components/query-boundary.tsx";
import { useDimensions } from "../../queries/dimensions.ts";
import { findExperiment, unrecordedOf, useExperiments } from "../../queries/experiments.ts";

interface Known {
  experiment: Experiment | null;
  /** Whether the data name it, though nobody wrote it down. */
  isSeen: boolean;
}

/** By id, or by the name that events give it. */
export function useKnownExperiment(id: string): QueryState<Known> {
  const records = useExperiments();
  const all = records.data?.experiments;
  const experiment = findExperiment(all ?? [], id);
  const isSought = all !== undefined && experiment === null;
  const dimensions = useDimensions(isSought);
  const seen = dimensions.data?.dimensions;
  const isSeen = isSought && seen !== undefined ? unrecordedOf(all, seen).includes(id) : undefined;
  return {
    data:
      experiment !== null || isSeen !== undefined
        ? { experiment, isSeen: isSeen ?? false }
        : undefined,
    error: records.error ?? dimensions.error,
    refetch: () => {
      void records.refetch();
      if (isSought) void dimensions.refetch();
    },
  };
}
