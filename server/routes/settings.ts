/** The settings of this store: k works at once, a new zone once its figures are written anew. */
import { Router } from "express";
import { type Settings, settingsPatch } from "#shared/contract/settings.ts";
import { jsonBody, parseBody } from "../http/body.ts";
import type { Deps } from "./deps.ts";

export function settingsRoutes({ store, writer, clock }: Deps): Router {
  const router = Router();
  const settings = (): Settings => store.snapshot((snapshot) => snapshot.settings());

  router.get("/settings", (_request, response) => {
    response.set("Cache-Control", "no-store").json(settings());
  });

  router.patch("/settings", ...jsonBody, async (request, response) => {
    await writer.send("patchSettings", parseBody(request, settingsPatch));
    await writer.send("tend", { now: clock() });
    response.set("Cache-Control", "no-store").json(settings());
  });
  return router;
}
