// What an answer hides and how it is sent; and plans.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectProblem } from "../support/api-problem.ts";
import { countRecord } from "../support/api-records.ts";
import { type ApiServer, type Json, startApi } from "../support/api-server.ts";
import { EXPERIMENTS, newName, recordOf, resultsOf, totals } from "../support/experiment-api.ts";

let api: ApiServer;
let hiding: ApiServer;
beforeAll(async () => {
  [api, hiding] = await Promise.all([startApi(), startApi({ k: 10 })]);
});
afterAll(() => Promise.all([api.stop(), hiding.stop()]));

describe("an answer", () => {
  test("hides small cells, by day and by cohort", async () => {
    const name = newName();
    const on = (day: string, generation: string, a: number, b: number) => [
      totals(name, "a", a, Math.floor(a / 3), { day, generation }),
      totals(name, "b", b, Math.floor(b / 3), { day, generation }),
    ];
    await hiding.take("counts", [
      ...on("2026-03-01", "gen_z", 300, 310),
      ...on("2026-03-02", "boomer", 200, 4),
      ...on("2026-03-02", "gen_x", 150, 352),
    ]);
    const { arms, cohorts } = await resultsOf(hiding, name);
    expect(arms.map(({ people }) => people)).toEqual([650, 666]);
    const [boomer] = cohorts.variants[0]?.rows.filter(({ value }) => value === "boomer") ?? [];
    expect(boomer).toMatchObject({ variant: { suppressed: true }, difference: null });
    expect(JSON.stringify(cohorts)).not.toContain('"n":4,');
  });

  test("is a 304 where nothing changed, and a table with format=csv", async () => {
    const name = newName();
    await api.take("counts", [totals(name, "a", 500, 200), totals(name, "b", 500, 230)]);
    const first = await api.get(`${EXPERIMENTS}/${name}/results`);
    const etag = first.headers.get("etag") ?? "";
    const again = await api.get(`${EXPERIMENTS}/${name}/results`, { "if-none-match": etag });
    expect(again.status).toBe(304);
    const csv = await api.get(`${EXPERIMENTS}/${name}/results?format=csv`);
    expect(csv.headers.get("content-type")).toContain("text/csv");
    const [head, row] = (await csv.text()).split("\n");
    expect(head).toMatch(/^variant,recommendation,outcome,role,unit,control_n/);
    expect(row).toMatch(/^b,keep_running,opt_in_yield,primary,share,500,200,0.4,500,230,0.46,/);
  });

  test("splits cohorts by what is asked for", async () => {
    const name = newName();
    await api.take("counts", [
      totals(name, "a", 500, 200, { channel: "tv" }),
      totals(name, "b", 500, 230, { channel: "tv" }),
    ]);
    const { cohorts } = await resultsOf(api, name, "?by=channel");
    expect(cohorts).toMatchObject({ by: "channel", variants: [{ rows: [{ value: "tv" }] }] });
    await expectProblem(await api.get(`${EXPERIMENTS}/${name}/results?by=mood`), "invalid_request");
    await expectProblem(await api.get(`${EXPERIMENTS}/${name}/results?buy=1`), "unknown_parameter");
  });

  test("is not given for what neither a record nor the data name", async () => {
    const _name = newName();
    for (const id of ["nothing", "none"]) {
      await expectProblem(await api.get(`${EXPERIMENTS}/${id}/results`), "not_found");
    }
  });

  test("of a record without data says that there is nothing to compare", async () => {
    const name = newName();
    await api.send("POST", EXPERIMENTS, recordOf(name));
    const { recommendation, sampleRatio, comparisons } = await resultsOf(api, name);
    expect(recommendation).toBe("keep_running");
    expect(sampleRatio.state).toBe("unknown");
    expect(comparisons[0]?.outcomes[0]).toMatchObject({
      difference: null,
      missing: "nothing has been seen yet",
    });
  });
});

describe("a plan", () => {
  const plan = async (body: object) => {
    const response = await api.send("POST", `${EXPERIMENTS}/plan`, body);
    expect(response.status, await response.clone().text()).toBe(200);
    return (await response.json()) as Json;
  };

  test("takes people whom several notices asked as the people that they are", async () => {
    const _name = newName();
    const own = { day: "2026-03-20", purpose: "two-notices" };
    const half = { shown: 500, granted: 100, declined: 400 };
    await api.take("counts", [
      countRecord({ ...own, purpose: "one-notice", shown: 1000, granted: 200, declined: 800 }),
      countRecord({ ...own, ...half, notice: "n1" }),
      countRecord({ ...own, ...half, notice: "n2" }),
      // So that their outcomes are known.
      countRecord({ purpose: "later", day: "2026-03-31", shown: 0, granted: 0, declined: 0 }),
    ]);
    const [one, two] = await Promise.all(
      ["one-notice", "two-notices"].map((purpose) => plan({ purposes: [purpose], guardrails: [] })),
    );
    expect(one?.subjects).toBeGreaterThan(1000);
    expect(two?.subjects).toBe(one?.subjects);
  });

  test("rests on the store's own traffic, and says when that is not enough", async () => {
    const _name = newName();
    const days = Array.from({ length: 28 }, (_, i) =>
      new Date(Date.UTC(2026, 1, 24 + i)).toISOString().slice(0, 10),
    );
    const own = { purpose: "planning" };
    await api.take(
      "counts",
      days.map((day) => countRecord({ ...own, day, shown: 1000, granted: 400, declined: 600 })),
    );
    await api.take("counts", [
      countRecord({ ...own, day: "2026-03-31", shown: 0, granted: 0, declined: 0 }),
    ]);
    const asked = { purposes: ["planning"], guardrails: [] };
    const quick = await plan(asked);
    expect(quick).toMatchObject({ sensible: true, traffic: { subjectsPerDay: 1000 } });
    expect(quick.sentence).toMatch(
      /people in all, most of them to tell opt-in .* about \d+ days\.$/,
    );
    const small = await plan({ ...asked, smallestEffect: 0.003 });
    expect(small).toMatchObject({ sensible: false });
    expect(small.sentence).toContain("can't answer its question in a sensible time");
    expect(Number(small.subjects)).toBeGreaterThan(90 * Number(quick.subjects));
  });

  test("without traffic is none", async () => {
    const _name = newName();
    expect(await plan({ purposes: ["nobody-asks"] })).toMatchObject({
      subjects: null,
      days: null,
      sensible: false,
    });
  });
});
