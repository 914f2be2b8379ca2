/** What an experiment's data say, and what a test needs before it starts. */
import { Router } from "express";
import { planInput } from "#shared/contract/experiment.ts";
import { buildPlan } from "../figures/experiment-plan-figure.ts";
import { nowOf } from "../figures/now.ts";
import { jsonBody, parseBody } from "../http/body.ts";
import type { Deps } from "./deps.ts";
import { parseResultsQuery, seenExperiment } from "./experiment-query.ts";
import { sendRead } from "./send-read.ts";

export function experimentResultRoutes(deps: Deps): Router {
  const { store, clock } = deps;
  const router = Router();
  router.get("/experiments/:id/results", (request, response) => {
    const { by, format } = parseResultsQuery(request.query);
    const { slug } = store.snapshot((snapshot) => seenExperiment(snapshot, request.params.id));
    if (format === "csv") {
      response.set("Content-Disposition", `attachment; filename="${slug}.csv"`);
    }
    return sendRead(deps, [request, response], "experiment", { slug, by, format }, format);
  });

  router.post("/experiments/plan", ...jsonBody, (request, response) => {
    const asked = parseBody(request, planInput);
    const plan = store.snapshot((snapshot) =>
      buildPlan(snapshot, asked, nowOf(snapshot, clock).asOf),
    );
    response.set("Cache-Control", "no-store").json(plan);
  });
  return router;
}
