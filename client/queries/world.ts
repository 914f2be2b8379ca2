import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { StatusAnswer } from "#shared/contract/admin.ts";
import { apiPath, send } from "../api/client.ts";

/** Another world is another database: nothing that was asked before still holds. */
export function useSwitchWorld() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (world: StatusAnswer["world"]) => send("POST", apiPath("/world"), { world }),
    onSuccess: () => client.resetQueries(),
  });
}
