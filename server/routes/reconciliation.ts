/** GET metrics/opt_in_rate/reconciliation. */
import { Router } from "express";
import { nowOf, versionOf } from "../figures/now.ts";
import { buildReconciliation } from "../figures/reconciliation-figure.ts";
import { etagOf } from "../http/etag.ts";
import type { Deps } from "./deps.ts";
import { parseReconciliationQuery } from "./metric-query.ts";

export function reconciliationRoutes({ store, clock, build, answers }: Deps): Router {
  const router = Router();
  router.get("/metrics/opt_in_rate/reconciliation", (request, response) => {
    store.snapshot((snapshot) => {
      const asked = parseReconciliationQuery(request.query, nowOf(snapshot, clock));
      const etag = etagOf(["reconciliation", asked, ...versionOf(snapshot), build]);
      answers.send(request, response, etag, "json", () =>
        JSON.stringify(buildReconciliation(snapshot, asked)),
      );
    });
  });
  return router;
}
