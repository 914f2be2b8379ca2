/** A client that costs little: plain sockets, kept alive, one request under way on each; it reads only how long answers are. */
import { connect, type Socket } from "node:net";

const HEAD_END = "\r\n\r\n";

/** Answers a second over `connections`, for `durationMs`. Throws where one is no 200 with a length. */
export async function requestsPerSecond(
  url: string,
  connections: number,
  durationMs: number,
): Promise<number> {
  const { hostname, port, host, pathname, search } = new URL(url);
  const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  const start = performance.now();
  const counts = await Promise.all(
    Array.from({ length: connections }, () =>
      keepAsking(connect(Number(port), hostname), request, start + durationMs),
    ),
  );
  const answers = counts.reduce((sum, count) => sum + count, 0);
  return (answers * 1000) / (performance.now() - start);
}

function keepAsking(socket: Socket, request: string, until: number): Promise<number> {
  let answers = 0;
  let missing = 0;
  return new Promise((resolve, reject) => {
    socket.setNoDelay(true);
    socket.on("error", reject);
    socket.on("connect", () => socket.write(request));
    socket.on("data", (chunk) => {
      if (missing > 0) missing -= chunk.length;
      else {
        const end = chunk.indexOf(HEAD_END);
        const head = chunk.toString("latin1", 0, Math.max(end, 0));
        const length = /^HTTP\/1\.1 200 [\s\S]*\r\ncontent-length: (\d+)/i.exec(head);
        // Heads are sent in one piece, so that one without its length is none.
        if (length === null) return reject(new Error(`not a whole answer: ${head}`));
        missing = Number(length[1]) - (chunk.length - end - HEAD_END.length);
      }
      if (missing > 0) return;
      answers += 1;
      if (performance.now() < until) socket.write(request);
      else {
        socket.destroy();
        resolve(answers);
      }
    });
  });
}
