/** POST events and counts; what came in, and what was refused. */
import { Router } from "express";
import type { IntakeStatus, QuarantineAnswer } from "#shared/contract/admin.ts";
import { buildIntakeStatus } from "../figures/intake-figure.ts";
import { nowOf } from "../figures/now.ts";
import { bodyBytes, bodyFormat, intakeBody } from "../http/body.ts";
import type { Deps } from "./deps.ts";
import { parsePage } from "./page-query.ts";

const RECENT_EVENTS = 50;

export function intakeRoutes({ store, writer, clock }: Deps): Router {
  const router = Router();
  for (const name of ["events", "counts"] as const) {
    router.post(`/${name}`, ...intakeBody, async (request, response) => {
      const given = { body: bodyBytes(request), format: bodyFormat(request), now: clock() };
      response.json(await writer.send(name, given));
    });
  }
  router.get("/intake", (_request, response) => {
    const status: IntakeStatus = store.snapshot((snapshot) =>
      buildIntakeStatus(snapshot, nowOf(snapshot, clock).asOf, RECENT_EVENTS),
    );
    response.set("Cache-Control", "no-store").json(status);
  });
  router.get("/quarantine", (request, response) => {
    const { limit, before } = parsePage(request.query);
    const answer: QuarantineAnswer = store.snapshot((snapshot) => {
      const found = snapshot.quarantine(limit + 1, before);
      const items = found.slice(0, limit);
      const next = found.length > limit ? (items.at(-1)?.sequence ?? null) : null;
      return { total: snapshot.intakeTotals().rejected, items, next };
    });
    response.set("Cache-Control", "no-store").json(answer);
  });
  return router;
}
