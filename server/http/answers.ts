/**
 * Answers of figures: sent with their tag, as a 304 where the client has them, and out of memory where they were given before.
 * The tag is made of everything that shapes an answer, so what is kept under it never grows stale; it only falls out of use.
 */
import type { Request, Response } from "express";
import { notModified } from "./etag.ts";

const MAX_BYTES = 32 * 1024 * 1024;

export interface Answers {
  /** `build` gives the body, and is called only where it has to be. */
  send(request: Request, response: Response, etag: string, type: string, build: () => string): void;
}

export function createAnswers(): Answers {
  const kept = new Map<string, string>();
  let bytes = 0;

  function keep(etag: string, body: string): void {
    kept.set(etag, body);
    bytes += body.length;
    // A map keeps the order of insertion: the first is the one that was used longest ago.
    for (const [oldest, { length }] of kept) {
      if (bytes <= MAX_BYTES) break;
      kept.delete(oldest);
      bytes -= length;
    }
  }

  return {
    send(request, response, etag, type, build) {
      if (notModified(request, response, etag)) return;
      const known = kept.get(etag);
      const body = known ?? build();
      if (known !== undefined) {
        kept.delete(etag);
        bytes -= known.length;
      }
      keep(etag, body);
      response.type(type).send(body);
    },
  };
}
