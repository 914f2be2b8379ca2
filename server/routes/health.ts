/** Liveness, and readiness with the as-of day. */
import { Router } from "express";
import { formatDay } from "#shared/days.ts";
import { nowOf } from "../figures/now.ts";
import type { Deps } from "./deps.ts";

export function healthRoutes({ store, clock }: Deps): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "ok" });
  });
  router.get("/readyz", (_request, response) => {
    const asOf = store.snapshot((snapshot) => nowOf(snapshot, clock).asOf);
    response
      .set("Cache-Control", "no-store")
      .json({ status: "ready", asOf: asOf === null ? null : formatDay(asOf) });
  });
  return router;
}
