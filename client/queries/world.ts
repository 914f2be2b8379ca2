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
      for (const query of client.getQueryCache().getAll()) query.reset();
      // By then what was listed of the other world is off the page: this one knows nothing of it.
      setTimeout(() => void client.refetchQueries({ type: "active" }));
      onSwitched();
    },
    onError: onFailed,
  });
}
