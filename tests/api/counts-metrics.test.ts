import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { metricNames } from "#shared/metric-list.ts";
import { countRecord, decisions } from "../support/api-records.ts";
import { type ApiServer, type Json, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.stop());

const RANGE = "from=2026-03-01&to=2026-03-31";
const send = (...records: Json[]) => api.take("counts", records);
/** The parameters that a metric cannot be asked without. */
const asked = (metric: string) =>
  `${metric}?${RANGE}${metric === "survey_score" ? "&question=understanding" : ""}`;

async function total(metric: string, more = "", range = RANGE) {
  const { series } = await api.metric(`${metric}?${range}${more}`);
  return series[0]?.total;
}

/** The metrics that have any data, and what they show. */
async function figures(): Promise<Record<string, [n: number, value: number | null]>> {
  const found: Record<string, [number, number | null]> = {};
  for (const metric of metricNames) {
    const { series } = await api.metric(asked(metric));
    const figure = series[0]?.total;
    if (figure !== undefined && !figure.suppressed && figure.n > 0)
      found[metric] = [figure.n, figure.value];
  }
  return found;
}

describe("a record enters the metrics that its numbers make, and no others", () => {
  test.each([
    ["nothing by shown alone", { shown: 50 }, {}],
    ["nothing by granted alone", { granted: 30 }, {}],
    ["granted and declined", { granted: 30, declined: 10 }, { opt_in_rate: [40, 0.75] }],
    [
      "shown, granted and declined",
      { shown: 50, granted: 30, declined: 10 },
      { opt_in_rate: [40, 0.75], opt_in_yield: [50, 0.6], no_choice_rate: [50, 0.2] },
    ],
    ["inForce", { inForce: 80 }, { active_consents: [80, 80] }],
    [
      "inForce and asked",
      { inForce: 80, asked: 100 },
      { active_consents: [80, 80], consent_coverage: [100, 0.8] },
    ],
    [
      "withdrawn and inForce",
      { withdrawn: 2, inForce: 100 },
      { active_consents: [100, 100], withdrawal_rate: [102, (2 / 102) * 1000] },
    ],
    ["nothing by withdrawn alone", { withdrawn: 2 }, {}],
  ])("%s", async (_name, numbers, expected) => {
    // A day of March with eight whole days behind it, and a later one that moves the as-of day there.
    await send(
      countRecord({ day: "2026-03-10", ...numbers }),
      countRecord({ day: "2026-03-31", source: "late" }),
    );
    await send(countRecord({ day: "2026-03-31", source: "late", dismissed: 1 }));
    expect(await figures()).toEqual(expected);
  });

  test("scores", async () => {
    await send(
      countRecord({
        purpose: undefined,
        survey: "t",
        question: "understanding",
        scores: [1, 2, 3, 4, 10],
      }),
    );
    expect(await figures()).toEqual({ understanding: [20, 0.7], survey_score: [20, 0.7] });
    expect(await total("understanding", "&purpose=general")).toMatchObject({ n: 20, count: 14 });
    expect(await total("understanding", "&stat=mean")).toMatchObject({ n: 20, value: 75 });
  });
});

describe("a record sent again", () => {
  test("replaces what it said", async () => {
    await send(countRecord({ granted: 30, declined: 10 }));
    expect(await send(countRecord({ granted: 1, declined: 1 }))).toMatchObject({
      accepted: 1,
      duplicates: 0,
    });
    expect(await total("opt_in_rate")).toMatchObject({ n: 2, count: 1 });
    await send(countRecord({ shown: 9 }));
    expect(await total("opt_in_rate")).toMatchObject({ n: 0, value: null });
  });

  test("in one request: the later stands, and both are accepted", async () => {
    const answer = await send(
      countRecord({ granted: 9, declined: 9 }),
      countRecord({ granted: 1, declined: 2 }),
    );
    expect(answer.accepted).toBe(2);
    expect(await total("opt_in_rate")).toMatchObject({ n: 3, count: 1 });
  });

  test("without numbers is removed; so is a survey without scores", async () => {
    const scores = { survey: "t", question: "trust" };
    await send(
      countRecord({ granted: 9, declined: 9 }),
      countRecord({ ...scores, scores: [1, 1, 1, 1, 1] }),
    );
    expect(await send(countRecord(), countRecord({ ...scores, scores: null }))).toMatchObject({
      accepted: 2,
    });
    expect(await figures()).toEqual({});
    expect(await (await api.get("/api/v1/intake")).json()).toMatchObject({
      countRecords: 0,
      rejected: 0,
    });
  });

  test("under another key is another record", async () => {
    const numbers = { granted: 1, declined: 1 };
    const others = [
      { source: "b" },
      { day: "2026-03-11" },
      { purpose: "b" },
      { notice: "b" },
      { channel: "b" },
    ];
    const more = [
      { region: "DE" },
      { segment: "b" },
      { locale: "de" },
      { generation: "gen_z" },
      { experiment: "e", variant: "b" },
    ];
    const records = [{}, ...others, ...more].map((fields) =>
      countRecord({ ...numbers, ...fields }),
    );
    await send(...records, ...records);
    expect(await total("opt_in_rate")).toMatchObject({ n: 2 * records.length });
  });
});

describe("a stock", () => {
  const day = (to: string) => total("active_consents", "", `from=${to}&to=${to}`);

  test("is the latest of its key, for 35 days", async () => {
    await send(
      countRecord({ day: "2026-01-10", inForce: 10 }),
      countRecord({ day: "2026-01-12", inForce: 20 }),
      countRecord({ day: "2026-01-12", inForce: 5, channel: "web" }),
      countRecord({ day: "2026-03-31", source: "late", dismissed: 1 }),
    );
    expect(await day("2026-01-09")).toMatchObject({ n: 0 });
    expect(await day("2026-01-11")).toMatchObject({ n: 10 });
    expect(await day("2026-01-12")).toMatchObject({ n: 25 });
    expect(await day("2026-02-16")).toMatchObject({ n: 25 });
    expect(await day("2026-02-17")).toMatchObject({ n: 0 });
  });
});

describe("what comes from several sources", () => {
  test("is named, events first, and can be told apart", async () => {
    await api.take("events", decisions(3, 4));
    await send(
      countRecord({ granted: 10, declined: 10 }),
      countRecord({ source: "another", granted: 1, declined: 1 }),
    );
    const both = await api.metric(`opt_in_rate?${RANGE}`);
    expect(both.sources).toEqual(["events", "another", "tool"]);
    expect(both.series[0]?.total).toMatchObject({ n: 26, count: 14 });
    expect((await api.metric(`opt_in_rate?${RANGE}&source=events`)).sources).toEqual(["events"]);
    expect(await total("opt_in_rate", "&source=tool")).toMatchObject({ n: 20 });
    const { series } = await api.metric(`opt_in_rate?${RANGE}&by=source`);
    expect(series.map(({ group }) => group.source)).toEqual(["another", "events", "tool"]);
    expect((await api.metric(`opt_in_rate?${RANGE}&source=nowhere`)).sources).toEqual([]);
  });
});
