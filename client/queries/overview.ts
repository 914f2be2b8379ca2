import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import type { OverviewAnswer } from "#shared/contract/overview.ts";
import { apiPath, get } from "../api/client.ts";
import type { Question } from "../filters/question.ts";

export function overviewOptions({ from, to, filters }: Question) {
  const path = apiPath("/overview", { from, to, ...filters });
  return queryOptions({
    queryKey: ["overview", path],
    queryFn: ({ signal }) => get<OverviewAnswer>(path, signal),
    placeholderData: keepPreviousData,
  });
}

export function useOverview(question: Question) {
  return useQuery(overviewOptions(question));
}
