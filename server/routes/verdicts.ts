/** GET changes/:id/verdict: what the data say about a change; as CSV its outcomes or their series. */
import { Router } from "express";
import { parseDay } from "#shared/days.ts";
import { nowOf } from "../figures/now.ts";
import { verdictTables } from "../figures/verdict-csv.ts";
import { nameFile } from "../http/csv.ts";
import { ApiError } from "../http/errors.ts";
import type { Deps } from "./deps.ts";
import { languageOf } from "./language.ts";
import { oneOf, parseFormat } from "./metric-query.ts";
import { refuseOthers } from "./refuse-others.ts";
import { sendRead } from "./send-read.ts";

export function verdictRoutes(deps: Deps): Router {
  const { store, clock } = deps;
  const router = Router();
  router.get("/changes/:id/verdict", (request, response) => {
    const { id } = request.params;
    refuseOthers(request.query, ["format", "table", "recheck", "lang"]);
    const { change, asOf } = store.snapshot((snapshot) => ({
      change: snapshot.records("change").find((one) => one.id === id),
      asOf: nowOf(snapshot, clock).asOf,
    }));
    if (change === undefined) throw new ApiError("not_found", "there is no change with this id");
    const format = parseFormat(request.query);
    const table = oneOf(request.query, "table", verdictTables) ?? "outcomes";
    const isAsked = oneOf(request.query, "recheck", ["1"]) !== null;
    const language = languageOf(request, response);
    if (format === "csv") {
      const from = parseDay(change.date) ?? 0;
      nameFile(response, `verdict_${table}`, { from, to: asOf ?? from });
    }
    const given = { id, format, table, withRecheck: isAsked && format === "json", language };
    return sendRead(deps, [request, response], "verdict", given, format);
  });
  return router;
}
