import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectProblem, expectRawProblem } from "../support/api-problem.ts";
import { exchange, requestText } from "../support/api-raw.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

// A folder of this name on the way must not make everything an asset.
const outside = mkdtempSync(join(tmpdir(), "candor-assets-"));
const folder = join(outside, "assets", "client");
const SCRIPT = `console.log("${"candor ".repeat(50)}");`;
let api: ApiServer;

beforeAll(async () => {
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(outside, "secret.txt"), "secret");
  writeFileSync(join(folder, ".env"), "secret");
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Candor</title>");
  writeFileSync(join(folder, "favicon.svg"), "<svg/>");
  writeFileSync(join(folder, "assets/index-abc123.js"), SCRIPT);
  writeFileSync(join(folder, "assets/index-abc123.js.br"), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, "assets/plain-abc123.css"), "body{}");
  api = await startApi({ pageFolder: folder });
});
afterAll(async () => {
  await api.stop();
  rmSync(outside, { recursive: true });
});

const raw = (path: string, headers: Record<string, string> = {}) =>
  exchange(api.port, requestText(`GET ${path}`, { Host: "localhost", ...headers }));

describe("the page", () => {
  test.each([
    "/",
    "/opt-in",
    "/changes/some-id",
    "/withdrawals?from=2026-01-01",
    "/apis",
    "/assetsfoo",
  ])("answers at %s, and is never cached", async (path) => {
    const response = await api.get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(await response.text()).toContain("<title>Candor</title>");
  });

  test("is not what a write gets", async () => {
    await expectProblem(await api.send("POST", "/opt-in", {}), "not_found");
  });

  test("that is not built yet is a problem that says so", async () => {
    const bare = await startApi();
    const problem = await expectProblem(await bare.get("/"), "not_found");
    expect(problem.detail).toContain("npm start");
    await bare.stop();
  });
});

describe("an asset", () => {
  test("with a hash in its name is kept for ever", async () => {
    const response = await api.get("/assets/plain-abc123.css");
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-type")).toContain("text/css");
  });

  test("without one is asked for again each time", async () => {
    for (const path of ["/favicon.svg", "/index.html"]) {
      expect((await api.get(path)).headers.get("cache-control")).toBe("no-cache");
    }
  });

  test("comes as brotli to who reads it, and as it is to others", async () => {
    const packed = await api.get("/assets/index-abc123.js", { "accept-encoding": "gzip, br" });
    expect(packed.headers.get("content-encoding")).toBe("br");
    expect(packed.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(packed.headers.get("cache-control")).toContain("immutable");
    expect(await packed.text()).toBe(SCRIPT);
    const plain = await api.get("/assets/index-abc123.js", { "accept-encoding": "gzip" });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toBe(SCRIPT);
    for (const { headers } of [packed, plain])
      expect(headers.get("vary")).toContain("Accept-Encoding");
  });

  test.each([
    "/assets/index-old.js",
    "/assets/index-old",
    "/assets/",
    "/assets",
    "/nothing.png",
    "/opt-in/index.js",
    "/.env",
  ])("that is missing is a 404, never the page: %s", async (path) => {
    await expectProblem(await api.get(path, { "accept-encoding": "br" }), "not_found");
  });

  test.each([
    "/../../secret.txt",
    "/assets/../../../secret.txt",
    "/..%2f..%2fsecret.txt",
    "/assets/%2e%2e/%2e%2e/%2e%2e/secret.txt",
    "/assets/..%5c..%5csecret.txt",
    "//../secret.txt",
    "/assets/..%2fsecret.js",
  ])("is never from outside the page's folder: %s", async (path) => {
    const answer = await raw(path, { "Accept-Encoding": "br" });
    expectRawProblem(answer, "not_found");
  });

  test("with a name that no file can have is no failure", async () => {
    for (const path of ["/%00", "/assets/%00.js", "/%E0%A4%A"])
      expect(await raw(path)).toMatch(/^HTTP\/1.1 [24]/);
  });
});
