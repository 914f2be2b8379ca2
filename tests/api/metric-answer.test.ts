import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Estimate, MetricAnswer } from "#shared/contract/metric.ts";
import { decisions, event, granted } from "../support/api-records.ts";
import { type ApiServer, type Json, startApi } from "../support/api-server.ts";

let api: ApiServer;

const people = (yes: number, n: number, at: string, fields: Json = {}) =>
  decisions(yes, n, { at: `${at}T09:00:00Z`, ...fields });

beforeAll(async () => {
  api = await startApi();
  await api.take("events", [
    ...people(6, 10, "2026-03-02", { channel: "web", generation: "gen_z" }),
    ...people(1, 4, "2026-03-09", { channel: "ios", generation: "gen_z" }),
    ...people(3, 6, "2026-03-09", { channel: "web", birthYear: 1950 }),
    ...people(2, 2, "2026-03-23", { channel: "web", purpose: "mail" }),
    ...people(1, 5, "2025-03-05", { channel: "web" }),
    event("survey_answered", { at: "2026-03-10T09:00:00Z", score: 5, scale: 7 }),
    ...[1, 4, 5].map((score) => event("survey_answered", { at: "2026-03-10T09:00:00Z", score })),
    granted({ at: "2026-04-01T08:00:00Z", purpose: "ahead" }),
  ]);
});
afterAll(() => api.stop());

const MARCH = "from=2026-03-01&to=2026-03-31";
const counts = (figure: unknown) => {
  const { n, count } = figure as Estimate;
  return [n, count];
};

describe("an answer", () => {
  test("has the shape of the contract", async () => {
    const answer = await api.metric(
      "opt_in_rate?from=2026-03-02&to=2026-03-15&grain=week&by=generation",
    );
    expect(answer).toEqual({
      metric: "opt_in_rate",
      unit: "share",
      from: "2026-03-02",
      to: "2026-03-15",
      grain: "week",
      by: ["generation"],
      asOf: "2026-03-31",
      dataVersion: 1,
      k: 1,
      confidence: 0.95,
      sources: ["events"],
      definition: "/glossary/opt_in_rate",
      series: [
        {
          group: { generation: "boomer" },
          points: [
            { start: "2026-03-02", n: 0, count: 0, value: null, low: null, high: null },
            {
              start: "2026-03-09",
              n: 6,
              count: 3,
              value: 0.5,
              low: expect.closeTo(0.18761, 4),
              high: expect.closeTo(0.81239, 4),
            },
          ],
          total: { n: 6, count: 3, value: 0.5, low: expect.any(Number), high: expect.any(Number) },
        },
        {
          group: { generation: "gen_z" },
          points: [
            {
              start: "2026-03-02",
              n: 10,
              count: 6,
              value: 0.6,
              low: expect.closeTo(0.31267, 4),
              high: expect.closeTo(0.83182, 4),
            },
            {
              start: "2026-03-09",
              n: 4,
              count: 1,
              value: 0.25,
              low: expect.any(Number),
              high: expect.any(Number),
            },
          ],
          total: { n: 14, count: 7, value: 0.5, low: expect.any(Number), high: expect.any(Number) },
        },
      ],
    });
  });

  test("is about the 90 days to the as-of day, which is never after today", async () => {
    const { from, to, asOf, series } = await api.metric("opt_in_rate");
    expect({ from, to, asOf }).toEqual({
      from: "2026-01-01",
      to: "2026-03-31",
      asOf: "2026-03-31",
    });
    expect(counts(series[0]?.total)).toEqual([22, 12]);
    expect(await api.metric("opt_in_rate?to=2026-03-09")).toMatchObject({
      from: "2025-12-10",
      to: "2026-03-09",
    });
    expect(await api.metric("opt_in_rate?from=2026-03-09")).toMatchObject({
      from: "2026-03-09",
      to: "2026-03-31",
    });
    expect(await api.metric("opt_in_rate?from=2027-01-01")).toMatchObject({
      from: "2027-01-01",
      to: "2027-01-01",
    });
  });

  test("cuts its buckets at the calendar's start, and at the range", async () => {
    const starts = async (grain: string) => {
      const { series } = await api.metric(
        `opt_in_rate?from=2026-02-27&to=2026-03-11&grain=${grain}&purpose=ads`,
      );
      return series[0]?.points.map((point) => [point.start, counts(point)[0]]);
    };
    expect(await starts("week")).toEqual([
      ["2026-02-23", 0],
      ["2026-03-02", 10],
      ["2026-03-09", 10],
    ]);
    expect(await starts("month")).toEqual([
      ["2026-02-01", 0],
      ["2026-03-01", 20],
    ]);
    expect(await starts("total")).toEqual([["2026-02-27", 20]]);
    expect(await starts("day")).toHaveLength(13);
  });

  test("splits by two dimensions, in order of name", async () => {
    const { by, series } = await api.metric(`opt_in_rate?${MARCH}&by=generation,channel`);
    expect(by).toEqual(["generation", "channel"]);
    expect(
      series.map(({ group, total }) => [group.generation, group.channel, ...counts(total)]),
    ).toEqual([
      ["boomer", "web", 6, 3],
      ["gen_z", "ios", 4, 1],
      ["gen_z", "web", 10, 6],
      ["unknown", "web", 2, 2],
    ]);
  });

  test("takes any of a dimension's values, and all dimensions together", async () => {
    const n = async (filters: string) =>
      counts((await api.metric(`opt_in_rate?${MARCH}&${filters}`)).series[0]?.total)[0];
    expect(await n("channel=ios")).toBe(4);
    expect(await n("channel=ios,web")).toBe(22);
    expect(await n("channel=ios&channel=web")).toBe(22);
    expect(await n("channel=web&generation=gen_z")).toBe(10);
    expect(await n("channel=ios&generation=boomer")).toBe(0);
    expect(await n("purpose=never-seen")).toBe(0);
  });

  test("compares with the days before, the year before, or any range", async () => {
    const compare = async (with_: string) =>
      (await api.metric(`opt_in_rate?from=2026-03-09&to=2026-03-15&compare=${with_}`)).compare;
    const before = await compare("previous");
    expect(before).toMatchObject({ from: "2026-03-02", to: "2026-03-08" });
    expect(counts(before?.series[0]?.total)).toEqual([10, 6]);
    expect(await compare("year")).toMatchObject({ from: "2025-03-09", to: "2025-03-15" });
    const any = await compare("2025-03-01..2025-03-31");
    expect(any).toMatchObject({ from: "2025-03-01", to: "2025-03-31" });
    expect(counts(any?.series[0]?.total)).toEqual([5, 1]);
  });

  test("says which scale, statistic, day and confidence it took", async () => {
    const top = await api.metric(`understanding?${MARCH}`);
    expect(top).toMatchObject({ unit: "share", scale: 5, stat: "top_two" });
    expect(top.series[0]?.total).toMatchObject({ n: 3, count: 2 });
    const mean = await api.metric(`understanding?${MARCH}&stat=mean&scale=7`);
    expect(mean).toMatchObject({ unit: "score", scale: 7, stat: "mean" });
    expect(mean.series[0]?.total).toEqual({
      n: 1,
      value: expect.closeTo(66.667, 2),
      low: null,
      high: null,
    });
    expect(await api.metric("consent_retention")).toMatchObject({ day: 30 });
    expect(await api.metric("consent_retention?day=7")).toMatchObject({ day: 7 });
    const wide = await api.metric(`opt_in_rate?${MARCH}&confidence=0.99`);
    const usual = await api.metric(`opt_in_rate?${MARCH}`);
    expect(wide.confidence).toBe(0.99);
    const low = (answer: MetricAnswer) =>
      (answer.series[0]?.total as Estimate | undefined)?.low ?? Number.NaN;
    expect(low(wide)).toBeLessThan(low(usual));
  });

  test("to HEAD has headers and no body", async () => {
    const response = await api.send("HEAD", `/api/v1/metrics/opt_in_rate?${MARCH}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("etag")).not.toBeNull();
    expect(await response.text()).toBe("");
  });
});

describe("as CSV", () => {
  test("an answer has one row a group and bucket, and nothing else", async () => {
    const path = `/api/v1/metrics/opt_in_rate?from=2026-03-02&to=2026-03-15&grain=week&by=generation&format=csv`;
    const response = await api.get(path);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe(
      'attachment; filename="opt_in_rate_2026-03-02_2026-03-15.csv"',
    );
    const lines = (await response.text()).trimEnd().split("\n");
    expect(lines).toHaveLength(5);
    expect(lines.slice(0, 3)).toEqual([
      "start,generation,n,count,value,low,high,suppressed",
      "2026-03-02,boomer,0,0,,,,false",
      expect.stringMatching(/^2026-03-09,boomer,6,3,0\.5,0\.1876\d+,0\.812\d+,false$/),
    ]);
  });

  test("a problem is a problem document all the same", async () => {
    const response = await api.get("/api/v1/metrics/opt_in_rate?format=csv&grain=hour");
    expect(response.headers.get("content-type")).toMatch(/problem\+json/);
    expect(response.headers.get("content-disposition")).toBeNull();
  });
});

describe("when the clock is wrong", () => {
  test("the as-of day stays before it, and what lies ahead shows when it comes", async () => {
    expect(
      (await api.metric("opt_in_rate?purpose=ahead&from=2026-03-01&to=2026-04-30")).series[0]
        ?.total,
    ).toMatchObject({ n: 0 });
    api.clock.now -= 400 * 86_400_000;
    expect(await api.metric("opt_in_rate")).toMatchObject({ asOf: "2025-02-24", to: "2025-02-24" });
    api.clock.now += 401 * 86_400_000;
    const answer = await api.metric("opt_in_rate?purpose=ahead");
    expect(answer).toMatchObject({ asOf: "2026-04-01", to: "2026-04-01" });
    expect(answer.series[0]?.total).toMatchObject({ n: 1 });
  });
});
