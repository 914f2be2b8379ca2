// Populations and benchmarks: kept as written, and refused where they can't be what they say.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInBenchmarks } from "#shared/benchmarks.ts";
import { expectProblem } from "../support/api-problem.ts";
import { type ApiServer, type Json, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const post = (path: string, body: unknown) => api.send("POST", `/api/v1/${path}`, body);
const list = async (name: string): Promise<Json[]> =>
  ((await (await api.get(`/api/v1/${name}`)).json()) as Record<string, Json[]>)[name] ?? [];

const census = {
  name: "census-2020",
  strata: [
    { generation: "gen_z", share: 0.4 },
    { generation: "millennial", share: 0.6 },
  ],
};

describe("a population", () => {
  test("is listed by name, corrected and removed", async () => {
    const response = await post("populations", census);
    expect(response.status).toBe(201);
    const kept = (await response.json()) as Json;
    expect(kept).toMatchObject({ ...census, title: "", source: "" });
    await post("populations", { ...census, name: "adults" });
    expect((await list("populations")).map(({ name }) => name)).toEqual(["adults", "census-2020"]);
    const path = `/api/v1/populations/${kept.id}`;
    const patched = await api.send("PATCH", path, { source: "Census Bureau, 2020" });
    expect(await patched.json()).toMatchObject({ ...census, source: "Census Bureau, 2020" });
    expect((await api.send("DELETE", path)).status).toBe(204);
    expect((await list("populations")).map(({ name }) => name)).toEqual(["adults"]);
    await expectProblem(await api.get(path), "not_found");
  });

  test("has a name of its own", async () => {
    await post("populations", { ...census, name: "twice" });
    const again = await post("populations", { ...census, name: "twice" });
    expect((await expectProblem(again, "conflict")).fields).toMatchObject([{ field: "name" }]);
  });

  test.each([
    ["shares that miss 1", [{ generation: "gen_z", share: 0.9 }], "add up to 0.9,"],
    [
      "a stratum given twice",
      [
        { generation: "gen_z", share: 0.5 },
        { generation: "gen_z", share: 0.5 },
      ],
      "gen_z is given twice",
    ],
    [
      "regions on some strata only",
      [
        { generation: "gen_z", share: 0.5 },
        { generation: "gen_x", region: "DE", share: 0.5 },
      ],
      "some have none",
    ],
    ["a stratum of unknown people", [{ generation: "unknown", share: 1 }], "generation"],
    ["no stratum", [], "strata"],
  ])("is refused with %s", async (_, strata, words) => {
    const problem = await expectProblem(
      await post("populations", { name: "p", strata }),
      "invalid_request",
    );
    expect(problem.detail).toContain(words);
    expect(problem.fields?.[0]?.field).toMatch(/^strata/);
  });
});

describe("a benchmark", () => {
  const outside = {
    metric: "understanding",
    value: 0.42,
    question: "I know what companies do with my data",
    population: "Adults in Germany",
    n: 2011,
    date: "2024-05",
    source: "A survey institute",
    note: "Asked of customers of all companies",
  };

  test("stands after those built in, with all that it says", async () => {
    const response = await post("benchmarks", outside);
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as Json;
    expect(await list("benchmarks")).toEqual([
      ...builtInBenchmarks,
      expect.objectContaining({ ...outside, id, generations: null, builtIn: false }),
    ]);
    expect((await api.send("DELETE", `/api/v1/benchmarks/${id}`)).status).toBe(204);
  });

  test("that is built in stays as it is", async () => {
    const path = `/api/v1/benchmarks/${builtInBenchmarks[0]?.id}`;
    await expectProblem(await api.send("PATCH", path, { value: 0.9 }), "not_found");
    await expectProblem(await api.send("DELETE", path), "not_found");
  });

  test.each([
    ["value", { value: 55 }],
    ["metric", { metric: "happiness" }],
    ["question", { question: "" }],
    ["n", { n: 0 }],
    ["date", { date: "spring" }],
    ["source", { source: undefined }],
  ])("is refused where its %s is not what it says", async (field, wrong) => {
    const response = await post("benchmarks", { ...outside, ...wrong });
    const problem = await expectProblem(response, "invalid_request");
    expect(problem.fields?.map((one) => one.field)).toContain(field);
  });
});
