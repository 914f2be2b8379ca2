/** The HTTP server below Express: what is no request that a handler could see gets a problem document, too. */
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Problem } from "#shared/contract/errors.ts";
import { problemOf } from "./problem.ts";

/** Longer than clients keep a connection that they do not use: one that is closed as a request comes loses that request. */
const KEEP_ALIVE_MS = 75_000;

export function createHttpServer(handle: RequestListener): Server {
  const latest = new WeakMap<Duplex, ServerResponse>();
  // A request without Host goes to the guard, which says what is wrong.
  const options = { requireHostHeader: false, keepAliveTimeout: KEEP_ALIVE_MS };
  const server = createServer(options, (request, response) => {
    latest.set(request.socket, response);
    // Once no more is listened for, a connection ends with the answer that it waited for.
    response.once("close", () => {
      if (!server.listening) setImmediate(() => server.closeIdleConnections());
    });
    handle(request, response);
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === "ECONNRESET") return socket.destroy();
    const response = latest.get(socket);
    const answered = response?.headersSent ?? true;
    if (response?.req.complete && !response.writableFinished) answerFirst(response, socket);
    // What is left of a request that was refused before it had come whole.
    else if (response !== undefined && !response.req.complete && answered) socket.end();
    else refuse(socket, problemFor(error));
  });
  return server;
}

/** Everything until there is a world to answer from. */
export const refuseWhileStarting: RequestListener = (_request, response) => {
  const problem = problemOf("starting", "Candor is starting; ask again in a second");
  response.writeHead(problem.status, {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    "Retry-After": "1",
  });
  response.end(JSON.stringify(problem));
};

/** What came behind a whole request makes no sense; that request's own answer still goes out. */
function answerFirst(response: ServerResponse, socket: Duplex): void {
  response.once("finish", () => socket.end());
}

function problemFor({ code }: NodeJS.ErrnoException): Problem {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return problemOf("headers_too_large", "the headers are over the limit of 16 KiB");
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return problemOf("request_timeout", "the request took too long to arrive; send it again");
    case "HPE_INVALID_EOF_STATE":
      return problemOf("incomplete_body", "the request ended before its announced length");
    default:
      return problemOf("malformed_http", "the request is not valid HTTP");
  }
}

function refuse(socket: Duplex, problem: Problem): void {
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${problem.title}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
