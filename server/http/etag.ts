/** Answers that are the same as last time cost a 304. The tag is made of everything that shapes an answer. */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Request, Response } from "express";

export function etagOf(parts: readonly unknown[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 27);
  return `"${hash}"`;
}

/** Sets the tag; true where the client has this very answer, and 304 has been sent. */
export function notModified(request: Request, response: Response, etag: string): boolean {
  setTag(response, etag);
  if (!knows(request, etag)) return false;
  response.status(304).end();
  return true;
}

export function setTag(response: Response, etag: string): void {
  response.set("ETag", etag);
  response.set("Cache-Control", "private, no-cache");
}

/** Whether the client has the answer of this tag. */
export function knows({ headers }: IncomingMessage, etag: string): boolean {
  const known = headers["if-none-match"];
  const tags = known?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return tags.includes(etag) || tags.includes("*");
}
