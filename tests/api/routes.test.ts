import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  DefinitionsAnswer,
  DimensionsAnswer,
  IntakeStatus,
  StatusAnswer,
} from "#shared/contract/admin.ts";
import { API, routes } from "#shared/contract/routes.ts";
import { metricNames } from "#shared/metric-list.ts";
import { dimensions } from "#shared/vocabulary.ts";
import { expectProblem } from "../support/api-problem.ts";
import { countRecord, decisions, granted } from "../support/api-records.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const read = async <T>(path: string): Promise<T> =>
  (await (await api.get(`${API}${path}`)).json()) as T;

describe("a route", () => {
  const paths = [...new Set(routes.map(({ path }) => path))];
  test.each(paths)(
    "refuses methods that it does not have, and names those that it has: %s",
    async (path) => {
      const allowed = routes
        .filter((route) => route.path === path)
        .map(({ method }) => method.toUpperCase());
      const all = allowed.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
        if (allowed.includes(method)) continue;
        const response = await api.send(method, `${API}${path.replace(":metric", "trust")}`);
        await expectProblem(response, "method_not_allowed");
        expect(response.headers.get("allow")).toBe(all.join(", "));
      }
    },
  );

  test.each([
    "/api",
    "/api/",
    "/api/v1",
    "/api/v2/status",
    "/api/v1/nothing",
    "/api/v1/metrics",
    "/API/V1/nothing",
  ])("that is none is a problem, never the page: %s", async (path) => {
    await expectProblem(await api.get(path), "not_found");
    await expectProblem(await api.send("POST", path, {}), "not_found");
  });
});

describe("the reference", () => {
  test("defines every metric, in all that a reader has to know", async () => {
    const { definitions, smallCells, sums } = await read<DefinitionsAnswer>("/definitions");
    expect(definitions.map(({ metric }) => metric)).toEqual(metricNames);
    for (const { counts, dimensions: own, version, ...words } of definitions) {
      for (const [name, text] of Object.entries(words))
        expect(text, `${words.metric}.${name}`).not.toBe("");
      expect(own).toContain("generation");
      expect(version).toBeGreaterThan(0);
      expect(counts === false || counts.length > 0).toBe(true);
    }
    expect(smallCells).toContain("subtraction");
    expect(sums).toContain("fact");
  });

  test("lists every dimension, and its values as they come in", async () => {
    const empty = await read<DimensionsAnswer>("/dimensions");
    expect(empty).toEqual({
      asOf: null,
      dimensions: dimensions.map((name) => ({ name, values: [] })),
    });
    await api.take("events", decisions(3, 4, { channel: "web", generation: "gen_z" }));
    await api.take("counts", [countRecord({ channel: "kiosk", shown: 9 })]);
    const answer = await read<DimensionsAnswer>("/dimensions");
    const values = (name: string) =>
      answer.dimensions.find((one) => one.name === name)?.values.map(({ value, n }) => [value, n]);
    expect(answer.asOf).toBe("2026-03-10");
    expect(values("channel")).toEqual([
      ["kiosk", 9],
      ["web", 4],
    ]);
    expect(values("generation")).toEqual([
      ["unknown", 9],
      ["gen_z", 4],
    ]);
    expect(values("source")).toEqual([
      ["tool", 9],
      ["events", 4],
    ]);
    expect(values("method")).toEqual([["explicit", 4]]);
  });

  test("says how the store stands, and what came in", async () => {
    expect(await read<StatusAnswer>("/status")).toMatchObject({
      world: "own",
      asOf: "2026-03-10",
      today: "2026-03-31",
      reportingZone: "UTC",
      k: 1,
      build: "test",
    });
    await api.take("events", [granted({ purpose: "last" }), granted({ purpose: "?" })]);
    const intake = await read<IntakeStatus>("/intake");
    expect(intake).toMatchObject({
      events: 5,
      countRecords: 1,
      subjects: 5,
      rejected: 1,
      asOf: "2026-03-10",
    });
    expect(intake.lastReceivedAt).toBe("2026-03-31T12:00:00.000Z");
    expect(intake.recent[0]).toMatchObject({
      type: "granted",
      purpose: "last",
      notice: "n1",
      channel: "unknown",
    });
  });

  test("counts what states nothing or contradicts itself", async () => {
    await api.take("events", [
      granted({ method: "implicit" }),
      { ...granted(), type: "withdrawn" },
      granted({ subject: "crosser", experiment: "w", variant: "a" }),
      granted({ subject: "crosser", experiment: "w", variant: "b", notice: "n2" }),
    ]);
    const { quality } = await read<IntakeStatus>("/intake");
    expect(quality).toEqual({ implicitGrants: 1, orphanedWithdrawals: 1, crossovers: 1 });
  });

  test("says that it lives, and that it is ready", async () => {
    expect(await (await api.get("/healthz")).json()).toEqual({ status: "ok" });
    expect(await (await api.get("/readyz")).json()).toEqual({
      status: "ready",
      asOf: "2026-03-10",
    });
  });
});

describe("the switch between worlds", () => {
  test("takes the two that there are, and nothing else", async () => {
    expect((await api.send("POST", `${API}/world`, { world: "demo" })).status).toBe(204);
    expect(api.switched).toEqual(["demo"]);
    for (const body of [{ world: "mars" }, {}, { world: "own", more: 1 }, []]) {
      await expectProblem(await api.send("POST", `${API}/world`, body), "invalid_request");
    }
    expect(api.switched).toEqual(["demo"]);
  });
});

describe("a list that is read page by page", () => {
  test.each(["limit=0", "limit=501", "limit=x", "before=-1", "limit=5&limit=6"])(
    "refuses %s",
    async (query) => {
      await expectProblem(await api.get(`${API}/quarantine?${query}`), "invalid_request");
    },
  );

  test("refuses parameters that it does not have", async () => {
    await expectProblem(await api.get(`${API}/quarantine?page=2`), "unknown_parameter");
  });
});
