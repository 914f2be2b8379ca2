import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { Change, ChangeInput } from "#shared/contract/change.ts";
import { apiPath, get, send } from "../api/client.ts";

interface ChangesAnswer {
  changes: Change[];
}

export function changesOptions() {
  return queryOptions({
    queryKey: ["changes"],
    queryFn: ({ signal }) => get<ChangesAnswer>(apiPath("/changes"), signal),
  });
}

export function useChanges() {
  return useQuery(changesOptions());
}

const pathOf = (id: string) => apiPath(`/changes/${encodeURIComponent(id)}`);

/** What hangs on the changes: every verdict, since another change beside it may lower its claim. */
const touched = ["verdict", "recheck", "learned", "flags", "proposals"];

/** The list comes first: nothing is asked any more about a change that is gone from it. */
export async function refreshChanges(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: changesOptions().queryKey });
  await client.invalidateQueries({
    predicate: ({ queryKey }) => touched.includes(`${queryKey[0]}`),
  });
}

/** Creates where `id` is null, else corrects. */
export function useSaveChange(id: string | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: ChangeInput) =>
      id === null
        ? send<Change>("POST", apiPath("/changes"), input)
        : send<Change>("PATCH", pathOf(id), input),
    onSuccess: () => refreshChanges(client),
  });
}

export function useDeleteChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send<void>("DELETE", pathOf(id)),
    onSuccess: () => refreshChanges(client),
  });
}
