/** Without log-in, only pages and tools of this machine may ask, and only Candor's own pages may write. */
import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { isLoopback } from "#shared/loopback.ts";
import { ApiError } from "./errors.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

export const guardLoopback: RequestHandler = (request, _response, next) => {
  const refusal = refusalOf(request);
  if (refusal !== null) throw refusal;
  next();
};

/** Null where the request may pass. */
export function refusalOf({ method = "", headers }: IncomingMessage): ApiError | null {
  const host = parseHost(headers.host);
  if (host === null || !isLoopback(host.hostname.replace(/^\[|\]$/g, ""))) {
    return new ApiError(
      "foreign_host",
      "Candor without log-in answers only to this machine's own names",
    );
  }
  const { origin } = headers;
  if (!READS.has(method) && origin !== undefined && origin !== host.origin)
    return new ApiError("foreign_origin", "a page of another site may not write here");
  return null;
}

/** The Host header as the origin of a page served under it; null where it is no host. */
function parseHost(header: string | undefined): URL | null {
  if (header === undefined || /[/?#@\\]/.test(header)) return null;
  const url = URL.parse(`http://${header}`);
  return url === null || url.host === "" ? null : url;
}
