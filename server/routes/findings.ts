/** GET proposals, flags and learned: what the data say without being asked about one thing. */
import { Router } from "express";
import { buildFlags } from "../figures/flags-figure.ts";
import { buildLearned } from "../figures/learned-figure.ts";
import { buildProposals } from "../figures/proposals-figure.ts";
import { etagOf } from "../http/etag.ts";
import type { Deps } from "./deps.ts";
import { nowOf, versionOf } from "./now.ts";

const findings = { proposals: buildProposals, flags: buildFlags, learned: buildLearned };

export function findingRoutes({ store, clock, build, answers }: Deps): Router {
  const router = Router();
  for (const [name, figure] of Object.entries(findings)) {
    router.get(`/${name}`, (request, response) => {
      store.snapshot((snapshot) => {
        const { asOf } = nowOf(snapshot, clock);
        const etag = etagOf([name, asOf, ...versionOf(snapshot), build]);
        answers.send(request, response, etag, "json", () => JSON.stringify(figure(snapshot, asOf)));
      });
    });
  }
  return router;
}
