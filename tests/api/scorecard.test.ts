/** The retention curve and the scorecard. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CurveAnswer } from "#shared/contract/metric.ts";
import type { OverviewAnswer } from "#shared/contract/overview.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

let api: ApiServer;

function event(id: string, type: string, day: string, more: object = {}): object {
  const at = `${day}T10:00:00Z`;
  return { id, type, at, subject: id.split(".")[0], purpose: "ads", notice: "n1", ...more };
}

/** Ten grants on 1 March; three leave after 2, 2 and 5 days; the data end on 31 March. */
beforeAll(async () => {
  api = await startApi({ k: 2 });
  const people = Array.from({ length: 10 }, (_, i) => `p${i}`);
  const young = { generation: "gen_z" };
  await api.take("events", [
    ...people.map((id) => event(`${id}.1`, "granted", "2026-03-01", young)),
    event("p0.2", "withdrawn", "2026-03-03"),
    event("p1.2", "withdrawn", "2026-03-03"),
    event("p2.2", "withdrawn", "2026-03-06"),
    event("old.1", "granted", "2026-03-02", { generation: "boomer" }),
    event("late.1", "prompt_shown", "2026-03-31"),
  ]);
});
afterAll(() => api.stop());

describe("the retention curve", () => {
  test("falls where spells close, and ends with the longest follow-up", async () => {
    const response = await api.get(
      "/api/v1/metrics/consent_retention/curve?generation=gen_z&day=90",
    );
    const { series } = (await response.json()) as CurveAnswer;
    const points = series[0]?.points ?? [];
    const at = (day: number) => points.find((point) => point.day === day)?.value;
    expect([at(0), at(2), at(4), at(5), at(30)]).toEqual([
      1, 0.8, 0.8, 0.7000000000000001, 0.7000000000000001,
    ]);
    expect(points.at(-1)?.day).toBe(30);
    expect(series[0]?.n).toBe(10);
  });

  test("hides a group of fewer than k, and one more with it", async () => {
    const response = await api.get("/api/v1/metrics/consent_retention/curve?by=generation");
    const { series } = (await response.json()) as CurveAnswer;
    expect(series.map(({ suppressed, n, points }) => [suppressed, n, points.length])).toEqual([
      [true, null, 0],
      [true, null, 0],
    ]);
  });

  test("comes as CSV, one row a day", async () => {
    const path = "/api/v1/metrics/consent_retention/curve?generation=gen_z&day=3&format=csv";
    const response = await api.get(path);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const [head, first, , third] = (await response.text()).split("\n");
    expect(head).toBe("day,n,at_risk,value,low,high,suppressed");
    expect(first).toBe("0,10,10,1,,,false");
    expect(third).toMatch(/^2,10,10,0\.8,0\.4\d+,0\.9\d+,false$/);
  });

  test.each(["grain=day", "compare=previous", "stat=mean"])(
    "does not take %s",
    async (parameter) => {
      const response = await api.get(`/api/v1/metrics/consent_retention/curve?${parameter}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "unknown_parameter" });
    },
  );
});

describe("the scorecard", () => {
  test("holds each KPI as its metric has it, now and before", async () => {
    const range = "from=2026-03-01&to=2026-03-31&generation=gen_z";
    const response = await api.get(`/api/v1/overview?${range}`);
    const { kpis, compare, source } = (await response.json()) as OverviewAnswer;
    expect([compare, source]).toEqual([{ from: "2026-01-29", to: "2026-02-28" }, "events"]);
    for (const { metric, now, before } of kpis) {
      const answer = await api.metric(`${metric}?${range}&compare=previous`);
      expect(now, metric).toEqual(answer.series[0]?.total);
      expect(before, metric).toEqual(answer.compare?.series[0]?.total);
    }
  });

  test("shows one source where there are several, events first, and names all", async () => {
    const day = "2026-03-10";
    await api.take("counts", [{ source: "cmp", day, purpose: "ads", granted: 50, declined: 50 }]);
    const overview = (await (await api.get("/api/v1/overview")).json()) as OverviewAnswer;
    expect([overview.source, overview.sources]).toEqual(["events", ["events", "cmp"]]);
    const optIn = overview.kpis.find(({ metric }) => metric === "opt_in_rate")?.now;
    expect(optIn).toMatchObject({ n: 11 });
    const other = (await (await api.get("/api/v1/overview?source=cmp")).json()) as OverviewAnswer;
    expect(other.kpis.find(({ metric }) => metric === "opt_in_rate")?.now).toMatchObject({
      n: 100,
    });
  });

  test("says that there is nothing to tell of an empty range", async () => {
    const response = await api.get("/api/v1/overview?from=2020-01-01&to=2020-01-31");
    const { standing, kpis } = (await response.json()) as OverviewAnswer;
    expect(standing).toEqual({ code: "no_data", better: [], worse: [] });
    expect(kpis.map(({ trend }) => trend)).toEqual(kpis.map(() => "unknown"));
  });
});

describe("the benchmark of a key figure", () => {
  const outside = (metric: string, value: number, more: object = {}) =>
    api.send("POST", "/api/v1/benchmarks", {
      ...{ metric, value, question: "Asked", source: "Somebody", date: "2024" },
      ...more,
    });
  const benchmarkOf = async (metric: string) => {
    const { kpis } = (await (await api.get("/api/v1/overview")).json()) as OverviewAnswer;
    return kpis.find((kpi) => kpi.metric === metric)?.benchmark;
  };

  test("is the latest of one's own of everybody, the built-in one last", async () => {
    expect(await benchmarkOf("trust")).toMatchObject({ value: 0.86, builtIn: true });
    expect(await benchmarkOf("opt_in_rate")).toBeNull();
    await outside("trust", 0.5, { date: "2019-05" });
    await outside("trust", 0.4, { date: "2018" });
    await outside("trust", 0.3, { date: "2025", generations: ["gen_z"] });
    await outside("opt_in_rate", 0.45);
    expect(await benchmarkOf("trust")).toMatchObject({ value: 0.5, builtIn: false });
    expect(await benchmarkOf("opt_in_rate")).toMatchObject({ value: 0.45, source: "Somebody" });
    api.clock.now += 1000;
    await outside("trust", 0.6, { date: "2019-05" });
    expect(await benchmarkOf("trust")).toMatchObject({ value: 0.6 });
  });
});
