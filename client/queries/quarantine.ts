import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { QuarantineAnswer } from "#shared/contract/admin.ts";
import { apiPath, get } from "../api/client.ts";

export function quarantineOptions() {
  return infiniteQueryOptions({
    queryKey: ["quarantine"],
    queryFn: ({ pageParam, signal }) =>
      get<QuarantineAnswer>(apiPath("/quarantine", { before: pageParam?.toString() }), signal),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
  });
}

/** Asked again as soon as another number is known to be `rejected`. */
export function useQuarantine(rejected: number | undefined) {
  const quarantine = useInfiniteQuery(quarantineOptions());
  const { refetch } = quarantine;
  const listed = quarantine.data?.pages[0]?.total;
  useEffect(() => {
    if (rejected !== undefined && listed !== undefined && rejected !== listed) void refetch();
  }, [rejected, listed, refetch]);
  return quarantine;
}
