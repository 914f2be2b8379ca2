/**
 * Answers of figures: sent with their tag, as a 304 where the client has them, and out of memory where they were given before.
 * The tag is made of everything that shapes an answer, so what is kept under it never grows stale; it only falls out of use.
 * A question asked again in the same words, at a moment that nothing has changed since, is not even parsed.
 */
import type { Request, RequestHandler, Response } from "express";
import { notModified } from "./etag.ts";

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_QUESTIONS = 10_000;
const MAX_QUESTION_LENGTH = 1000;

export interface Answers {
  /** Answers what was answered before; to be asked before any route. */
  repeat: RequestHandler;
  /** `build` gives the body, and is called only where it has to be. */
  send(request: Request, response: Response, etag: string, type: string, build: () => string): void;
  /** The same for what is made elsewhere and takes its time: the tag given back is that of the state that it was made of. */
  sendMade(
    request: Request,
    response: Response,
    etag: string,
    type: string,
    make: () => Promise<{ etag: string; body: string }>,
  ): Promise<void>;
}

interface Answer {
  etag: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** `moment` names all that answers hang on beside the question: where it is the same, so are they. */
export function createAnswers(moment: () => string): Answers {
  const kept = new Map<string, Answer>();
  /** Moment and address → tag. Those of moments gone by are never asked for again. */
  const asked = new Map<string, string>();
  /** What a request asks, as of the moment it came: an answer made a moment later is newer, never older. */
  const questions = new WeakMap<Request, string>();
  let bytes = 0;

  function keep(answer: Answer): void {
    bytes += answer.body.length - (kept.get(answer.etag)?.body.length ?? 0);
    kept.delete(answer.etag);
    kept.set(answer.etag, answer);
    // A map keeps the order of insertion: the first is the one that was used longest ago.
    for (const [oldest, { body }] of kept) {
      if (bytes <= MAX_BYTES) break;
      kept.delete(oldest);
      bytes -= body.length;
    }
  }

  function remember(question: string | undefined, etag: string): void {
    if (question === undefined) return;
    asked.set(question, etag);
    const [oldest] = asked.keys();
    if (asked.size > MAX_QUESTIONS && oldest !== undefined) asked.delete(oldest);
  }

  return {
    repeat(request, response, next) {
      const { method, originalUrl } = request;
      if ((method !== "GET" && method !== "HEAD") || originalUrl.length > MAX_QUESTION_LENGTH)
        return next();
      const question = `${moment()} ${originalUrl}`;
      const answer = kept.get(asked.get(question) ?? "");
      if (answer !== undefined) return give(request, response, answer);
      questions.set(request, question);
      next();
    },

    send(request, response, etag, type, build) {
      const known = kept.get(etag);
      if (known === undefined && notModified(request, response, etag)) return;
      const answer = known ?? madeFor(response, etag, type, build());
      keep(answer);
      remember(questions.get(request), etag);
      give(request, response, answer);
    },

    async sendMade(request, response, etag, type, make) {
      if (!kept.has(etag) && notModified(request, response, etag)) return;
      const known = kept.get(etag);
      const made = known === undefined ? await make() : null;
      const answer = known ?? madeFor(response, made?.etag ?? etag, type, made?.body ?? "");
      keep(answer);
      // Only where it is of the state that the request came in: the question may have another answer by now.
      if (answer.etag === etag) remember(questions.get(request), etag);
      give(request, response, answer);
    },
  };
}

/** With the headers that this answer needs whenever it is given; a file's name is set by then. */
function madeFor(response: Response, etag: string, type: string, body: string): Answer {
  const headers: Record<string, string> = {
    "Content-Type": response.type(type).get("Content-Type") ?? "",
  };
  const file = response.get("Content-Disposition");
  if (file !== undefined) headers["Content-Disposition"] = file;
  return { etag, headers, body: Buffer.from(body) };
}

function give(request: Request, response: Response, { etag, headers, body }: Answer): void {
  if (notModified(request, response, etag)) return;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader("Content-Length", body.length);
  response.end(body);
}
