/** Answers kept are those of one build and one world: another gives its own, at the same address. */
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { expect, test } from "vitest";
import { API, routes } from "#shared/contract/routes.ts";
import { createApp } from "../../server/app.ts";
import { createHttpServer } from "../../server/http/server.ts";
import { serve } from "../../server/serve.ts";
import { decisions } from "../support/api-records.ts";
import { NOW, ndjson, startApi } from "../support/api-server.ts";
import {
  figureQuestions,
  findingQuestions,
  PATH,
  readKept,
  wordQuestions,
} from "../support/kept-answers.ts";

type Get = (path: string) => Promise<Response>;

async function read(get: Get) {
  const response = await get(PATH);
  expect(response.status).toBe(200);
  return { etag: response.headers.get("etag"), body: await response.text() };
}

test("another build on the same store answers under another tag", async () => {
  const api = await startApi();
  const { store, writer, reader, folder, clock } = api;
  await api.take("events", decisions(6, 10));
  const questions = [...figureQuestions, ...wordQuestions, ...(await findingQuestions(api))];
  const log = pino({ level: "silent" });
  const app = createApp({
    store,
    writer,
    reader,
    log,
    world: "own",
    clock: () => clock.now,
    build: "next",
    pageFolder: folder,
    switchWorld: async () => {},
  });
  const server = createHttpServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  for (const path of questions) {
    const before = await readKept(api.get, path);
    const after = await readKept(get, path);
    expect(before.etag, path).toMatch(/^"/);
    expect(after.etag, path).not.toBe(before.etag);
  }
  server.closeAllConnections();
  server.close();
  await api.stop();
});

test("another world answers for itself, at the same address and after as many writes", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "candor-worlds-"));
  const serving = await serve({
    config: {
      port: 0,
      host: "127.0.0.1",
      dataDir,
      seed: "demo",
      minCell: 1,
      reportingZone: "UTC",
      logLevel: "silent",
    },
    clock: () => NOW,
    log: pino({ level: "silent" }),
    pageFolder: dataDir,
    onDeath: () => {},
    fillDemo: async ({ writer }) => {
      const body = new TextEncoder().encode(ndjson(decisions(3, 9)));
      await writer.send("events", { body, format: "ndjson", now: NOW });
    },
  });
  const url = serving.url.replace("localhost", "127.0.0.1");
  const get = (path: string) => fetch(`${url}${path}`);
  const post = (path: string, type: string, body: string) =>
    fetch(`${url}${path}`, { method: "POST", headers: { "content-type": type }, body });
  const demo = await read(get);
  await post("/api/v1/world", "application/json", '{"world":"own"}');
  await post("/api/v1/events", "application/x-ndjson", ndjson(decisions(4, 9)));
  const own = await read(get);
  expect(own.etag).not.toBe(demo.etag);
  expect(JSON.parse(own.body).series[0].total).toMatchObject({ n: 9, count: 4 });
  await post("/api/v1/world", "application/json", '{"world":"demo"}');
  expect(await read(get)).toEqual(demo);
  await serving.stop();
  rmSync(dataDir, { recursive: true });
});

// Of routes about one record, only those listed are asked here: there has to be a record.
test("every route that sends a tag is asked by these tests", async () => {
  const api = await startApi();
  const questions = [...figureQuestions, ...wordQuestions, ...(await findingQuestions(api))];
  const asked = questions.map((path) => path.replace(/\?.*/, ""));
  const tagged = [];
  for (const { method, path } of routes) {
    if (method !== "get") continue;
    const pattern = new RegExp(`^${API}${path.replace(/:\w+/g, "[^/]+")}$`);
    const address = asked.find((one) => pattern.test(one)) ?? `${API}${path}`;
    if ((await api.get(address)).headers.has("etag")) tagged.push(address);
  }
  expect(tagged.length).toBeGreaterThan(0);
  expect(tagged.filter((address) => !asked.includes(address))).toEqual([]);
  await api.stop();
});
