import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { IntakeStatus } from "#shared/contract/admin.ts";
import { apiPath, get } from "../api/client.ts";
import { statusOptions } from "./status.ts";

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

/** What comes in may move the as-of day, so the status is asked again along with it. */
export function useIntake() {
  const client = useQueryClient();
  const intake = useQuery(intakeOptions());
  const events = intake.data?.events;
  const seen = useRef(events);
  useEffect(() => {
    const isNew = seen.current !== undefined && seen.current !== events;
    seen.current = events;
    if (isNew) void client.invalidateQueries(statusOptions());
  }, [client, events]);
  return intake;
}
