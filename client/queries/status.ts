import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { StatusAnswer } from "#shared/contract/admin.ts";
import { apiPath, get } from "../api/client.ts";

const WAITING_MS = 3000;
const KNOWN_MS = 60_000;

export function statusOptions() {
  return queryOptions({
    queryKey: ["status"],
    queryFn: ({ signal }) => get<StatusAnswer>(apiPath("/status"), signal),
    // Who waits for the first events wants to see them at once.
    refetchInterval: ({ state }) => (state.data?.asOf === null ? WAITING_MS : KNOWN_MS),
  });
}

export function useStatus() {
  return useQuery(statusOptions());
}

/** For pages, which cannot ask anything before they know the as-of day. */
export function useKnownStatus(): StatusAnswer {
  return useSuspenseQuery(statusOptions()).data;
}
