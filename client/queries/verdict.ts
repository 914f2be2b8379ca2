import { queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import type { LearnedAnswer } from "#shared/contract/learned.ts";
import type { VerdictAnswer } from "#shared/contract/verdict.ts";
import type { Language } from "#shared/vocabulary.ts";
import { apiPath, get } from "../api/client.ts";

/** The page speaks English, whatever the browser would read. */
const lang: Language = "en";

function verdictPath(id: string): string {
  return `/changes/${encodeURIComponent(id)}/verdict`;
}

/** What a verdict's file holds: its outcomes, or their series. */
export function verdictCsv(id: string, table: "outcomes" | "series"): string {
  return apiPath(verdictPath(id), { format: "csv", table, lang });
}

function verdictOptions(id: string) {
  return queryOptions({
    queryKey: ["verdict", id],
    queryFn: ({ signal }) => get<VerdictAnswer>(apiPath(verdictPath(id), { lang }), signal),
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

/**
 * What the data of today say beside a kept verdict; null while that is not known. It costs seconds, so it comes after the
 * verdict, and in lists (`isLatest` false) once a visit, however fast data come in.
 */
export function useRecheck({ change: { id }, keptOn }: VerdictAnswer, isLatest: boolean) {
  const { data } = useQuery({
    queryKey: ["recheck", id],
    queryFn: ({ signal }) =>
      get<VerdictAnswer>(apiPath(verdictPath(id), { recheck: "1", lang }), signal),
    enabled: keptOn !== null,
    staleTime: isLatest ? 300_000 : Number.POSITIVE_INFINITY,
  });
  return data?.recheck ?? null;
}

export function useLearned() {
  return useQuery({
    queryKey: ["learned"],
    queryFn: ({ signal }) => get<LearnedAnswer>(apiPath("/learned"), signal),
    staleTime: 300_000,
  });
}
