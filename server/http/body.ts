/** Reads the bodies of intake requests as bytes, and those of small writes as JSON. */
import express, { type Request, type RequestHandler } from "express";
import type { z } from "zod";
import type { BodyFormat } from "#shared/contract/event.ts";
import { ApiError, tooLarge } from "./errors.ts";
import { fieldProblems } from "./field-problems.ts";

const MAX_BODY_BYTES = 16 * 1024 * 1024;
const MAX_JSON_BYTES = 64 * 1024;

const formats: Record<string, BodyFormat> = {
  "application/x-ndjson": "ndjson",
  "application/json": "json",
};

/** Refuses other content types before a byte of the body is read. */
export const intakeBody: RequestHandler[] = [
  (request, _response, next) => {
    bodyFormat(request);
    next();
  },
  ...bytesUpTo(MAX_BODY_BYTES),
];

export function bodyFormat(request: Request): BodyFormat {
  const [type = "", ...parameters] = (request.headers["content-type"] ?? "")
    .toLowerCase()
    .split(";");
  const format = formats[type.trim()];
  const foreignCharset = parameters.some(
    (p) => /charset=/.test(p) && !/charset="?utf-?8"?\s*$/.test(p),
  );
  if (format === undefined || foreignCharset) {
    throw new ApiError(
      "unsupported_media_type",
      "send application/x-ndjson (one record a line) or application/json (a list), in UTF-8",
    );
  }
  return format;
}

/** The body as bytes of its own, so that they can be handed to another thread. */
export function bodyBytes(request: Request): Uint8Array {
  const body: unknown = request.body;
  return body instanceof Uint8Array ? new Uint8Array(body) : new Uint8Array();
}

export const jsonBody: RequestHandler[] = [
  (request, _response, next) => {
    if (bodyFormat(request) !== "json")
      throw new ApiError("unsupported_media_type", "send application/json");
    next();
  },
  ...bytesUpTo(MAX_JSON_BYTES),
];

/** Who announces too much is told at once; the parser would wait for all of it. */
function bytesUpTo(limit: number): RequestHandler[] {
  return [
    (request, _response, next) => {
      if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge(limit);
      next();
    },
    express.raw({ type: () => true, limit }),
  ];
}

/** Parses or throws, with a problem for each field at fault. */
export function parseBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): z.output<Schema> {
  const bytes = bodyBytes(request);
  if (bytes.length === 0) throw new ApiError("empty_body", "the body holds nothing");
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new ApiError("invalid_json", "the body is not JSON in UTF-8");
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const fields = fieldProblems(parsed.error, json);
  const first = fields[0];
  throw new ApiError("invalid_request", `${first?.field || "the body"}: ${first?.message}`, fields);
}
