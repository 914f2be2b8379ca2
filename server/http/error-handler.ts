/** The only place where errors become responses: RFC 9457 problem details. */
import type { ErrorRequestHandler, Response } from "express";
import { type FieldProblem, type Problem, type ProblemCode, problems } from "#shared/contract/errors.ts";
import type { Log } from "./log.ts";
import { ApiError } from "./errors.ts";

const RETRY_AFTER_SECONDS = "1";

export function problemOf(code: ProblemCode, detail: string, fields: readonly FieldProblem[] = []): Problem {
  const { status, title } = problems[code];
  const base = { type: `/glossary#error-${code}`, title, status, code, detail };
  return fields.length === 0 ? base : { ...base, fields: [...fields] };
}

export function sendProblem(response: Response, problem: Problem): void {
  if (problem.status === 503) response.set("Retry-After", RETRY_AFTER_SECONDS);
  response.set("Cache-Control", "no-store");
  response.status(problem.status).type("application/problem+json").send(JSON.stringify(problem));
}

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

/** Errors of the body parser and of Express itself carry a type or a status. */
function asApiError(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  if (!(error instanceof Error)) return null;
  const { type, status } = error as { type?: unknown; status?: unknown };
  if (type === "entity.too.large") return new ApiError("body_too_large", "the body is over the limit of 16 MiB; send it in parts");
  if (type === "encoding.unsupported") return new ApiError("unsupported_encoding", "send the body as it is, or as gzip, deflate or br");
  if (type === "request.size.invalid" || type === "request.aborted") {
    return new ApiError("incomplete_body", "the body ended before its announced length");
  }
  if (status === 400) return new ApiError("invalid_request", "the request cannot be read");
  return null;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : "not an error";
}
