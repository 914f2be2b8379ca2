/** What the page needs to speak of figures: dimension values, status, whose data. */
import { Router } from "express";
import { z } from "zod";
import type { StatusAnswer } from "#shared/contract/admin.ts";
import { formatDay } from "#shared/days.ts";
import { buildDimensions } from "../figures/dimensions-figure.ts";
import { nowOf, versionOf } from "../figures/now.ts";
import { jsonBody, parseBody } from "../http/body.ts";
import { etagOf } from "../http/etag.ts";
import type { Deps } from "./deps.ts";

const worldBody = z.strictObject({ world: z.enum(["demo", "own"]) });

export function referenceRoutes({
  store,
  clock,
  build,
  answers,
  world,
  switchWorld,
}: Deps): Router {
  const router = Router();
  router.get("/dimensions", (request, response) => {
    store.snapshot((snapshot) => {
      const { asOf } = nowOf(snapshot, clock);
      const etag = etagOf(["dimensions", asOf, ...versionOf(snapshot), build]);
      answers.send(request, response, etag, "json", () =>
        JSON.stringify(buildDimensions(snapshot, asOf)),
      );
    });
  });

  router.get("/status", (_request, response) => {
    const status: StatusAnswer = store.snapshot((snapshot) => {
      const { asOf, today } = nowOf(snapshot, clock);
      const { k, reportingZone } = snapshot.settings();
      return {
        world,
        asOf: asOf === null ? null : formatDay(asOf),
        today: formatDay(today),
        reportingZone,
        k,
        dataVersion: snapshot.dataVersion(),
        build,
      };
    });
    response.set("Cache-Control", "no-store").json(status);
  });

  router.post("/world", ...jsonBody, async (request, response) => {
    await switchWorld(parseBody(request, worldBody).world);
    response.status(204).end();
  });
  return router;
}
