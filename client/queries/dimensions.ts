import { queryOptions, useQuery } from "@tanstack/react-query";
import type { DimensionsAnswer } from "#shared/contract/admin.ts";
import { apiPath, get } from "../api/client.ts";

export function dimensionsOptions() {
  return queryOptions({
    queryKey: ["dimensions"],
    queryFn: ({ signal }) => get<DimensionsAnswer>(apiPath("/dimensions"), signal),
    staleTime: 300_000,
  });
}

export function useDimensions(isNeeded = true) {
  return useQuery({ ...dimensionsOptions(), enabled: isNeeded });
}
