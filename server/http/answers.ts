/**
 * Answers of figures: sent with their tag, as a 304 where the client has them, and out of memory where they were given before.
 * The tag is made of everything that shapes an answer, so what is kept under it never grows stale; it only falls out of use.
 * A question asked again in the same words, by who cannot be told from the first to ask it, at a moment that nothing has changed
 * since, is not even parsed.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Request, Response } from "express";
import { API } from "#shared/contract/routes.ts";
import { knows, notModified, setTag } from "./etag.ts";

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_QUESTIONS = 10_000;
const MAX_QUESTION_LENGTH = 1000;

export interface Answers {
  /**
   * Gives the answer that was given before, and true; false where there is none. To be asked before any route, in the place of
   * the whole app, but never of what guards it: it does not ask whether somebody may still read.
   */
  repeat(request: IncomingMessage, response: ServerResponse): boolean;
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

/** Names and values in turn, as Node takes them unread. */
type Head = string[];

interface Answer {
  etag: string;
  head: Head;
  /** Of the 304. */
  bareHead: Head;
  body: Buffer;
}

/** What a request asks, and the moment it came: an answer made a moment later is newer, never older. */
interface Asked {
  question: string;
  moment: string;
}

/** `momentOf` names all that answers hang on beside the question: where it is the same, so are they. */
export function createAnswers(momentOf: () => string): Answers {
  const kept = new Map<string, Answer>();
  /** Question → tag, at this moment. */
  const tags = new Map<string, string>();
  let moment = "";
  const asked = new WeakMap<IncomingMessage, Asked>();
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

  function remember(request: IncomingMessage, etag: string): void {
    const one = asked.get(request);
    if (one === undefined || one.moment !== moment) return;
    tags.set(one.question, etag);
    const [oldest] = tags.keys();
    if (tags.size > MAX_QUESTIONS && oldest !== undefined) tags.delete(oldest);
  }

  return {
    repeat(request, response) {
      const question = questionOf(request);
      if (question === null) return false;
      const now = momentOf();
      if (now !== moment) tags.clear();
      moment = now;
      const answer = kept.get(tags.get(question) ?? "");
      if (answer === undefined) asked.set(request, { question, moment });
      else give(request, response, answer);
      return answer !== undefined;
    },

    send(request, response, etag, type, build) {
      const known = kept.get(etag);
      if (known === undefined && notModified(request, response, etag)) return;
      const answer = known ?? madeFor(response, etag, type, build());
      keep(answer);
      remember(request, etag);
      give(request, response, answer);
    },

    async sendMade(request, response, etag, type, make) {
      const known = kept.get(etag);
      if (known === undefined && notModified(request, response, etag)) return;
      const made = known === undefined ? await make() : null;
      const answer = known ?? madeFor(response, made?.etag ?? etag, type, made?.body ?? "");
      keep(answer);
      // Only where it is of the state that the request came in: the question may have another answer by now.
      if (answer.etag === etag) remember(request, etag);
      give(request, response, answer);
    },
  };
}

/**
 * All that tells one reading request from another, whether or not an answer makes something of it: so that none is given to who
 * reads another language or is somebody else. Null where nothing is kept.
 */
function questionOf({ method, url = "", headers }: IncomingMessage): string | null {
  if ((method !== "GET" && method !== "HEAD") || !url.startsWith(`${API}/`)) return null;
  const { "accept-language": language = "", authorization = "", cookie = "" } = headers;
  const question = `${url}\n${language}\n${authorization}\n${cookie}`;
  return question.length > MAX_QUESTION_LENGTH ? null : question;
}

/** With all headers that this answer needs whenever it is given, those that the app gives every response included. */
function madeFor(response: Response, etag: string, type: string, text: string): Answer {
  const body = Buffer.from(text);
  setTag(response, etag);
  const bareHead = headOf(response);
  response.type(type).setHeader("Content-Length", body.length);
  return { etag, head: headOf(response), bareHead, body };
}

const headOf = (response: Response): Head =>
  Object.entries(response.getHeaders()).flatMap(([name, value]) => [name, String(value)]);

function give(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (knows(request, answer.etag)) response.writeHead(304, answer.bareHead).end();
  else response.writeHead(200, answer.head).end(answer.body);
}
