/** Sends events as a company would: batches over a few connections, the next one when the last is answered. */
import { Agent, request } from "node:http";

const CONNECTIONS = 4;

/** Each body is NDJSON. Throws where an event is not accepted, unless it is known already. */
export async function sendAll(url: string, bodies: Iterable<string>): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waiting = bodies[Symbol.iterator]();
  const sendNext = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next())
      await post(agent, url, next.value);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sendNext));
  agent.destroy();
}

export function post(agent: Agent, url: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "Content-Type": "application/x-ndjson" };
    const asked = request(
      `${url}/api/v1/events`,
      { agent, method: "POST", headers },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part) => {
          text += part;
        });
        response.on("end", () => {
          if (response.statusCode === 200 && text.includes('"rejected":[]')) resolve();
          else reject(new Error(`an event was not taken: ${text.slice(0, 500)}`));
        });
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

/** Lists of at most `size`, each as one body. */
export function* bodiesOf<T>(
  events: Iterable<T>,
  size: number,
  jsonOf: (event: T) => string,
): Generator<string> {
  let lines: string[] = [];
  for (const event of events) {
    lines.push(jsonOf(event));
    if (lines.length < size) continue;
    yield lines.join("\n");
    lines = [];
  }
  if (lines.length > 0) yield lines.join("\n");
}
