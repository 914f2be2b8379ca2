/** What an experiment's data say, and what a test needs before it starts. */
import { Router } from "express";
import { planInput } from "#shared/contract/experiment.ts";
import { experimentCsv } from "../figures/experiment-csv.ts";
import { buildExperimentResults } from "../figures/experiment-figure.ts";
import { buildPlan } from "../figures/experiment-plan-figure.ts";
import { jsonBody, parseBody } from "../http/body.ts";
import { etagOf } from "../http/etag.ts";
import type { Deps } from "./deps.ts";
import { parseResultsQuery, seenExperiment } from "./experiment-query.ts";
import { nowOf, versionOf } from "./now.ts";

export function experimentResultRoutes({ store, clock, build, answers }: Deps): Router {
  const router = Router();
  router.get("/experiments/:id/results", (request, response) => {
    store.snapshot((snapshot) => {
      const { by, format } = parseResultsQuery(request.query);
      const found = seenExperiment(snapshot, request.params.id);
      const asked = { ...found, by, asOf: nowOf(snapshot, clock).asOf ?? 0 };
      const etag = etagOf(["experiment", asked, format, ...versionOf(snapshot), build]);
      if (format === "csv") {
        response.set("Content-Disposition", `attachment; filename="${found.slug}.csv"`);
      }
      answers.send(request, response, etag, format, () => {
        const results = buildExperimentResults(snapshot, asked);
        return format === "json" ? JSON.stringify(results) : experimentCsv(results);
      });
    });
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
