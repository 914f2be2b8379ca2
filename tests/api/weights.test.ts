// Shares weighted to a population, as asked for over HTTP: what is refused, the table, and the tag.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectProblem } from "../support/api-problem.ts";
import { countRecord, decisions } from "../support/api-records.ts";
import { type ApiServer, type Json, startApi } from "../support/api-server.ts";

let api: ApiServer;
let census: Json;

const post = (body: Json) => api.send("POST", "/api/v1/populations", body);
const half = [
  { generation: "gen_z", share: 0.5 },
  { generation: "boomer", share: 0.5 },
];
const regional = [
  { generation: "gen_z", region: "DE", share: 0.5 },
  { generation: "boomer", region: "DE", share: 0.5 },
];

beforeAll(async () => {
  api = await startApi();
  const at = "2026-03-10T09:00:00Z";
  await api.take("events", [
    ...decisions(6, 8, { at, generation: "gen_z" }),
    ...decisions(1, 4, { at, generation: "boomer" }),
    ...decisions(1, 1, { at }),
  ]);
  await api.take("counts", [countRecord({ generation: "gen_x", granted: 3, declined: 2 })]);
  const made = await post({ name: "census", title: "Census 2020", source: "Bureau", strata: half });
  census = (await made.json()) as Json;
  await post({ name: "regional", strata: regional });
});
afterAll(() => api.stop());

const RANGE = "from=2026-03-01&to=2026-03-31";

describe("a weighted answer", () => {
  test("names the population, and has what stands under the figure", async () => {
    const answer = await api.metric(`opt_in_rate?${RANGE}&weights=census`);
    expect(answer.weights).toEqual({ name: "census", title: "Census 2020", source: "Bureau" });
    expect(answer.series[0]?.total).toEqual({
      n: 12,
      count: 7,
      value: 0.5,
      low: expect.any(Number),
      high: expect.any(Number),
      effectiveN: expect.closeTo(32 / 3, 10),
      coveredShare: 1,
      leftOut: { unknown: 1, outside: 5 },
    });
    expect(await api.metric(`opt_in_rate?${RANGE}`)).not.toHaveProperty("weights");
  });

  test("is a table with two more columns", async () => {
    const path = `/api/v1/metrics/opt_in_rate?${RANGE}&format=csv`;
    const lines = async (more: string) => (await (await api.get(path + more)).text()).split("\n");
    expect((await lines(""))[0]).toBe("start,n,count,value,low,high,suppressed");
    const [head, row] = await lines("&weights=census");
    expect(head).toBe("start,n,count,value,low,high,suppressed,effectiveN,coveredShare");
    expect(row).toMatch(/^2026-03-01,12,7,0\.5,0\.\d+,0\.\d+,false,10\.6+\d*,1$/);
  });

  test("has another tag once the population is another", async () => {
    const path = `/api/v1/metrics/opt_in_rate?${RANGE}&weights=census`;
    const before = (await api.get(path)).headers.get("etag");
    expect((await api.get(path)).headers.get("etag")).toBe(before);
    const strata = [
      { generation: "gen_z", share: 0.4 },
      { generation: "boomer", share: 0.6 },
    ];
    await api.send("PATCH", `/api/v1/populations/${census.id}`, { strata });
    const after = await api.get(path);
    expect(after.headers.get("etag")).not.toBe(before);
    expect(await after.json()).toMatchObject({
      series: [{ total: { value: expect.closeTo(0.45, 12) } }],
    });
  });
});

describe("weights are refused", () => {
  test.each([
    ["opt_in_rate", "weights=nobody", "there are census, regional"],
    ["withdrawal_rate", "weights=census", "withdrawal_rate does not take the parameter weights"],
    ["consent_retention", "weights=census", "consent_retention does not take"],
    ["opt_out_effort", "weights=census", "opt_out_effort does not take"],
    ["active_consents", "weights=census", "active_consents does not take"],
    ["trust", "weights=census&stat=mean", "stat=mean"],
    ["opt_in_rate", "weights=census&as=osano", 'as is "osano"'],
    ["trust", "weights=census&by=generation", "holds generation fixed"],
    ["opt_in_rate", "weights=regional&by=channel,region", "holds generation and region fixed"],
    ["opt_in_rate", "weights=census&weights=regional", "more than once"],
  ])("for %s?%s", async (metric, query, words) => {
    const response = await api.get(`/api/v1/metrics/${metric}?${RANGE}&${query}`);
    const problem = await expectProblem(response, "invalid_request");
    expect(problem.detail).toContain(words);
    expect(problem.fields?.[0]?.field).toBe("weights");
  });

  test.each([
    "opt_in_rate?weights=census&by=region",
    "trust?weights=census&by=channel",
    "informed_opt_in_rate?weights=regional&by=channel",
    "survey_score?weights=census&question=nps",
    "opt_out_completion?weights=regional",
    "no_choice_rate?weights=census&compare=year&grain=month",
  ])("but not for %s", async (question) => {
    expect(await api.metric(question)).toHaveProperty("weights");
  });

  test("and a stratum of unknown region is", async () => {
    const strata = [{ generation: "gen_z", region: "unknown", share: 1 }];
    await expectProblem(await post({ name: "nowhere", strata }), "invalid_request");
  });
});
