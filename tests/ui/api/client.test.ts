// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiError, apiPath, get, send } from "../../../client/api/client.ts";
import { shouldRetry } from "../../../client/api/query-client.ts";

const fetchMock = vi.fn<typeof fetch>();
const signal = new AbortController().signal;

beforeEach(() => {
  fetchMock.mockReset().mockImplementation(() => {
    throw new Error("an unmocked request");
  });
  vi.stubGlobal("fetch", fetchMock);
});
afterEach(() => vi.unstubAllGlobals());

function answers(status: number, body: string, type = "application/json"): void {
  fetchMock.mockResolvedValue(
    new Response(status === 204 ? null : body, { status, headers: { "Content-Type": type } }),
  );
}

test("addresses leave out what is not asked", () => {
  expect(apiPath("/overview", { from: "2026-01-01", compare: undefined, by: "" })).toBe(
    "/api/v1/overview?from=2026-01-01",
  );
});

describe("an error", () => {
  test("carries the problem that the server sent", async () => {
    const fields = [{ field: "by", code: "unknown_dimension", message: "no such dimension" }];
    const problem = { status: 400, code: "unknown_dimension", detail: "by is colour", fields };
    answers(400, JSON.stringify(problem), "application/problem+json");
    await expect(get("/api/v1/x", signal)).rejects.toMatchObject({
      status: 400,
      code: "unknown_dimension",
      message: "by is colour",
      fields,
    });
  });

  test("is told from a page that something in between sent", async () => {
    answers(502, "<html>", "text/html");
    await expect(get("/api/v1/x", signal)).rejects.toMatchObject({ status: 502, code: "unknown" });
    answers(200, "<html>", "text/html");
    await expect(get("/api/v1/x", signal)).rejects.toMatchObject({ code: "not_json" });
  });

  test("says when nobody answers", async () => {
    fetchMock.mockRejectedValue(new TypeError("Failed to fetch"));
    await expect(get("/api/v1/x", signal)).rejects.toMatchObject({ status: 0, code: "no_answer" });
  });

  test("is tried again only where that can help", () => {
    expect(shouldRetry(0, new ApiError(400, "invalid_request", ""))).toBe(false);
    expect(shouldRetry(0, new ApiError(503, "overloaded", ""))).toBe(true);
    expect(shouldRetry(0, new ApiError(0, "no_answer", ""))).toBe(true);
    expect(shouldRetry(2, new ApiError(503, "overloaded", ""))).toBe(false);
  });
});

test("an abandoned request stays abandoned", async () => {
  const controller = new AbortController();
  controller.abort();
  fetchMock.mockRejectedValue(controller.signal.reason);
  await expect(get("/api/v1/x", controller.signal)).rejects.toBe(controller.signal.reason);
});

test("deleting answers nothing", async () => {
  answers(204, "");
  await expect(send("DELETE", "/api/v1/changes/1")).resolves.toBeUndefined();
});
