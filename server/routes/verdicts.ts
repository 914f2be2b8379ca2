/** GET changes/:id/verdict: what the data say about a change; as CSV its outcomes or their series. */
import { Router } from "express";
import { parseDay } from "#shared/days.ts";
import { verdictCsv, verdictTables } from "../figures/verdict-csv.ts";
import { verdictOf } from "../figures/verdict-list.ts";
import { nameFile } from "../http/csv.ts";
import { ApiError } from "../http/errors.ts";
import { etagOf } from "../http/etag.ts";
import type { Deps } from "./deps.ts";
import { keepVerdicts } from "./keep-verdicts.ts";
import { oneOf, parseFormat } from "./metric-query.ts";
import { nowOf, versionOf } from "./now.ts";

export function verdictRoutes(deps: Deps): Router {
  const { store, clock, build, answers } = deps;
  const router = Router();
  router.get("/changes/:id/verdict", (request, response) => {
    store.snapshot((snapshot) => {
      const { asOf, today } = nowOf(snapshot, clock);
      const change = snapshot.records("change").find(({ id }) => id === request.params.id);
      if (change === undefined) throw new ApiError("not_found", "there is no change with this id");
      const format = parseFormat(request.query);
      const table = oneOf(request.query, "table", verdictTables) ?? "outcomes";
      const recheck = oneOf(request.query, "recheck", ["1"]) !== null && format === "json";
      const asked = [change.id, asOf, format, table, recheck];
      const etag = etagOf(["verdict", asked, ...versionOf(snapshot), build]);
      if (format === "csv") {
        const from = parseDay(change.date) ?? 0;
        nameFile(response, `verdict_${table}`, { from, to: asOf ?? from });
      }
      answers.send(request, response, etag, format, () => {
        const verdict = verdictOf(snapshot, change, asOf, recheck);
        keepVerdicts(deps, [verdict], today);
        const { answer } = verdict;
        return format === "json" ? JSON.stringify(answer) : verdictCsv(answer, table);
      });
    });
  });
  return router;
}
