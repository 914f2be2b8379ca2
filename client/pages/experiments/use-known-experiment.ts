import type { Experiment } from "#shared/contract/experiment.ts";
import { NONE, UNKNOWN } from "#shared/vocabulary.ts";
import type { QueryState } from "../../components/query-boundary.tsx";
import { useDimensions } from "../../queries/dimensions.ts";
import { useExperiments } from "../../queries/experiments.ts";

/** Experiments that the data name and nobody wrote down; undefined while that is not known. */
export function useUnrecorded(): string[] | undefined {
  const experiments = useExperiments().data?.experiments;
  const dimensions = useDimensions().data?.dimensions;
  if (experiments === undefined || dimensions === undefined) return undefined;
  const seen = dimensions.find(({ name }) => name === "experiment")?.values ?? [];
  return seen
    .map(({ value }) => value)
    .filter((value) => value !== NONE && value !== UNKNOWN)
    .filter((value) => !experiments.some(({ slug }) => slug === value));
}

interface Known {
  experiment: Experiment | null;
  /** Whether the data name it. */
  isSeen: boolean;
}

/** By id, or by the name that events give it. */
export function useKnownExperiment(id: string): QueryState<Known> {
  const records = useExperiments();
  const dimensions = useDimensions();
  const unrecorded = useUnrecorded();
  const all = records.data?.experiments ?? [];
  const experiment =
    all.find((one) => one.id === id) ?? all.find(({ slug }) => slug === id) ?? null;
  const isSeen = unrecorded?.includes(id) ?? false;
  const isKnown = experiment !== null || unrecorded !== undefined;
  return {
    data: isKnown ? { experiment, isSeen } : undefined,
    error: records.error ?? dimensions.error,
    refetch: () => {
      void records.refetch();
      void dimensions.refetch();
    },
  };
}
