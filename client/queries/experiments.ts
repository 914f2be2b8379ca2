import {
  keepPreviousData,
  type QueryClient,
  type QueryKey,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { DimensionsAnswer } from "#shared/contract/admin.ts";
import type {
  Experiment,
  ExperimentInput,
  PlanAnswer,
  PlanInput,
} from "#shared/contract/experiment.ts";
import type { CohortDimension, ExperimentResults } from "#shared/contract/experiment-results.ts";
import type { TrailAnswer } from "#shared/contract/experiment-step.ts";
import { NONE, UNKNOWN } from "#shared/vocabulary.ts";
import { apiPath, get, send } from "../api/client.ts";
import { dimensionsOptions } from "./dimensions.ts";
import { refreshList } from "./refresh-list.ts";

interface ExperimentsAnswer {
  experiments: Experiment[];
}

export function experimentsOptions() {
  return queryOptions({
    queryKey: ["experiments"],
    queryFn: ({ signal }) => get<ExperimentsAnswer>(apiPath("/experiments"), signal),
  });
}

export function useExperiments() {
  return useQuery(experimentsOptions());
}

/** By id, or by the name that events give it. */
export function findExperiment<One extends Pick<Experiment, "id" | "slug">>(
  all: readonly One[],
  id: string,
): One | null {
  return all.find((one) => one.id === id) ?? all.find(({ slug }) => slug === id) ?? null;
}

/** Those that the data name and nobody wrote down. */
export function unrecordedOf(
  all: readonly Experiment[],
  dimensions: DimensionsAnswer["dimensions"],
): string[] {
  const seen = dimensions.find(({ name }) => name === "experiment")?.values ?? [];
  return seen
    .map(({ value }) => value)
    .filter((value) => value !== NONE && value !== UNKNOWN)
    .filter((value) => !all.some(({ slug }) => slug === value));
}

/** By id, or by the name that events give it. */
const pathOf = (id: string) => `/experiments/${encodeURIComponent(id)}`;
const resultsPath = (slug: string) => `${pathOf(slug)}/results`;

export function resultsCsv(slug: string, by: CohortDimension): string {
  return apiPath(resultsPath(slug), { format: "csv", by });
}

function resultsOptions(slug: string, by: CohortDimension) {
  return queryOptions({
    queryKey: ["experiment-results", slug, by],
    queryFn: ({ signal }) => get<ExperimentResults>(apiPath(resultsPath(slug), { by }), signal),
    staleTime: 300_000,
  });
}

/** Another cohort keeps the figures of the last on the page until its own are there. */
export function useResults(slug: string, by: CohortDimension = "generation") {
  return useQuery({
    ...resultsOptions(slug, by),
    placeholderData: (last: ExperimentResults | undefined) =>
      last?.experiment.slug === slug ? last : undefined,
  });
}

function trailOptions(id: string) {
  return queryOptions({
    queryKey: ["experiment-trail", id],
    queryFn: ({ signal }) => get<TrailAnswer>(apiPath(`${pathOf(id)}/trail`), signal),
  });
}

/** What was done with its record. */
export function useTrail(id: string) {
  return useQuery(trailOptions(id));
}

/** Begins what one experiment's page will ask; of a name that nobody knows there are no results to ask for. */
export async function prefetchExperiment(client: QueryClient, id: string, by: CohortDimension) {
  const { experiments } = await client.fetchQuery(experimentsOptions());
  const experiment = findExperiment(experiments, id);
  if (experiment !== null) {
    void client.prefetchQuery(trailOptions(experiment.id));
    return client.prefetchQuery(resultsOptions(experiment.slug, by));
  }
  const { dimensions } = await client.fetchQuery(dimensionsOptions());
  if (unrecordedOf(experiments, dimensions).includes(id)) {
    await client.prefetchQuery(resultsOptions(id, by));
  }
}

/** A verdict on a change that belongs to an experiment rests on its record, too. */
const touched = ["experiment-results", "experiment-trail", "verdict", "learned"];

function refreshExperiments(client: QueryClient): Promise<void> {
  const isOfGone = ({ experiments }: ExperimentsAnswer, [name, experiment]: QueryKey) =>
    `${name}`.startsWith("experiment-") && findExperiment(experiments, `${experiment}`) === null;
  return refreshList(client, experimentsOptions(), touched, isOfGone);
}

/** Creates where `id` is null, else corrects: what is left out then stays as it is. */
export function useSaveExperiment(id: string | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Partial<ExperimentInput>) =>
      id === null
        ? send<Experiment>("POST", apiPath("/experiments"), input)
        : send<Experiment>("PATCH", apiPath(pathOf(id)), input),
    onSuccess: () => refreshExperiments(client),
  });
}

export function useDeleteExperiment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send<void>("DELETE", apiPath(pathOf(id))),
    // Not waited for: who asked is gone from the page once the list is there, and could not be told.
    onSuccess: () => void refreshExperiments(client),
  });
}

/** Null while there is nothing to ask. */
export function usePlan(input: PlanInput | null) {
  return useQuery({
    queryKey: ["experiment-plan", input],
    queryFn: () => send<PlanAnswer>("POST", apiPath("/experiments/plan"), input),
    enabled: input !== null,
    staleTime: 300_000,
    placeholderData: keepPreviousData,
  });
}
