import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { BenchmarksAnswer } from "#shared/contract/admin.ts";
import type { BenchmarkInput, OwnBenchmark } from "#shared/contract/benchmark.ts";
import { apiPath, get, send } from "../api/client.ts";

export function benchmarksOptions() {
  return queryOptions({
    queryKey: ["benchmarks"],
    queryFn: ({ signal }) => get<BenchmarksAnswer>(apiPath("/benchmarks"), signal),
    staleTime: 300_000,
  });
}

export function useBenchmarks() {
  return useQuery(benchmarksOptions());
}

const pathOf = (id: string) => apiPath(`/benchmarks/${encodeURIComponent(id)}`);

/** The overview chooses among them. */
function useFresh() {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: ["overview"] });
    return client.invalidateQueries({ queryKey: benchmarksOptions().queryKey });
  };
}

/** Creates where `id` is null, else corrects. */
export function useSaveBenchmark(id: string | null) {
  const onSuccess = useFresh();
  return useMutation({
    mutationFn: (input: BenchmarkInput) =>
      id === null
        ? send<OwnBenchmark>("POST", apiPath("/benchmarks"), input)
        : send<OwnBenchmark>("PATCH", pathOf(id), input),
    onSuccess,
  });
}

export function useDeleteBenchmark() {
  const onSuccess = useFresh();
  return useMutation({
    mutationFn: (id: string) => send<void>("DELETE", pathOf(id)),
    onSuccess,
  });
}
