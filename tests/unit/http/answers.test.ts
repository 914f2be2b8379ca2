import type { AddressInfo } from "node:net";
import express, { type Request } from "express";
import { afterEach, expect, test } from "vitest";
import { createAnswers } from "../../../server/http/answers.ts";
import { etagOf } from "../../../server/http/etag.ts";
import { createHttpServer } from "../../../server/http/server.ts";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A server whose only answer is `textOf(request)`, under a tag of it; counts how often it was made. */
async function startAnswering(textOf: (request: Request) => string) {
  const state = { moment: "one", made: 0, url: "" };
  const answers = createAnswers(() => state.moment);
  const app = express();
  app.disable("etag");
  app.use((request, response) => {
    const text = textOf(request);
    answers.send(request, response, etagOf([text]), "text", () => {
      state.made += 1;
      return text;
    });
  });
  const server = createHttpServer((request, response) => {
    if (!answers.repeat(request, response)) app(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/it`;
  return state;
}

const ask = async (url: string, headers: Record<string, string> = {}) =>
  (await fetch(url, { headers })).text();

test("a question asked again is answered without its route, until the moment is another", async () => {
  let text = "first";
  const server = await startAnswering(() => text);
  await ask(server.url);
  // What a route would say by now: it is not asked, since the moment says that nothing has changed.
  text = "second";
  expect(await ask(server.url)).toBe("first");
  server.moment = "two";
  expect(await ask(server.url)).toBe("second");
  expect(server.made).toBe(2);
});

// Who asks, and in which language, may shape an answer: by whatever header it comes, it tells questions apart.
test.each([
  ["language", "accept-language", "ar", "en"],
  ["role, by a key", "authorization", "Bearer viewer", "Bearer admin"],
  ["role, by a session", "cookie", "session=viewer", "session=admin"],
])("what depends on the %s is never given to another one", async (_part, header, one, other) => {
  const server = await startAnswering(({ headers }) => `for ${headers[header]}`);
  for (let time = 0; time < 2; time += 1) {
    expect(await ask(server.url, { [header]: one })).toBe(`for ${one}`);
    expect(await ask(server.url, { [header]: other })).toBe(`for ${other}`);
  }
  expect(await ask(server.url)).not.toContain(one);
  expect(server.made).toBe(3);
});

test("an answer made while the moment passes is not given at the next one", async () => {
  const server = await startAnswering(() => {
    const text = `at ${server.moment}`;
    if (server.moment === "one") server.moment = "two";
    return text;
  });
  expect(await ask(server.url)).toBe("at one");
  expect(await ask(server.url)).toBe("at two");
});

test("a question too long to keep is answered each time", async () => {
  let text = "first";
  const server = await startAnswering(() => text);
  const url = `${server.url}?${"x".repeat(1000)}`;
  await ask(url);
  text = "second";
  expect(await ask(url)).toBe("second");
});
