import { queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import type { LearnedAnswer } from "#shared/contract/learned.ts";
import type { VerdictAnswer } from "#shared/contract/verdict.ts";
import { apiPath, get } from "../api/client.ts";

function verdictPath(id: string): string {
  return `/changes/${encodeURIComponent(id)}/verdict`;
}

/** What a verdict's file holds: its outcomes, or their series. */
export function verdictCsv(id: string, table: "outcomes" | "series"): string {
  return apiPath(verdictPath(id), { format: "csv", table });
}

function verdictOptions(id: string) {
  return queryOptions({
    queryKey: ["verdict", id],
    queryFn: ({ signal }) => get<VerdictAnswer>(apiPath(verdictPath(id)), signal),
    staleTime: 300_000,
  });
}

export function useVerdict(id: string) {
  return useQuery(verdictOptions(id));
}

/** Of several changes, in their order; each comes when it is weighed. */
export function useVerdicts(ids: readonly string[]) {
  return useQueries({ queries: ids.map(verdictOptions) });
}

export function useLearned() {
  return useQuery({
    queryKey: ["learned"],
    queryFn: ({ signal }) => get<LearnedAnswer>(apiPath("/learned"), signal),
    staleTime: 300_000,
  });
}
