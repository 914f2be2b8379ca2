// Groups that are not those of the plan: variants it does not name, nobody at all, groups too small to show.
import { afterAll, beforeAll, expect, test } from "vitest";
import { countRecord } from "../support/api-records.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";
import { EXPERIMENTS, newName, recordOf, resultsOf, totals } from "../support/experiment-api.ts";

let api: ApiServer;
let hiding: ApiServer;
beforeAll(async () => {
  [api, hiding] = await Promise.all([startApi(), startApi({ k: 10 })]);
});
afterAll(() => Promise.all([api.stop(), hiding.stop()]));

test("variants that the plan does not name are told, and in no other figure", async () => {
  const name = newName();
  await hiding.take("counts", [
    totals(name, "a", 500, 200),
    totals(name, "b", 500, 210),
    totals(name, "ghost", 300, 290),
    totals(name, "phantom", 4, 1),
  ]);
  const assumed = await resultsOf(hiding, name);
  expect(assumed.arms.map(({ variant }) => variant)).toEqual(["a", "b", "ghost", "phantom"]);
  expect(assumed.unplanned).toEqual([]);
  await hiding.send("POST", EXPERIMENTS, recordOf(name));
  const planned = await resultsOf(hiding, name);
  // The second goes along, since only two can keep each other hidden.
  expect(planned.unplanned).toEqual([
    { variant: "ghost", people: null },
    { variant: "phantom", people: null },
  ]);
  expect(planned.arms.map(({ people }) => people)).toEqual([500, 500]);
  expect(planned.sampleRatio).toMatchObject({ state: "as_planned", p: 1 });

  await hiding.take("counts", [totals(name, "phantom", 0, 0), totals(name, "ghost", 301, 290)]);
  const { unplanned } = await resultsOf(hiding, name);
  expect(unplanned).toContainEqual({ variant: "ghost", people: 301 });
});

test("where nobody is in a variant of the plan, it is about no variant, and says so", async () => {
  const name = newName();
  await api.send("POST", EXPERIMENTS, recordOf(name));
  const before = await resultsOf(api, name);
  expect(before).toMatchObject({ variant: null, sentence: "Nobody has been asked yet." });
  await api.send("PATCH", `${EXPERIMENTS}/${name}`, { status: "stopped" });
  expect((await resultsOf(api, name)).sentence).toBe("Nobody was asked in this test.");
  await api.take("counts", [totals(name, "a-2", 50, 20), totals(name, "b-2", 50, 25)]);
  const elsewhere = await resultsOf(api, name);
  expect(elsewhere).toMatchObject({ recommendation: "keep_running", variant: null });
  expect(elsewhere.sentence).toContain("events name a-2 and b-2 instead");
});

test("totals of decisions alone are compared, though nobody is known to have been asked", async () => {
  const name = newName();
  const of = (variant: string, granted: number, declined: number) =>
    countRecord({ experiment: name, variant, granted, declined });
  await api.take("counts", [of("a", 4000, 4000), of("b", 4800, 3200)]);
  await api.send("POST", EXPERIMENTS, recordOf(name, { primary: "opt_in_rate", guardrails: [] }));
  const results = await resultsOf(api, name);
  expect(results).toMatchObject({ from: null, recommendation: "ship", variant: "b" });
});

test("the sample ratio of groups too small to show does not tell their sizes", async () => {
  const name = newName();
  await hiding.take("counts", [totals(name, "a", 8, 3), totals(name, "b", 6, 3)]);
  const { sampleRatio, arms } = await resultsOf(hiding, name);
  expect(arms.map(({ people }) => people)).toEqual([null, null]);
  expect(sampleRatio).toMatchObject({ state: "as_planned", chiSquare: null, p: null });
  await hiding.take("counts", [totals(name, "a", 900, 300)]);
  const broken = await resultsOf(hiding, name);
  expect(broken.sampleRatio).toMatchObject({ state: "broken", chiSquare: null, p: null });
  expect(broken.sentence).toContain("(chance of that: less than 0.001)");
});
