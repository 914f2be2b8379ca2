/** Experiments: their records, what may become of them and did, and who is shown what. */
import { Router } from "express";
import { assignedVariant } from "#shared/assignment.ts";
import {
  type AssignmentAnswer,
  experimentInput,
  experimentPatch,
} from "#shared/contract/experiment.ts";
import type { TrailAnswer } from "#shared/contract/experiment-step.ts";
import type { Deps } from "./deps.ts";
import { checkExperiment } from "./experiment-lifecycle.ts";
import { parseUnit, recordedExperiment } from "./experiment-query.ts";
import { stepOf, trailOf } from "./experiment-trail.ts";
import { recordRoutes } from "./records.ts";

export function experimentRoutes(deps: Deps): Router {
  const router = Router();
  // A route of its own, which takes POST alone, and no experiment's name.
  router.all("/experiments/plan", (_request, _response, next) => next("router"));
  router.get("/experiments/:id/assignment", (request, response) => {
    const unit = parseUnit(request.query);
    const { slug, variants, status } = deps.store.snapshot((snapshot) =>
      recordedExperiment(snapshot, request.params.id),
    );
    const variant = assignedVariant(slug, unit, variants)?.slug ?? "";
    const answer: AssignmentAnswer = { experiment: slug, variant, status };
    response.set("Cache-Control", "no-store").json(answer);
  });
  router.get("/experiments/:id/trail", (request, response) => {
    const steps = deps.store.snapshot((snapshot) => trailOf(snapshot, request.params.id));
    const answer: TrailAnswer = { steps };
    response.set("Cache-Control", "no-store").json(answer);
  });
  const records = recordRoutes(deps, {
    kind: "experiment",
    name: "experiments",
    input: experimentInput,
    patch: experimentPatch,
    listed: (experiments) => experiments.toReversed(),
    check: checkExperiment,
    trail: (before, after, at) => {
      const earlier = deps.store.snapshot((snapshot) => snapshot.records("experiment_step"));
      const record = stepOf(earlier, before, after, at);
      return record === null ? [] : [{ kind: "experiment_step", record }];
    },
    alsoCalled: ({ slug }) => slug,
  });
  return router.use(records);
}
