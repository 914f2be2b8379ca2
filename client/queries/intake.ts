import { queryOptions, useQuery } from "@tanstack/react-query";
import type { IntakeStatus } from "#shared/contract/admin.ts";
import { apiPath, get } from "../api/client.ts";

const POLL_MS = 3000;

/** Asked again and again, but not while the page is out of sight. */
export function intakeOptions() {
  return queryOptions({
    queryKey: ["intake"],
    queryFn: ({ signal }) => get<IntakeStatus>(apiPath("/intake"), signal),
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: false,
    staleTime: 0,
  });
}

export function useIntake() {
  return useQuery(intakeOptions());
}
