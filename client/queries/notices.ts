import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Notice, NoticeInput } from "#shared/contract/notice.ts";
import { apiPath, get, send } from "../api/client.ts";
import { useMetrics } from "./metric.ts";
import { useKnownStatus } from "./status.ts";

interface NoticesAnswer {
  notices: Notice[];
}

export function noticesOptions() {
  return queryOptions({
    queryKey: ["notices"],
    queryFn: ({ signal }) => get<NoticesAnswer>(apiPath("/notices"), signal),
  });
}

export function useNotices() {
  return useQuery(noticesOptions());
}

const pathOf = (id: string) => apiPath(`/notices/${encodeURIComponent(id)}`);

/** Creates where `id` is null, else corrects. */
export function useSaveNotice(id: string | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: NoticeInput) =>
      id === null
        ? send<Notice>("POST", apiPath("/notices"), input)
        : send<Notice>("PATCH", pathOf(id), input),
    onSuccess: () => client.invalidateQueries({ queryKey: noticesOptions().queryKey }),
  });
}

export function useDeleteNotice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send<void>("DELETE", pathOf(id)),
    // Not waited for: who asked is gone from the page once the list is there, and could not be told.
    onSuccess: () => void client.invalidateQueries({ queryKey: noticesOptions().queryKey }),
  });
}

/** What a version is told by: who said yes, of those who chose and of those asked, and who understood. */
export const noticeMetrics = ["opt_in_rate", "opt_in_yield", "understanding"] as const;

/** Of every notice, over all its days; in the order of `noticeMetrics`. */
export function useNoticeFigures() {
  const { asOf, today } = useKnownStatus();
  const days = { from: "2000-01-01", to: asOf ?? today };
  return useMetrics(
    noticeMetrics.map((metric) => ({
      metric,
      ...days,
      grain: "total",
      by: ["notice"],
      filters: {},
    })),
  );
}
