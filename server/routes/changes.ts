/** The transparency changes: recorded, corrected, removed. */
import { randomUUID } from "node:crypto";
import { Router } from "express";
import { type Change, changeInput, changePatch } from "#shared/contract/change.ts";
import { jsonBody, parseBody } from "../http/body.ts";
import { ApiError } from "../http/errors.ts";
import type { Deps } from "./deps.ts";

export function changeRoutes({ store, writer, clock }: Deps): Router {
  const router = Router();
  const all = (): Change[] => store.snapshot((snapshot) => snapshot.changes());
  const find = (wanted: unknown): Change => {
    const change = all().find(({ id }) => id === wanted);
    if (change === undefined) throw new ApiError("not_found", "there is no change with this id");
    return change;
  };

  router.get("/changes", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ changes: all() });
  });

  router.post("/changes", ...jsonBody, async (request, response) => {
    const at = new Date(clock()).toISOString();
    const change: Change = {
      id: randomUUID(),
      ...parseBody(request, changeInput),
      createdAt: at,
      updatedAt: at,
    };
    await writer.send("putChange", change);
    response.status(201).location(`/api/v1/changes/${change.id}`).json(change);
  });

  router.get("/changes/:id", (request, response) => {
    response.set("Cache-Control", "no-store").json(find(request.params.id));
  });

  router.patch("/changes/:id", ...jsonBody, async (request, response) => {
    const before = find(request.params.id);
    const patch = parseBody(request, changePatch);
    const given = Object.fromEntries(
      Object.entries(patch).filter(([, value]) => value !== undefined),
    );
    const change: Change = { ...before, ...given, updatedAt: new Date(clock()).toISOString() };
    await writer.send("putChange", change);
    response.json(change);
  });

  router.delete("/changes/:id", async (request, response) => {
    await writer.send("removeChange", find(request.params.id).id);
    response.status(204).end();
  });
  return router;
}
