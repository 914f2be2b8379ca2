/** What analysts say to what Candor found, in the order in which they said it. */
import type { Router } from "express";
import { replyInput, replyPatch } from "#shared/contract/reply.ts";
import { ApiError } from "../http/errors.ts";
import type { Deps } from "./deps.ts";
import { recordRoutes } from "./records.ts";

export function replyRoutes(deps: Deps): Router {
  return recordRoutes(deps, {
    kind: "reply",
    name: "replies",
    input: replyInput,
    patch: replyPatch,
    listed: (replies) => replies,
    check({ to, note }) {
      if (to === "new_notice" || note.trim() !== "") return;
      const message = "a flag is answered with a note: what is done about it, or why nothing";
      throw new ApiError("invalid_request", message, [
        { field: "note", code: "bad_length", message },
      ]);
    },
  });
}
