/** GET overview, and the retention curve. */
import { Router } from "express";
import { buildCurve } from "../figures/curve-figure.ts";
import { curveCsv } from "../figures/metric-csv.ts";
import { buildOverview } from "../figures/overview-figure.ts";
import { sendCsv } from "../http/csv.ts";
import { etagOf, notModified } from "../http/etag.ts";
import type { Deps } from "./deps.ts";
import {
  parseConfidence,
  parseCurveQuery,
  parseFormat,
  parseOverviewQuery,
} from "./metric-query.ts";
import { nowOf, versionOf } from "./now.ts";

export function overviewRoutes({ store, clock, build }: Deps): Router {
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
      if (!notModified(request, response, etag)) response.json(buildOverview(snapshot, asked));
    });
  });

  router.get("/metrics/consent_retention/curve", (request, response) => {
    store.snapshot((snapshot) => {
      const asked = parseCurveQuery(request.query, nowOf(snapshot, clock));
      const format = parseFormat(request.query);
      const etag = etagOf(["curve", asked, format, ...versionOf(snapshot), build]);
      if (notModified(request, response, etag)) return;
      const answer = buildCurve(snapshot, asked);
      if (format === "json") response.json(answer);
      else sendCsv(response, `retention_${answer.from}_${answer.to}`, curveCsv(answer));
    });
  });
  return router;
}
