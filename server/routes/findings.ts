/** GET proposals, flags and learned: what the data say without being asked about one thing. */
import { Router } from "express";
import { nowOf, versionOf } from "../figures/now.ts";
import { buildProposals } from "../figures/proposals-figure.ts";
import { etagOf } from "../http/etag.ts";
import type { Deps } from "./deps.ts";
import { languageOf } from "./language.ts";
import { refuseOthers } from "./refuse-others.ts";
import { sendRead } from "./send-read.ts";

export function findingRoutes(deps: Deps): Router {
  const { store, clock, build, answers } = deps;
  const router = Router();
  router.get("/proposals", (request, response) => {
    refuseOthers(request.query, []);
    store.snapshot((snapshot) => {
      const { asOf } = nowOf(snapshot, clock);
      const etag = etagOf(["proposals", asOf, ...versionOf(snapshot), build]);
      answers.send(request, response, etag, "json", () =>
        JSON.stringify(buildProposals(snapshot, asOf)),
      );
    });
  });
  router.get("/flags", (request, response) => {
    refuseOthers(request.query, ["lang"]);
    const language = languageOf(request, response);
    return sendRead(deps, [request, response], "flags", { language }, "json");
  });
  router.get("/learned", (request, response) => {
    refuseOthers(request.query, []);
    return sendRead(deps, [request, response], "learned", {}, "json");
  });
  return router;
}
