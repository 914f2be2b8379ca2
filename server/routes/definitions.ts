/** GET definitions, and each with a worked example. */
import { Router } from "express";
import type { DefinitionAnswer } from "#shared/contract/definition.ts";
import { isMetricName, metricNames } from "#shared/metric-list.ts";
import { buildExample } from "../examples/example-figure.ts";
import { buildDefinition, buildDefinitions } from "../figures/definitions-figure.ts";
import { ApiError } from "../http/errors.ts";
import { etagOf, notModified } from "../http/etag.ts";
import type { Deps } from "./deps.ts";

export function definitionRoutes({ build, answers }: Deps): Router {
  const router = Router();
  router.get("/definitions", (request, response) => {
    if (notModified(request, response, etagOf(["definitions", build]))) return;
    response.json(buildDefinitions());
  });

  router.get("/definitions/:metric", (request, response) => {
    const { metric } = request.params;
    if (!isMetricName(metric)) {
      const message = `there is no metric ${JSON.stringify(metric.slice(0, 64))}; there are ${metricNames.join(", ")}`;
      throw new ApiError("unknown_metric", message);
    }
    answers.send(request, response, etagOf(["definition", metric, build]), "json", () => {
      const example = buildExample(metric);
      const answer: DefinitionAnswer = { definition: buildDefinition(metric), example };
      return JSON.stringify(answer);
    });
  });
  return router;
}
