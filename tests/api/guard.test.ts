import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { API, routes } from "#shared/contract/routes.ts";
import { expectRawProblem } from "../support/api-problem.ts";
import { exchange, requestText } from "../support/api-raw.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const ask = (line: string, headers: Record<string, string>) =>
  exchange(api.port, requestText(line, headers));
const statusOf = (answer: string) => Number(answer.split(" ")[1]);
const JSON_BODY = { "Content-Type": "application/json", "Content-Length": "0" };

describe("a request to a foreign host", () => {
  const paths = [
    "GET /",
    "GET /assets/x.js",
    "GET /healthz",
    "GET /readyz",
    "GET /api/nothing",
    "OPTIONS /api/v1/events",
  ];
  const all = routes.map(({ method, path }) => `${method.toUpperCase()} ${API}${path}`);
  test.each([...paths, ...all])("is refused: %s", async (line) => {
    const answer = await ask(line, { Host: "candor.example.org" });
    expectRawProblem(answer, "foreign_host");
  });

  test.each([
    "127.0.0.1.example.org",
    "localhost.example.org",
    "localhost@example.org",
    "example.org#localhost",
    "192.168.0.7:3000",
    "0.0.0.0",
    "[::2]",
    "localhost/..",
    "",
    "%zz",
  ])("is refused by any other name: %s", async (host) => {
    expectRawProblem(await ask("GET /healthz", { Host: host }), "foreign_host");
  });

  test("is refused where it names none", async () => {
    expectRawProblem(await ask("GET /healthz", {}), "foreign_host");
  });
});

describe("a request to this machine", () => {
  test.each([
    "localhost",
    "LocalHost:3000",
    "127.0.0.1",
    "127.0.0.1:9",
    "127.8.8.8",
    "[::1]",
    "[::1]:3000",
  ])("is answered by the name %s", async (host) => {
    expect(statusOf(await ask("GET /healthz", { Host: host }))).toBe(200);
  });
});

describe("a write with an origin", () => {
  const writes = routes.filter(({ method }) => method !== "get");
  test.each(writes.map(({ method, path }) => `${method.toUpperCase()} ${API}${path}`))(
    "that is foreign is refused: %s",
    async (line) => {
      for (const origin of [
        "https://example.org",
        "null",
        "http://localhost:1",
        "https://localhost:3000",
      ]) {
        const answer = await ask(line, { Host: "localhost:3000", Origin: origin, ...JSON_BODY });
        expectRawProblem(answer, "foreign_origin");
      }
    },
  );

  test("of Candor's own page goes through, whatever name the page has", async () => {
    for (const host of ["localhost:3000", "127.0.0.1:3000", "[::1]:3000"]) {
      const answer = await ask("POST /api/v1/changes", {
        Host: host,
        Origin: `http://${host}`,
        ...JSON_BODY,
      });
      expectRawProblem(answer, "empty_body");
    }
  });

  test("does not matter to reads: no foreign page gets to see the answer", async () => {
    const answer = await ask("GET /healthz", { Host: "localhost", Origin: "https://example.org" });
    expect(statusOf(answer)).toBe(200);
    expect(answer.toLowerCase()).not.toContain("access-control-allow");
  });
});

describe("every answer", () => {
  test.each(["/", "/healthz", "/api/v1/status", "/api/v1/nothing", "/assets/missing.js"])(
    "has a policy without inline code, no sniffing, and no HSTS: %s",
    async (path) => {
      const { headers } = await api.get(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|upgrade|\*/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("strict-transport-security")).toBeNull();
      expect(headers.get("x-powered-by")).toBeNull();
    },
  );
});
