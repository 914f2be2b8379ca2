/** GET overview, and the retention curve. */
import { Router } from "express";
import { buildCurve } from "../figures/curve-figure.ts";
import { curveCsv } from "../figures/metric-csv.ts";
import { nowOf, versionOf } from "../figures/now.ts";
import { buildOverview } from "../figures/overview-figure.ts";
import { nameFile } from "../http/csv.ts";
import { etagOf } from "../http/etag.ts";
import type { Deps } from "./deps.ts";
import {
  parseConfidence,
  parseCurveQuery,
  parseFormat,
  parseOverviewQuery,
} from "./metric-query.ts";

export function overviewRoutes({ store, clock, build, answers }: Deps): Router {
  const router = Router();
  router.get("/overview", (request, response) => {
    store.snapshot((snapshot) => {
      const now = nowOf(snapshot, clock);
      const asked = {
        ...parseOverviewQuery(request.query, now),
        asOf: now.asOf,
        confidence: parseConfidence(request.query),
      };
      const etag = etagOf(["overview", asked, ...versionOf(snapshot), build]);
      answers.send(request, response, etag, "json", () =>
        JSON.stringify(buildOverview(snapshot, asked)),
      );
    });
  });

  router.get("/metrics/consent_retention/curve", (request, response) => {
    store.snapshot((snapshot) => {
      const asked = parseCurveQuery(request.query, nowOf(snapshot, clock));
      const format = parseFormat(request.query);
      const etag = etagOf(["curve", asked, format, ...versionOf(snapshot), build]);
      if (format === "csv") nameFile(response, "consent_retention_curve", asked.question);
      answers.send(request, response, etag, format, () => {
        const answer = buildCurve(snapshot, asked);
        return format === "json" ? JSON.stringify(answer) : curveCsv(answer);
      });
    });
  });
  return router;
}
