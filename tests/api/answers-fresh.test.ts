/** Questions asked again come out of memory; nothing that has grown stale ever does. One test a part of the key. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { exchange, requestText } from "../support/api-raw.ts";
import { decisions, granted } from "../support/api-records.ts";
import { type ApiServer, NOW, startApi } from "../support/api-server.ts";
import {
  figureQuestions,
  findingQuestions,
  PATH,
  readKept,
  wordQuestions,
} from "../support/kept-answers.ts";

let api: ApiServer;
let findings: string[];

beforeAll(async () => {
  api = await startApi();
  await api.take("events", decisions(60, 100));
  findings = await findingQuestions(api);
});
beforeEach(() => {
  api.clock.now = NOW;
});
afterAll(() => api.stop());

const read = async (path: string, from: { get: ApiServer["get"] } = api) => {
  const response = await from.get(path);
  expect(response.status).toBe(200);
  return { etag: response.headers.get("etag"), body: await response.text() };
};
const kept = (path: string) => readKept(api.get, path);

describe("a question asked again", () => {
  test.each(figureQuestions)("gets the same bytes and headers: %s", async (path) => {
    await api.take("events", [granted()]);
    const [first, again] = [await api.get(path), await api.get(path)];
    const headers = (response: Response) =>
      [...response.headers].filter(
        ([name]) => !["date", "connection", "keep-alive"].includes(name),
      );
    expect(headers(again)).toEqual(headers(first));
    expect(await again.text()).toBe(await first.text());
    const head = await fetch(`${api.url}${path}`, { method: "HEAD" });
    expect(headers(head)).toEqual(headers(first));
    const tag = first.headers.get("etag") ?? "";
    expect((await api.get(path, { "if-none-match": tag })).status).toBe(304);
  });

  test("is refused again where it was refused", async () => {
    for (let time = 0; time < 2; time += 1)
      expect((await api.get(`${PATH}&by=shoe-size`)).status).toBe(400);
  });

  test("is guarded like the first one", async () => {
    await kept(PATH);
    const answer = await exchange(api.port, requestText(`GET ${PATH}`, { Host: "evil.example" }));
    expect(answer).toMatch(/^HTTP\/1.1 403 /);
  });
});

describe("what was kept is not given any more", () => {
  test.each(figureQuestions)("after a write: %s", async (path) => {
    const before = await kept(path);
    await api.take("events", decisions(1, 7));
    const after = await read(path);
    expect(after.etag).not.toBe(before.etag);
    expect(after.body).not.toBe(before.body);
  });

  test("after count records", async () => {
    const before = await kept(PATH);
    const record = { source: "cmp", day: "2026-03-10", purpose: "ads", granted: 5, declined: 6 };
    await api.take("counts", [record]);
    expect((await read(PATH)).body).not.toBe(before.body);
  });

  test("after a setting", async () => {
    const before = await kept(PATH);
    await api.send("PATCH", "/api/v1/settings", { k: 1000 });
    expect(await read(PATH)).not.toEqual(before);
    await api.send("PATCH", "/api/v1/settings", { k: 1 });
    expect(await read(PATH)).toEqual(before);
  });

  test("after a setting, whatever is asked", async () => {
    for (const path of [...figureQuestions, ...findings]) {
      const { etag } = await kept(path);
      await api.send("PATCH", "/api/v1/settings", { k: 1000 });
      expect((await read(path)).etag, path).not.toBe(etag);
      await api.send("PATCH", "/api/v1/settings", { k: 1 });
    }
  });

  test("after another reporting zone", async () => {
    await api.take("events", [granted({ at: "2026-03-31T23:30:00Z" })]);
    const before = await kept(PATH);
    await api.send("PATCH", "/api/v1/settings", { reportingZone: "Asia/Tokyo" });
    expect((await read(PATH)).body).not.toBe(before.body);
    await api.send("PATCH", "/api/v1/settings", { reportingZone: "UTC" });
  });

  test("after a change is recorded", async () => {
    const before = await kept("/api/v1/overview");
    const change = { title: "Plain words", date: "2026-03-05", kind: "wording" };
    expect((await api.send("POST", "/api/v1/changes", change)).status).toBe(201);
    expect((await read("/api/v1/overview")).etag).not.toBe(before.etag);
  });

  test("after midnight, when the as-of day moves on", async () => {
    // What lies ahead of the present shows when it comes.
    await api.take("events", [granted({ at: "2026-04-01T00:30:00Z" })]);
    const lastMoment = Date.UTC(2026, 2, 31, 23, 59, 59, 999);
    for (const path of ["/api/v1/metrics/opt_in_rate", ...figureQuestions, ...findings]) {
      api.clock.now = lastMoment;
      const before = await kept(path);
      api.clock.now = lastMoment + 1;
      expect((await read(path)).etag, path).not.toBe(before.etag);
    }
    for (const path of ["/api/v1/metrics/opt_in_rate", "/api/v1/overview"]) {
      api.clock.now = lastMoment;
      expect(JSON.parse((await kept(path)).body).asOf).toBe("2026-03-31");
      api.clock.now = lastMoment + 1;
      expect(JSON.parse((await read(path)).body).asOf).toBe("2026-04-01");
    }
  });

  test("after midnight in the reporting zone, not in UTC", async () => {
    await api.send("PATCH", "/api/v1/settings", { reportingZone: "Europe/Berlin" });
    await api.take("events", [granted({ at: "2026-03-31T22:30:00Z" })]);
    const path = "/api/v1/metrics/opt_in_rate";
    api.clock.now = Date.UTC(2026, 2, 31, 21, 59);
    expect(JSON.parse((await kept(path)).body).asOf).toBe("2026-03-31");
    api.clock.now = Date.UTC(2026, 2, 31, 22, 1);
    expect(JSON.parse((await read(path)).body).asOf).toBe("2026-04-01");
    await api.send("PATCH", "/api/v1/settings", { reportingZone: "UTC" });
  });

  test("in an empty store, whose questions are about the days before today", async () => {
    const empty = await startApi();
    const path = "/api/v1/metrics/opt_in_rate";
    await read(path, empty);
    const before = JSON.parse((await read(path, empty)).body);
    empty.clock.now += 86_400_000;
    expect(before.to).toBe("2026-03-31");
    expect(JSON.parse((await read(path, empty)).body).to).toBe("2026-04-01");
    await empty.stop();
  });
});

// None of these holds words of a language that can be chosen: where one does, the language belongs to what its tag is made of, as
// with a verdict. What is kept is told apart by it: see the tests of http/answers.
test.each([...figureQuestions, ...wordQuestions])("no language changes %s", async (path) => {
  const [german, english] = await Promise.all(
    ["de", "en"].map(async (language) => {
      const response = await api.get(path, { "accept-language": language });
      return [response.headers.get("etag"), await response.text()];
    }),
  );
  expect(german).toEqual(english);
});
