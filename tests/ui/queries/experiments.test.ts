// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createQueryClient } from "../../../client/api/query-client.ts";
import { findExperiment, prefetchExperiment } from "../../../client/queries/experiments.ts";

const API = "/api/v1";
const answers: Record<string, unknown> = {
  "/experiments": { experiments: [{ id: "id-1", slug: "wording-7" }] },
  "/dimensions": {
    dimensions: [{ name: "experiment", values: [{ value: "none" }, { value: "unwritten" }] }],
  },
};
const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("fetch", async (address: string) => {
    const path = address.slice(API.length);
    asked.push(path);
    return Response.json(answers[path] ?? {});
  });
});
afterEach(() => vi.unstubAllGlobals());

const begin = (id: string) => prefetchExperiment(createQueryClient(), id, "channel");

test.each(["id-1", "wording-7"])(
  "what is written down is known without the data: %s",
  async (id) => {
    await begin(id);
    expect(asked).toEqual([
      "/experiments",
      "/experiments/id-1/trail",
      "/experiments/wording-7/results?by=channel",
    ]);
  },
);

test("what only the data name has results, but no trail", async () => {
  await begin("unwritten");
  expect(asked).toEqual([
    "/experiments",
    "/dimensions",
    "/experiments/unwritten/results?by=channel",
  ]);
});

test.each(["nobody-knows", "none"])("there are no results to ask of %s", async (id) => {
  await begin(id);
  expect(asked).toEqual(["/experiments", "/dimensions"]);
});

test("an id goes before a name", () => {
  const all = [
    { id: "id-2", slug: "id-1" },
    { id: "id-1", slug: "other" },
  ];
  expect(findExperiment(all, "id-1")?.slug).toBe("other");
  expect(findExperiment(all, "neither")).toBeNull();
});
