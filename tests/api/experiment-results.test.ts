// Results out of events: what is counted, and for whom.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { event } from "../support/api-records.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";
import { decided, newName, resultsOf } from "../support/experiment-api.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe("out of events", () => {
  test("exposures whose week is not over are no zeros", async () => {
    const name = newName();
    await api.take("events", [
      ...decided(name, "a", 150, 60, { at: "2026-03-10T09:00:00Z" }),
      ...decided(name, "b", 150, 80, { at: "2026-03-10T09:00:00Z" }),
      ...decided(name, "a", 40, 0, { at: "2026-03-25T09:00:00Z" }),
      event("granted", { at: "2026-03-30T09:00:00Z" }),
    ]);
    const { arms, comparisons, from, to, matureTo, plan } = await resultsOf(api, name);
    expect(plan.shares).toBe("equal");
    expect([from, to, matureTo]).toEqual(["2026-03-10", "2026-03-25", "2026-03-10"]);
    expect(arms.map(({ people, matureExposures }) => [people, matureExposures])).toEqual([
      [190, 150],
      [150, 150],
    ]);
    expect(arms[0]?.daily).toEqual([
      { day: "2026-03-10", people: 150 },
      { day: "2026-03-25", people: 40 },
    ]);
    const [primary] = comparisons[0]?.outcomes ?? [];
    expect(primary).toMatchObject({ outcome: "opt_in_yield", control: { n: 150, count: 60 } });
    expect(primary?.difference).toBeCloseTo(20 / 150, 12);
  });

  test("early withdrawals are of the people asked, not of those who said yes", async () => {
    const name = newName();
    const at = "2026-03-05T09:00:00Z";
    const left = decided(name, "b", 30, 30, { at }).flatMap((grant) => [
      grant,
      event("withdrawn", {
        subject: grant.subject,
        at: "2026-03-08T09:00:00Z",
        experiment: name,
        variant: "b",
      }),
    ]);
    await api.take("events", [
      ...decided(name, "a", 200, 100, { at }),
      ...left,
      ...decided(name, "b", 170, 70, { at }),
    ]);
    const outcomes = (await resultsOf(api, name)).comparisons[0]?.outcomes ?? [];
    expect(outcomes.find(({ outcome }) => outcome === "early_withdrawal")).toMatchObject({
      role: "guardrail",
      better: "down",
      control: { n: 200, count: 0 },
      variant: { n: 200, count: 30 },
    });
  });

  test("who crosses over stays as first assigned, and is bounded when left out", async () => {
    const name = newName();
    const at = "2026-03-05T09:00:00Z";
    const first = decided(name, "a", 200, 80, { at });
    const again = first.slice(0, 12).map(({ subject }) =>
      event("granted", {
        subject,
        notice: "n1",
        at: "2026-03-06T09:00:00Z",
        experiment: name,
        variant: "b",
      }),
    );
    await api.take("events", [...first, ...decided(name, "b", 200, 100, { at }), ...again]);
    const { arms, comparisons } = await resultsOf(api, name);
    expect(arms.map(({ people, crossovers }) => [people, crossovers])).toEqual([
      [200, 12],
      [200, 0],
    ]);
    const without = comparisons[0]?.sensitivity.find((one) => one.without === "crossovers");
    expect(without).toMatchObject({ kind: "bound", leftOut: 12 });
    expect(without?.low).toBeCloseTo(0.5 - 80 / 188, 12);
    expect(without?.high).toBeCloseTo(0.5 - 68 / 188, 12);
  });

  test("what a signal decided is counted apart, and left out once more", async () => {
    const name = newName();
    const at = "2026-03-05T09:00:00Z";
    const signal = (variant: string) => decided(name, variant, 50, 0, { at, method: "signal" });
    await api.take("events", [
      ...decided(name, "a", 200, 80, { at }),
      ...decided(name, "b", 200, 100, { at }),
      ...signal("a"),
      ...signal("b"),
    ]);
    const { arms, comparisons } = await resultsOf(api, name);
    expect(arms.map(({ signals }) => signals)).toEqual([50, 50]);
    expect(comparisons[0]?.outcomes[0]?.difference).toBeCloseTo(20 / 250, 12);
    const without = comparisons[0]?.sensitivity.find((one) => one.without === "signals");
    expect(without?.difference).toBeCloseTo(20 / 200, 12);
  });
});
