import {
  type QueryClient,
  type QueryKey,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import type { Change, ChangeInput } from "#shared/contract/change.ts";
import { apiPath, get, send } from "../api/client.ts";
import { refreshList } from "./refresh-list.ts";

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

export function refreshChanges(client: QueryClient): Promise<void> {
  const isOfGone = ({ changes }: ChangesAnswer, [, change]: QueryKey) =>
    change !== undefined && !changes.some(({ id }) => id === change);
  return refreshList(client, changesOptions(), touched, isOfGone);
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
    // Not waited for: who asked is gone from the page once the list is there, and could not be told.
    onSuccess: () => void refreshChanges(client),
  });
}
