/** What Candor found and somebody should answer: flags, and new notices; and what was said to them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FlagsAnswer } from "#shared/contract/flag.ts";
import type { ProposalsAnswer } from "#shared/contract/proposal.ts";
import type { Reply, ReplyInput } from "#shared/contract/reply.ts";
import { apiPath, get, send } from "../api/client.ts";
import { refreshChanges } from "./changes.ts";

export function useFlags() {
  return useQuery({
    queryKey: ["flags"],
    queryFn: ({ signal }) => get<FlagsAnswer>(apiPath("/flags"), signal),
    staleTime: 300_000,
  });
}

export function useProposals() {
  return useQuery({
    queryKey: ["proposals"],
    queryFn: ({ signal }) => get<ProposalsAnswer>(apiPath("/proposals"), signal),
    staleTime: 300_000,
  });
}

export function useReply() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: ReplyInput) => send<Reply>("POST", apiPath("/replies"), input),
    onSuccess: () => refreshChanges(client),
  });
}

export function useTakeBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send<void>("DELETE", apiPath(`/replies/${encodeURIComponent(id)}`)),
    onSuccess: () => refreshChanges(client),
  });
}
