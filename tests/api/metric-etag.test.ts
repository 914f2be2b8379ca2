import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { decisions, granted } from "../support/api-records.ts";
import { type ApiServer, NOW, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
  await api.take("events", decisions(6, 10));
});
beforeEach(() => {
  api.clock.now = NOW;
});
afterAll(() => api.stop());

const PATH = "/api/v1/metrics/opt_in_rate?purpose=ads,b&from=2026-03-01&to=2026-03-31";

async function tagOf(path: string, from: ApiServer = api): Promise<string> {
  const response = await from.get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("private, no-cache");
  return response.headers.get("etag") ?? "";
}

describe("an answer that the client has", () => {
  test.each([
    PATH,
    `${PATH}&format=csv`,
    "/api/v1/overview",
    "/api/v1/dimensions",
    "/api/v1/definitions",
  ])("is a 304 without a body: %s", async (path) => {
    const tag = await tagOf(path);
    expect(tag).toMatch(/^"[\w-]+"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const again = await api.get(path, { "if-none-match": known });
      expect(again.status).toBe(304);
      expect(again.headers.get("etag")).toBe(tag);
      expect(await again.text()).toBe("");
    }
    expect((await api.get(path, { "if-none-match": '"other"' })).status).toBe(200);
  });
});

describe("the tag of an answer", () => {
  test("stays while nothing changes: a duplicate, a rejected event and an hour are nothing", async () => {
    const before = await tagOf(PATH);
    const one = granted({ id: "once", at: "2026-03-30T00:00:00Z" });
    await api.take("events", [one]);
    const after = await tagOf(PATH);
    expect(after).not.toBe(before);
    await api.take("events", [one, granted({ purpose: "?" })]);
    api.clock.now += 3_600_000;
    expect(await tagOf(PATH)).toBe(after);
  });

  test("changes with the question and the format", async () => {
    const others = [
      `${PATH}&grain=day`,
      `${PATH}&by=channel`,
      `${PATH}&confidence=0.9`,
      `${PATH}&compare=year`,
      `${PATH}&format=csv`,
      `${PATH}&channel=web`,
      PATH.replace("opt_in_rate", "opt_in_yield"),
    ];
    const tags = await Promise.all([PATH, ...others].map((path) => tagOf(path)));
    expect(new Set(tags).size).toBe(tags.length);
  });

  test("changes with the settings", async () => {
    const before = await tagOf(PATH);
    const other = await startApi({ k: 7 });
    expect(await tagOf(PATH, other)).not.toBe(before);
    await other.stop();
  });

  test("changes at midnight, where the day that figures are of does", async () => {
    const ahead = "/api/v1/metrics/opt_in_rate";
    await api.take("events", [granted({ at: "2026-04-01T01:00:00Z" })]);
    const before = await tagOf(ahead);
    api.clock.now = Date.UTC(2026, 2, 31, 23, 59);
    expect(await tagOf(ahead)).toBe(before);
    api.clock.now = Date.UTC(2026, 3, 1);
    expect(await tagOf(ahead)).not.toBe(before);
  });

  test("is not that of another store with as many writes", async () => {
    const [one, other] = [await startApi(), await startApi()];
    await one.take("events", decisions(1, 2));
    await other.take("events", decisions(2, 2));
    expect(await tagOf(PATH, one)).not.toBe(await tagOf(PATH, other));
    expect(await tagOf("/api/v1/dimensions", one)).not.toBe(
      await tagOf("/api/v1/dimensions", other),
    );
    await one.stop();
    await other.stop();
  });
});
