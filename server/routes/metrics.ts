/** GET metrics/:metric, as JSON or CSV. */
import { Router } from "express";
import { metricCsv } from "../figures/metric-csv.ts";
import { buildMetricAnswer } from "../figures/metric-figure.ts";
import { etagOf, notModified } from "../http/etag.ts";
import type { Deps } from "./deps.ts";
import { oneOf, parseMetricQuery } from "./metric-query.ts";
import { nowOf, versionOf } from "./now.ts";

export function metricRoutes({ store, clock, build }: Deps): Router {
  const router = Router();
  router.get("/metrics/:metric", (request, response) => {
    store.snapshot((snapshot) => {
      const now = nowOf(snapshot, clock);
      const { metric } = request.params;
      const asked = parseMetricQuery(metric, request.query, now);
      const format = oneOf(request.query, "format", ["json", "csv"] as const) ?? "json";
      const etag = etagOf([asked, format, ...versionOf(snapshot), build]);
      if (notModified(request, response, etag)) return;
      const answer = buildMetricAnswer(snapshot, asked);
      if (format === "json") {
        response.json(answer);
        return;
      }
      const name = `${metric}_${answer.from}_${answer.to}.csv`;
      response.set("Content-Disposition", `attachment; filename="${name}"`);
      response.type("text/csv; charset=utf-8").send(metricCsv(answer));
    });
  });
  return router;
}
