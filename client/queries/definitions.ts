import { queryOptions, useQuery } from "@tanstack/react-query";
import type { DefinitionsAnswer } from "#shared/contract/admin.ts";
import { apiPath, get } from "../api/client.ts";

export function definitionsOptions() {
  return queryOptions({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => get<DefinitionsAnswer>(apiPath("/definitions"), signal),
    staleTime: 300_000,
  });
}

export function useDefinitions() {
  return useQuery(definitionsOptions());
}
