import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectProblem, expectRawProblem } from "../support/api-problem.ts";
import { exchange, openSocket, requestText } from "../support/api-raw.ts";
import { decisions, granted } from "../support/api-records.ts";
import { type ApiServer, ndjson, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const LINE = "POST /api/v1/events";
const headers = (length: number) => ({
  Host: "localhost",
  "Content-Type": "application/x-ndjson",
  "Content-Length": String(length),
});

async function works(): Promise<void> {
  expect(await api.take("events", [granted()])).toMatchObject({ accepted: 1 });
}

async function eventsKept(): Promise<number> {
  return ((await (await api.get("/api/v1/intake")).json()) as { events: number }).events;
}

describe("a body that is not as long as it says", () => {
  test("where it ends early is refused, and nothing of it is taken", async () => {
    const body = ndjson([granted()]);
    const before = await eventsKept();
    const answer = await exchange(api.port, requestText(LINE, headers(body.length + 50), body), {
      end: true,
    });
    expectRawProblem(answer, "incomplete_body");
    expect(await eventsKept()).toBe(before);
    await works();
  });

  test("where it goes on is taken as far as it said, and the rest is no request", async () => {
    const body = ndjson([granted()]);
    const text = requestText(
      LINE,
      { ...headers(body.length), Connection: "keep-alive" },
      `${body}{"more":1}\n`,
    );
    const answer = await exchange(api.port, text);
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(answer).toContain('"accepted":1');
    await works();
  });

  test.each(["abc", "-5", "1e3"])("is no HTTP where it says %s", async (length) => {
    const answer = await exchange(
      api.port,
      requestText(LINE, { ...headers(0), "Content-Length": length }, "x"),
    );
    expectRawProblem(answer, "malformed_http");
  });

  test("is no HTTP where it says it twice, in two ways", async () => {
    const both = { ...headers(3), "Transfer-Encoding": "chunked" };
    expectRawProblem(
      await exchange(api.port, requestText(LINE, both, "0\r\n\r\n")),
      "malformed_http",
    );
  });

  test("in chunks that are none is refused", async () => {
    const { "Content-Length": _, ...others } = headers(0);
    const chunked = { ...others, "Transfer-Encoding": "chunked" };
    const answer = await exchange(api.port, requestText(LINE, chunked, "zz\r\n{}\r\n0\r\n\r\n"));
    expectRawProblem(answer, "malformed_http");
    await works();
  });

  test("over the limit is refused before it is sent", async () => {
    const answer = await exchange(api.port, requestText(LINE, headers(2 ** 40), "x"));
    expectRawProblem(answer, "body_too_large");
    await works();
  });
});

describe("a client that breaks off", () => {
  test("in the middle of a body leaves nothing behind", async () => {
    const before = await eventsKept();
    for (let i = 0; i < 5; i += 1) {
      const socket = await openSocket(api.port);
      socket.write(requestText(LINE, headers(5000), ndjson([granted()])));
      await new Promise((resolve) => setTimeout(resolve, 5));
      socket.resetAndDestroy();
    }
    await works();
    expect(await eventsKept()).toBe(before + 1);
  });

  test("before its answer, or in the middle of the headers, harms nobody", async () => {
    for (const text of [
      requestText(LINE, headers(0)),
      `${LINE} HTTP/1.1\r\nHost: local`,
      "\u0016\u0003\u0001",
    ]) {
      const socket = await openSocket(api.port);
      socket.write(text);
      socket.destroy();
    }
    await works();
  });

  test("and one that sends byte after byte is answered like any other", async () => {
    const body = ndjson([granted()]);
    const socket = await openSocket(api.port);
    const answer = new Promise<string>((resolve) =>
      socket.once("data", (part) => resolve(String(part))),
    );
    for (const part of requestText(LINE, headers(body.length), body).match(/.{1,16}/gs) ?? []) {
      socket.write(part);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(await answer).toMatch(/^HTTP\/1.1 200 /);
    socket.destroy();
  });
});

test.each([
  "GARBAGE\r\n\r\n",
  "GET / HTTP/9.9\r\n\r\n",
  "G\u0000T / HTTP/1.1\r\n\r\n",
  "GET /a b HTTP/1.1\r\n\r\n",
])("what is no HTTP gets a problem document: %j", async (text) => {
  expectRawProblem(await exchange(api.port, text), "malformed_http");
});

test("fifty posts at once share the disk, and every event of each is accounted for", async () => {
  const before = await eventsKept();
  const shared = granted();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      api.take("events", [...decisions(3, 5), shared, granted({ purpose: "?" })]),
    ),
  );
  const sum = (of: (answer: (typeof answers)[number]) => number) =>
    answers.reduce((n, answer) => n + of(answer), 0);
  expect(sum(({ accepted }) => accepted)).toBe(251);
  expect(sum(({ duplicates }) => duplicates)).toBe(49);
  expect(sum(({ rejected }) => rejected.length)).toBe(50);
  expect(await eventsKept()).toBe(before + 251);
});

test("what is more than may wait is turned away for a moment, and nothing of it is kept", async () => {
  const small = await startApi({ limits: { bytes: 2000, requests: 2 } });
  const bodies = Array.from({ length: 20 }, () => decisions(2, 3));
  const responses = await Promise.all(bodies.map((body) => small.post("events", body)));
  const taken = responses.filter(({ status }) => status === 200).length;
  const refused = responses.filter(({ status }) => status !== 200);
  expect(taken).toBeGreaterThan(0);
  expect(refused.length).toBeGreaterThan(0);
  for (const response of refused) {
    expect(response.headers.get("retry-after")).toMatch(/^\d+$/);
    await expectProblem(response, "overloaded");
  }
  const { events } = (await (await small.get("/api/v1/intake")).json()) as { events: number };
  expect(events).toBe(3 * taken);
  for (const body of bodies) await small.take("events", body);
  await expectProblem(await small.post("events", " ".repeat(3000)), "overloaded");
  await small.stop();
});
