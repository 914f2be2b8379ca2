/** The only place where errors become responses. */
import type { ErrorRequestHandler, Response } from "express";
import type { Problem } from "#shared/contract/errors.ts";
import { ApiError, tooLarge } from "./errors.ts";
import type { Log } from "./log.ts";
import { problemOf } from "./problem.ts";

const RETRY_AFTER_SECONDS = "1";

export function errorHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const known = asApiError(error);
    if (known === null || known.code === "internal_error") {
      // Neither path nor query is logged: a path may name a subject.
      log.error({ error: describe(error), method: request.method }, "request failed");
    }
    if (response.headersSent) return next(error);
    // What the sender still sends is read and dropped, so that it gets to see the answer.
    request.resume();
    const problem =
      known === null || known.code === "internal_error"
        ? problemOf("internal_error", "the request was not carried out; the log has the reason")
        : problemOf(known.code, known.message, known.fields);
    sendProblem(response, problem);
  };
}

function sendProblem(response: Response, problem: Problem): void {
  // What was meant for the answer that did not come.
  for (const name of ["Content-Encoding", "Content-Disposition", "ETag"])
    response.removeHeader(name);
  if (problem.status === 503) response.set("Retry-After", RETRY_AFTER_SECONDS);
  response.set("Cache-Control", "no-store");
  response.status(problem.status).type("application/problem+json").send(JSON.stringify(problem));
}

/** Errors of the body parser and of Express itself carry a type or a status. */
function asApiError(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  if (!(error instanceof Error)) return null;
  const { type, status, limit } = error as { type?: unknown; status?: unknown; limit?: unknown };
  switch (type) {
    case "entity.too.large":
      return tooLarge(Number(limit));
    case "encoding.unsupported":
      return new ApiError(
        "unsupported_encoding",
        "send the body as it is, or as gzip, deflate or br",
      );
    case "request.size.invalid":
    case "request.aborted":
      return new ApiError("incomplete_body", "the body ended before its announced length");
  }
  if (status === 404) return new ApiError("not_found", "there is nothing at this address");
  if (typeof status === "number" && status >= 400 && status < 500) {
    return new ApiError("invalid_request", "the request cannot be read");
  }
  return null;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : "not an error";
}
