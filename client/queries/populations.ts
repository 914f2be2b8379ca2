import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Population, PopulationInput } from "#shared/contract/population.ts";
import { apiPath, get, send } from "../api/client.ts";

interface PopulationsAnswer {
  populations: Population[];
}

export function populationsOptions() {
  return queryOptions({
    queryKey: ["populations"],
    queryFn: ({ signal }) => get<PopulationsAnswer>(apiPath("/populations"), signal),
    staleTime: 300_000,
  });
}

export function usePopulations() {
  return useQuery(populationsOptions());
}

const pathOf = (id: string) => apiPath(`/populations/${encodeURIComponent(id)}`);

/** What is weighted to a population that is another now is another figure. */
function useFresh() {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ["metric"] });
    return client.invalidateQueries({ queryKey: populationsOptions().queryKey });
  };
}

/** Creates where `id` is null, else corrects. */
export function useSavePopulation(id: string | null) {
  const onSuccess = useFresh();
  return useMutation({
    mutationFn: (input: PopulationInput) =>
      id === null
        ? send<Population>("POST", apiPath("/populations"), input)
        : send<Population>("PATCH", pathOf(id), input),
    onSuccess,
  });
}

export function useDeletePopulation() {
  const onSuccess = useFresh();
  return useMutation({
    mutationFn: (id: string) => send<void>("DELETE", pathOf(id)),
    onSuccess,
  });
}
