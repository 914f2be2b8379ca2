import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import type { QuarantineAnswer } from "#shared/contract/admin.ts";
import { apiPath, get } from "../api/client.ts";

export function quarantineOptions() {
  return infiniteQueryOptions({
    queryKey: ["quarantine"],
    queryFn: ({ pageParam, signal }) =>
      get<QuarantineAnswer>(apiPath("/quarantine", { before: pageParam?.toString() }), signal),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    refetchInterval: 15_000,
  });
}

export function useQuarantine() {
  return useInfiniteQuery(quarantineOptions());
}
