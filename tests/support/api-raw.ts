// Requests that no HTTP client would send: bytes on a socket, and what comes back until it closes.
import { connect, type Socket } from "node:net";

const PATIENCE_MS = 5000;

export function openSocket(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket));
    socket.once("error", reject);
  });
}

/** Sends `bytes`, ends its side where told so, and gives all that was answered until the other side closed. */
export async function exchange(port: number, bytes: string, { end = false } = {}): Promise<string> {
  const socket = await openSocket(port);
  const parts: Buffer[] = [];
  socket.on("data", (part) => parts.push(part));
  socket.on("error", () => undefined);
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  if (end) socket.end(bytes);
  else socket.write(bytes);
  const late = setTimeout(() => socket.destroy(), PATIENCE_MS);
  await closed;
  clearTimeout(late);
  return Buffer.concat(parts).toString("utf8");
}

/** One request as text; `Connection: close`, so that the answer ends. */
export function requestText(line: string, headers: Record<string, string>, body = ""): string {
  const fields = Object.entries({ Connection: "close", ...headers }).map(
    ([n, v]) => `${n}: ${v}\r\n`,
  );
  return `${line} HTTP/1.1\r\n${fields.join("")}\r\n${body}`;
}
