/**
 * A client that costs little: plain sockets, kept alive, one request under way on each, read into one buffer; it looks only at how
 * long answers are. On the machine of the servers, what it spends is theirs to miss.
 */
import { connect, type Socket } from "node:net";

const HEAD_END = "\r\n\r\n";
const BUFFER_BYTES = 256 * 1024;

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
      keepAsking(Number(port), hostname, request, start + durationMs),
    ),
  );
  const answers = counts.reduce((sum, count) => sum + count, 0);
  return (answers * 1000) / (performance.now() - start);
}

function keepAsking(port: number, host: string, request: string, until: number): Promise<number> {
  let answers = 0;
  let missing = 0;
  return new Promise((resolve, reject) => {
    const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
    const take = (size: number) => {
      if (missing > 0) missing -= size;
      else {
        const end = buffer.subarray(0, size).indexOf(HEAD_END);
        const head = buffer.toString("latin1", 0, Math.max(end, 0));
        const length = /^HTTP\/1\.1 200 [\s\S]*\r\ncontent-length: (\d+)/i.exec(head);
        // Heads are sent in one piece, so that one without its length is none.
        if (length === null) return reject(new Error(`not a whole answer: ${head}`));
        missing = Number(length[1]) - (size - end - HEAD_END.length);
      }
      if (missing > 0) return;
      answers += 1;
      if (performance.now() < until) socket.write(request);
      else {
        socket.destroy();
        resolve(answers);
      }
    };
    const onread = {
      buffer,
      callback(size: number): boolean {
        take(size);
        return true;
      },
    };
    const socket: Socket = connect({ port, host, noDelay: true, onread });
    socket.on("error", reject);
    socket.on("connect", () => socket.write(request));
  });
}
