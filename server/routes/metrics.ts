/** GET metrics/:metric, as JSON or CSV. */
import { Router } from "express";
import { metricCsv } from "../figures/metric-csv.ts";
import { buildMetricAnswer } from "../figures/metric-figure.ts";
import { nowOf, versionOf } from "../figures/now.ts";
import { nameFile } from "../http/csv.ts";
import { etagOf } from "../http/etag.ts";
import type { Deps } from "./deps.ts";
import { parseFormat, parseMetricQuery } from "./metric-query.ts";
import { parseWeights } from "./weights-query.ts";

export function metricRoutes({ store, clock, build, answers }: Deps): Router {
  const router = Router();
  router.get("/metrics/:metric", (request, response) => {
    store.snapshot((snapshot) => {
      const now = nowOf(snapshot, clock);
      const { metric } = request.params;
      const unweighted = parseMetricQuery(metric, request.query, now);
      const population = parseWeights(request.query, unweighted, snapshot.records("population"));
      const asked = { ...unweighted, population };
      const format = parseFormat(request.query);
      const etag = etagOf([asked, format, ...versionOf(snapshot), build]);
      if (format === "csv") nameFile(response, metric, asked.question);
      answers.send(request, response, etag, format, () => {
        const answer = buildMetricAnswer(snapshot, asked);
        return format === "json" ? JSON.stringify(answer) : metricCsv(answer);
      });
    });
  });
  return router;
}
