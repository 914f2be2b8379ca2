import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DimensionsAnswer } from "#shared/contract/admin.ts";
import type { Figure, MetricAnswer, Series } from "#shared/contract/metric.ts";
import { metricNames } from "#shared/metric-list.ts";
import { countRecord, decisions, event } from "../support/api-records.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

const K = 10;
let api: ApiServer;

beforeAll(async () => {
  api = await startApi({ k: K });
  const people = (n: number, channel: string, region: string, day: string) =>
    decisions(Math.ceil(n / 2), n, { channel, region, at: `2026-${day}T09:00:00Z` });
  await api.take("events", [
    ...people(40, "web", "DE", "03-02"),
    ...people(25, "ios", "DE", "03-02"),
    ...people(3, "android", "DE", "03-02"),
    ...people(30, "web", "FR", "03-09"),
    ...people(4, "ios", "FR", "03-09"),
    ...people(9, "web", "DE", "02-02"),
    ...people(50, "ios", "DE", "02-02"),
    ...Array.from({ length: 12 }, (_, i) =>
      event("survey_answered", { channel: i < 9 ? "web" : "ios", at: "2026-03-02T09:00:00Z" }),
    ),
  ]);
  await api.take("counts", [
    countRecord({
      day: "2026-03-03",
      channel: "kiosk",
      shown: 9,
      granted: 5,
      declined: 4,
      withdrawn: 1,
      inForce: 6,
      asked: 9,
    }),
    countRecord({
      day: "2026-03-03",
      channel: "phone",
      shown: 90,
      granted: 50,
      declined: 40,
      withdrawn: 1,
      inForce: 60,
      asked: 90,
    }),
  ]);
});
afterAll(() => api.stop());

const figuresOf = ({ points, total }: Series): Figure[] => [...points, total];

function figures({ series, compare }: MetricAnswer): Figure[] {
  return [...series, ...(compare?.series ?? [])].flatMap(figuresOf);
}

const questions = metricNames.flatMap((metric) => {
  const more = metric === "survey_score" ? "&question=understanding" : "";
  const shapes = [
    "",
    "&by=channel",
    "&by=channel,region",
    "&by=region&grain=week",
    "&by=channel&grain=month&compare=2026-02-01..2026-02-28",
  ];
  return shapes.map((shape) => `${metric}?from=2026-02-01&to=2026-03-31${more}${shape}`);
});

describe("no small cell", () => {
  test.each(questions)("shows in %s", async (question) => {
    const shown = figures(await api.metric(question)).filter((figure) => !figure.suppressed);
    for (const { n, count } of shown) {
      const size = question.startsWith("opt_out_effort") ? Math.min(n, count ?? 0) : n;
      expect(size === 0 || size >= K, `n ${n}, count ${count}`).toBe(true);
    }
  });

  test("is alone in its line, nor do the hidden add up to less than k", async () => {
    const { series } = await api.metric(
      "opt_in_rate?from=2026-03-02&to=2026-03-08&by=channel&source=events",
    );
    expect(series.map(({ group, total }) => [group.channel, total.suppressed ?? false])).toEqual([
      ["android", true],
      ["ios", true],
      ["web", false],
    ]);
  });

  test("shows in the range that an answer is compared with", async () => {
    const { compare } = await api.metric(
      "opt_in_rate?from=2026-03-01&to=2026-03-31&by=channel&compare=2026-02-01..2026-02-28",
    );
    expect(compare?.series.map(({ total }) => total)).toEqual([
      { suppressed: true },
      { suppressed: true },
    ]);
  });

  test("shows in CSV: its figures are empty", async () => {
    const response = await api.get(
      "/api/v1/metrics/opt_in_rate?from=2026-03-02&to=2026-03-08&by=channel&source=events&format=csv",
    );
    const lines = (await response.text()).trimEnd().split("\n");
    expect(lines).toEqual([
      "start,channel,n,count,value,low,high,suppressed",
      "2026-03-02,android,,,,,,true",
      "2026-03-02,ios,,,,,,true",
      expect.stringMatching(/^2026-03-02,web,40,20,0\.5,.*,false$/),
    ]);
  });

  test("shows in a curve of retention or the scorecard", async () => {
    const curve = await (
      await api.get("/api/v1/metrics/consent_retention/curve?by=channel")
    ).json();
    for (const { n, suppressed, points } of (
      curve as { series: { n: number | null; suppressed: boolean; points: unknown[] }[] }
    ).series) {
      expect(suppressed ? n === null && points.length === 0 : (n ?? 0) >= K).toBe(true);
    }
    const text = await (await api.get("/api/v1/overview?from=2026-03-01&to=2026-03-31")).text();
    for (const [, n] of text.matchAll(/"n":(\d+)/g))
      expect(Number(n) === 0 || Number(n) >= K, n).toBe(true);
  });

  test("can be had from the lists of values by subtraction", async () => {
    const own = await startApi({ k: K });
    await own.take("events", [
      ...decisions(20, 40, { channel: "web" }),
      ...decisions(1, 3, { channel: "ios" }),
    ]);
    const { dimensions } = (await (await own.get("/api/v1/dimensions")).json()) as DimensionsAnswer;
    const values = (name: string) =>
      dimensions.find((dimension) => dimension.name === name)?.values;
    expect(values("purpose")).toEqual([{ value: "ads", n: 43, suppressed: false }]);
    expect(values("channel")).toEqual([
      { value: "web", n: null, suppressed: true },
      { value: "ios", n: null, suppressed: true },
    ]);
    await own.stop();
  });
});
