/** GET changes/:id/verdict: what the data say about a change. */
import { Router } from "express";
import { buildVerdict } from "../figures/verdict-figure.ts";
import { ApiError } from "../http/errors.ts";
import { etagOf } from "../http/etag.ts";
import type { Deps } from "./deps.ts";
import { nowOf, versionOf } from "./now.ts";

export function verdictRoutes({ store, clock, build, answers }: Deps): Router {
  const router = Router();
  router.get("/changes/:id/verdict", (request, response) => {
    store.snapshot((snapshot) => {
      const { asOf } = nowOf(snapshot, clock);
      const change = snapshot.records("change").find(({ id }) => id === request.params.id);
      if (change === undefined) throw new ApiError("not_found", "there is no change with this id");
      const etag = etagOf(["verdict", change.id, asOf, ...versionOf(snapshot), build]);
      answers.send(request, response, etag, "json", () =>
        JSON.stringify(buildVerdict(snapshot, change, asOf)),
      );
    });
  });
  return router;
}
