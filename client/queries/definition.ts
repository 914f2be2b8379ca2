import { queryOptions, useQuery } from "@tanstack/react-query";
import type { DefinitionAnswer } from "#shared/contract/definition.ts";
import { apiPath, get } from "../api/client.ts";

function definitionOptions(metric: string) {
  return queryOptions({
    queryKey: ["definitions", metric],
    queryFn: ({ signal }) =>
      get<DefinitionAnswer>(apiPath(`/definitions/${encodeURIComponent(metric)}`), signal),
    staleTime: 300_000,
  });
}

export function useDefinition(metric: string) {
  return useQuery(definitionOptions(metric));
}
