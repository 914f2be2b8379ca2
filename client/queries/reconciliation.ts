import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import type { ReconciliationAnswer } from "#shared/contract/reconciliation.ts";
import { apiPath, get } from "../api/client.ts";
import type { Question } from "../filters/question.ts";

function reconciliationOptions({ from, to, filters }: Question) {
  const path = apiPath("/metrics/opt_in_rate/reconciliation", { from, to, ...filters });
  return queryOptions({
    queryKey: ["metric", "reconciliation", path],
    queryFn: ({ signal }) => get<ReconciliationAnswer>(path, signal),
    placeholderData: keepPreviousData,
  });
}

export function useReconciliation(question: Question) {
  return useQuery(reconciliationOptions(question));
}
