import { queryOptions, useQuery } from "@tanstack/react-query";
import type { BenchmarksAnswer } from "#shared/contract/admin.ts";
import { apiPath, get } from "../api/client.ts";

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
