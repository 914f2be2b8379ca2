import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { StatusAnswer } from "#shared/contract/admin.ts";
import { apiPath, get } from "../api/client.ts";

export function statusOptions() {
  return queryOptions({
    queryKey: ["status"],
    queryFn: ({ signal }) => get<StatusAnswer>(apiPath("/status"), signal),
    refetchInterval: 60_000,
  });
}

export function useStatus() {
  return useQuery(statusOptions());
}

/** For pages, which cannot ask anything before they know the as-of day. */
export function useKnownStatus(): StatusAnswer {
  return useSuspenseQuery(statusOptions()).data;
}
