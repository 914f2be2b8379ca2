/** GET proposals, flags and learned: what the data say without being asked about one thing. */
import { Router } from "express";
import { buildFlags } from "../figures/flags-figure.ts";
import { buildLearned } from "../figures/learned-figure.ts";
import { buildProposals } from "../figures/proposals-figure.ts";
import { verdictsOf } from "../figures/verdict-list.ts";
import { etagOf } from "../http/etag.ts";
import type { Deps } from "./deps.ts";
import { keepVerdicts } from "./keep-verdicts.ts";
import { nowOf, versionOf } from "./now.ts";

const findings = ["proposals", "flags", "learned"] as const;

export function findingRoutes(deps: Deps): Router {
  const { store, clock, build, answers } = deps;
  const router = Router();
  for (const name of findings) {
    router.get(`/${name}`, (request, response) => {
      store.snapshot((snapshot) => {
        const { asOf, today } = nowOf(snapshot, clock);
        const etag = etagOf([name, asOf, ...versionOf(snapshot), build]);
        answers.send(request, response, etag, "json", () => {
          if (name === "proposals") return JSON.stringify(buildProposals(snapshot, asOf));
          const verdicts = verdictsOf(snapshot, asOf);
          keepVerdicts(deps, verdicts, today);
          const isFlags = name === "flags";
          return JSON.stringify(
            isFlags ? buildFlags(snapshot, verdicts, asOf) : buildLearned(verdicts, asOf),
          );
        });
      });
    });
  }
  return router;
}
