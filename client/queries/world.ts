import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { StatusAnswer } from "#shared/contract/admin.ts";
import { apiPath, send } from "../api/client.ts";

interface Outcome {
  onSwitched: () => void;
  onFailed: (error: Error) => void;
}

/**
 * Another world is another database: nothing that was asked before still holds. The outcome is told through the mutation,
 * since the button that asked is gone by then.
 */
export function useSwitchWorld({ onSwitched, onFailed }: Outcome) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (world: StatusAnswer["world"]) => send("POST", apiPath("/world"), { world }),
    onSuccess: () => {
      void client.resetQueries();
      onSwitched();
    },
    onError: onFailed,
  });
}
