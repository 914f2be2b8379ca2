// Candor's API over real HTTP: the app in this process, on a free port, a fresh folder and a clock that the test sets.
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { expect } from "vitest";
import type { IntakeAnswer } from "#shared/contract/event.ts";
import type { MetricAnswer } from "#shared/contract/metric.ts";
import { createApp } from "../../server/app.ts";
import { createHttpServer } from "../../server/http/server.ts";
import { openReader, type Reader } from "../../server/reader/reader.ts";
import { openStore } from "../../server/store/sqlite/reader.ts";
import type { Store } from "../../server/store/store.ts";
import { startWriter, type WaitingLimits, type Writer } from "../../server/writer/writer.ts";

/** Tuesday noon: the present of every test that does not set its own. */
export const NOW = Date.UTC(2026, 2, 31, 12);

export type Json = Record<string, unknown>;
type Body = string | Uint8Array<ArrayBuffer> | readonly unknown[];
type Headers = Record<string, string>;

interface Options {
  k?: number;
  reportingZone?: string;
  pageFolder?: string;
  limits?: WaitingLimits;
}

export interface ApiServer {
  port: number;
  url: string;
  folder: string;
  /** Set `now` to move the server's clock. */
  clock: { now: number };
  /** All that was logged. */
  log: string[];
  /** The worlds that a switch was asked for. */
  switched: string[];
  store: Store;
  writer: Writer;
  reader: Reader;
  get(path: string, headers?: Headers): Promise<Response>;
  send(method: string, path: string, body?: unknown, headers?: Headers): Promise<Response>;
  /** Posts a list as NDJSON, or text and bytes as they are. */
  post(route: "events" | "counts", body: Body, headers?: Headers): Promise<Response>;
  /** The same, where the answer has to be 200. */
  take(route: "events" | "counts", body: Body, headers?: Headers): Promise<IntakeAnswer>;
  metric(question: string): Promise<MetricAnswer>;
  stop(): Promise<void>;
}

export async function startApi(options: Options = {}): Promise<ApiServer> {
  const folder = mkdtempSync(join(tmpdir(), "candor-api-"));
  const file = join(folder, "candor.db");
  const initial = { k: options.k ?? 1, reportingZone: options.reportingZone ?? "UTC" };
  const keyFile = join(folder, "subject.key");
  const writer = await startWriter({ file, keyFile, initial }, options.limits);
  const store = openStore(file);
  const reader = openReader(file);
  const clock = { now: NOW };
  const log: string[] = [];
  const switched: string[] = [];
  const app = createApp({
    store,
    writer,
    reader,
    world: "own",
    clock: () => clock.now,
    log: pino({ level: "trace" }, { write: (line: string) => void log.push(line) }),
    build: "test",
    pageFolder: options.pageFolder ?? join(folder, "no-page"),
    switchWorld: async (to) => void switched.push(to),
  });
  const server = createHttpServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const get = (path: string, headers: Headers = {}) => fetch(`${url}${path}`, { headers });
  const post = (route: string, body: Body, headers: Headers = {}) =>
    fetch(`${url}/api/v1/${route}`, {
      method: "POST",
      headers: { "content-type": "application/x-ndjson", ...headers },
      body: typeof body === "string" || body instanceof Uint8Array ? body : ndjson(body),
    });
  return {
    port,
    url,
    folder,
    clock,
    log,
    switched,
    store,
    writer,
    reader,
    get,
    post,
    send: (method, path, body, headers = {}) =>
      fetch(`${url}${path}`, {
        method,
        headers: body === undefined ? headers : { "content-type": "application/json", ...headers },
        body: body === undefined ? null : JSON.stringify(body),
      }),
    async take(route, body, headers) {
      const response = await post(route, body, headers);
      expect(response.status, await response.clone().text()).toBe(200);
      return (await response.json()) as IntakeAnswer;
    },
    async metric(question) {
      const response = await get(`/api/v1/metrics/${question}`);
      expect(response.status, await response.clone().text()).toBe(200);
      return (await response.json()) as MetricAnswer;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await reader.close();
      store.close();
      await writer.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export function ndjson(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}
