/** The Express app: dependencies in, handlers out. It never listens, so tests and main can each do so their way. */
import type { RequestListener } from "node:http";
import express from "express";
import helmet from "helmet";
import { API, routes } from "#shared/contract/routes.ts";
import { type Answers, createAnswers } from "./http/answers.ts";
import { errorHandler } from "./http/error-handler.ts";
import { ApiError } from "./http/errors.ts";
import { guardLoopback, refusalOf } from "./http/guard.ts";
import { servePage } from "./http/static.ts";
import { benchmarkRoutes } from "./routes/benchmarks.ts";
import { changeRoutes } from "./routes/changes.ts";
import { definitionRoutes } from "./routes/definitions.ts";
import type { Deps } from "./routes/deps.ts";
import { experimentResultRoutes } from "./routes/experiment-results.ts";
import { experimentRoutes } from "./routes/experiments.ts";
import { findingRoutes } from "./routes/findings.ts";
import { healthRoutes } from "./routes/health.ts";
import { intakeRoutes } from "./routes/intake.ts";
import { metricRoutes } from "./routes/metrics.ts";
import { momentsOf } from "./routes/moments.ts";
import { noticeRoutes } from "./routes/notices.ts";
import { overviewRoutes } from "./routes/overview.ts";
import { populationRoutes } from "./routes/populations.ts";
import { reconciliationRoutes } from "./routes/reconciliation.ts";
import { referenceRoutes } from "./routes/reference.ts";
import { replyRoutes } from "./routes/replies.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { verdictRoutes } from "./routes/verdicts.ts";

export interface AppDeps extends Omit<Deps, "answers"> {
  /** Where the built page lies. */
  pageFolder: string;
}

export function createApp(given: AppDeps): RequestListener {
  const deps = { ...given, answers: createAnswers(momentsOf(given)) };
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("query parser", "simple");
  app.use(securityHeaders());
  app.use(guardLoopback);
  app.use(healthRoutes(deps));
  app.use(
    API,
    intakeRoutes(deps),
    overviewRoutes(deps),
    reconciliationRoutes(deps),
    metricRoutes(deps),
    changeRoutes(deps),
    verdictRoutes(deps),
    findingRoutes(deps),
    replyRoutes(deps),
    experimentResultRoutes(deps),
    experimentRoutes(deps),
    noticeRoutes(deps),
    populationRoutes(deps),
    benchmarkRoutes(deps),
    definitionRoutes(deps),
    referenceRoutes(deps),
    settingsRoutes(deps),
    refuseUnknown,
  );
  app.use("/api", () => {
    throw new ApiError("not_found", "there is no such route");
  });
  app.use(servePage(deps.pageFolder));
  app.use(errorHandler(deps.log));
  // Before Express, which would take longer than a kept answer does; what is refused, and what fails, is its business.
  return (request, response) => {
    if (!isRepeated(deps.answers, request, response)) app(request, response);
  };
}

function isRepeated(...[answers, request, response]: [Answers, ...Parameters<RequestListener>]) {
  try {
    return refusalOf(request) === null && answers.repeat(request, response);
  } catch {
    return false;
  }
}

/** No inline code, nothing from elsewhere; and nothing that asks for HTTPS, since here is none. */
function securityHeaders() {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        imgSrc: ["'self'", "data:", "blob:"],
      },
    },
    strictTransportSecurity: false,
  });
}

const refuseUnknown: express.RequestHandler = (request, response) => {
  const named = routes.filter(({ path }) => path === request.path.replace(/\/$/, ""));
  const here = named.length > 0 ? named : routes.filter(({ path }) => matches(path, request.path));
  if (here.length === 0) throw new ApiError("not_found", "there is no such route");
  const allowed = here
    .flatMap(({ method }) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]))
    .join(", ");
  response.set("Allow", allowed);
  throw new ApiError("method_not_allowed", `this route takes ${allowed}`);
};

function matches(pattern: string, path: string): boolean {
  const parts = path.replace(/\/$/, "").split("/");
  const wanted = pattern.split("/");
  return (
    parts.length === wanted.length &&
    wanted.every((part, i) => part.startsWith(":") || part === parts[i])
  );
}
