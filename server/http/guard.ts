/** Without log-in, only pages and tools of this machine may ask, and only Candor's own pages may write. */
import type { RequestHandler } from "express";
import { isLoopback } from "../config.ts";
import { ApiError } from "./errors.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

export const guardLoopback: RequestHandler = (request, _response, next) => {
  const host = hostName(request.headers.host);
  if (host === null || !isLoopback(host)) {
    throw new ApiError("foreign_host", "Candor without log-in answers only to this machine's own names");
  }
  const { origin } = request.headers;
  if (!READS.has(request.method) && origin !== undefined && origin !== `http://${request.headers.host}`) {
    throw new ApiError("foreign_origin", "a page of another site may not write here");
  }
  next();
};

/** "[::1]:3000" → "::1"; null where it is no host. */
function hostName(header: string | undefined): string | null {
  if (header === undefined) return null;
  const url = URL.parse(`http://${header}`);
  if (url === null || url.host === "" || url.username !== "" || url.pathname !== "/") return null;
  return url.hostname.replace(/^\[|\]$/g, "");
}
