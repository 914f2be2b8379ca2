/** GET proposals: what the data show and nobody wrote down. */
import { Router } from "express";
import { buildProposals } from "../figures/proposals-figure.ts";
import { etagOf } from "../http/etag.ts";
import type { Deps } from "./deps.ts";
import { nowOf, versionOf } from "./now.ts";

export function proposalRoutes({ store, clock, build, answers }: Deps): Router {
  const router = Router();
  router.get("/proposals", (request, response) => {
    store.snapshot((snapshot) => {
      const { asOf } = nowOf(snapshot, clock);
      const etag = etagOf(["proposals", asOf, ...versionOf(snapshot), build]);
      answers.send(request, response, etag, "json", () =>
        JSON.stringify(buildProposals(snapshot, asOf)),
      );
    });
  });
  return router;
}
