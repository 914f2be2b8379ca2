import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Settings, SettingsPatch } from "#shared/contract/settings.ts";
import { apiPath, get, send } from "../api/client.ts";

export function settingsOptions() {
  return queryOptions({
    queryKey: ["settings"],
    queryFn: ({ signal }) => get<Settings>(apiPath("/settings"), signal),
  });
}

export function useSettings() {
  return useQuery(settingsOptions());
}

/** Every figure hangs on them, so that all are asked for again. */
export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (patch: SettingsPatch) => send<Settings>("PATCH", apiPath("/settings"), patch),
    onSuccess: () => client.invalidateQueries(),
  });
}
