// Results out of totals by day: published figures, many variants, and what stops the reading.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countRecord } from "../support/api-records.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";
import { EXPERIMENTS, newName, recordOf, resultsOf, totals } from "../support/experiment-api.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe("out of totals", () => {
  test("Cookie Cats, Udacity and Thornton come out as published", async () => {
    let name = newName();
    const day = "2026-03-01";
    await api.take("counts", [
      totals(name, "gate_30", 44700, 8502, { day }),
      totals(name, "gate_40", 45489, 8279, { day }),
    ]);
    const cats = await resultsOf(api, name);
    expect(cats.sampleRatio.p).toBeCloseTo(0.0086, 4);
    expect(cats.comparisons[0]?.outcomes[0]?.difference).toBeCloseTo(-0.008201, 6);
    expect(cats.comparisons[0]?.outcomes[0]?.fixed?.p).toBeCloseTo(0.001554, 6);

    name = "screener";
    await api.take("counts", [
      totals(name, "control", 17293, 3785, { day }),
      totals(name, "experiment", 17260, 3423, { day }),
      // Two weeks of clicks whose outcome was not yet known.
      countRecord({ experiment: name, variant: "control", shown: 11085, day: "2026-03-02" }),
      countRecord({ experiment: name, variant: "experiment", shown: 11065, day: "2026-03-02" }),
    ]);
    const screener = await resultsOf(api, name);
    expect(screener.arms.map(({ people, matureExposures }) => [people, matureExposures])).toEqual([
      [28378, 17293],
      [28325, 17260],
    ]);
    expect(screener.comparisons[0]?.outcomes[0]).toMatchObject({ moved: "fell" });
    expect(screener.comparisons[0]?.outcomes[0]?.difference).toBeCloseTo(-0.020555, 6);
    expect(screener.comparisons[0]?.outcomes[0]?.high).toBeLessThan(0);

    name = "incentive";
    await api.take("counts", [
      totals(name, "none-offered", 623, 211, { day }),
      totals(name, "offer", 2211, 1745, { day }),
    ]);
    const plan = [
      { slug: "none-offered", share: 22 },
      { slug: "offer", share: 78 },
    ];
    expect((await resultsOf(api, name)).recommendation).toBe("broken");
    await api.send("POST", EXPERIMENTS, recordOf(name, { variants: plan }));
    const planned = await resultsOf(api, name);
    expect(planned.sampleRatio.state).toBe("as_planned");
    expect(planned.comparisons[0]?.outcomes[0]?.difference).toBeCloseTo(0.450552, 6);
  });

  test("who was stopped without an answer is not told to go on, nor is one whose end is past", async () => {
    const days = { startDate: "2026-03-01", endDate: "2026-03-05" };
    for (const over of [{ status: "stopped" }, { ...days, status: "running" }]) {
      const name = newName();
      await api.take("counts", [
        totals(name, "a", 700, 350, { day: "2026-03-02" }),
        totals(name, "b", 700, 360, { day: "2026-03-02" }),
        // Later than its end, so that the as-of day is.
        totals("another", "b", 10, 5, { day: "2026-03-08" }),
      ]);
      const running = { plannedSubjects: 20_000, guardrails: [], status: "running" };
      const { id } = (await (
        await api.send("POST", EXPERIMENTS, recordOf(name, running))
      ).json()) as { id: string };
      const before = await resultsOf(api, name);
      // 1 400 of 20 000 people in the seven days since it began.
      expect(before).toMatchObject({ ended: false, daysNeeded: 93 });
      expect(before.sentence).toMatch(/^Keep b running for about \d+ more days: /);
      await api.send("PATCH", `${EXPERIMENTS}/${id}`, over);
      const after = await resultsOf(api, name);
      expect(after).toMatchObject({
        recommendation: "keep_running",
        ended: true,
        daysNeeded: null,
      });
      expect(after.sentence).toBe("b has ended without an answer on opt-in among those asked.");
    }
  });

  test("where nobody was asked what they understood, nothing is said of who answers", async () => {
    const name = newName();
    await api.take("counts", [totals(name, "a", 700, 350), totals(name, "b", 700, 360)]);
    const outcomes = (await resultsOf(api, name)).comparisons[0]?.outcomes ?? [];
    for (const outcome of ["understanding", "answer_share"]) {
      expect(outcomes.find((one) => one.outcome === outcome)).toMatchObject({
        difference: null,
        notWorse: false,
        missing: "nothing has been seen yet",
      });
    }
  });

  test("five variants at 5:1:1:1:1 with 344 000 people: the best one is shipped", async () => {
    const name = newName();
    const plan = [5, 1, 1, 1, 1].map((share, i) => ({ slug: `v${i}`, share }));
    const yields = [0.3, 0.302, 0.318, 0.33, 0.28];
    await api.take(
      "counts",
      plan.map(({ slug, share }, i) => {
        const people = Math.round((344_000 * share) / 9);
        return totals(name, slug, people, Math.round(people * (yields[i] ?? 0)), {
          day: "2026-03-01",
        });
      }),
    );
    const given = {
      variants: plan,
      guardrails: [],
      smallestEffect: 0.01,
      plannedSubjects: 344_000,
    };
    await api.send("POST", EXPERIMENTS, recordOf(name, given));
    const { recommendation, variant, sentence, comparisons, arms, sampleRatio } = await resultsOf(
      api,
      name,
    );
    expect(sampleRatio.state).toBe("as_planned");
    expect([recommendation, variant]).toEqual(["ship", "v3"]);
    expect(sentence).toMatch(
      /\. Nothing else was watched, so whether it is understood is not known\.$/,
    );
    expect(comparisons.map((one) => one.recommendation)).toEqual([
      "no_difference",
      "ship",
      "ship",
      "keep_the_control",
    ]);
    expect(arms.reduce((sum, { bayes }) => sum + (bayes?.probabilityBest ?? 0), 0)).toBeCloseTo(
      1,
      9,
    );
  });

  test("groups that are not of the planned size stop the reading, and show where it comes from", async () => {
    const name = newName();
    const on = (channel: string, a: number, b: number) => [
      totals(name, "a", a, 100, { channel, day: "2026-03-01" }),
      totals(name, "b", b, 100, { channel, day: "2026-03-01" }),
    ];
    await api.take("counts", [...on("web", 3000, 3010), ...on("ios", 1500, 900)]);
    await api.send("POST", EXPERIMENTS, recordOf(name));
    const { recommendation, sampleRatio, comparisons, cohorts, arms, sentence } = await resultsOf(
      api,
      name,
    );
    expect(recommendation).toBe("broken");
    expect(sentence).toContain("not of the planned size");
    expect([comparisons, cohorts.variants]).toEqual([[], []]);
    expect(arms.every(({ bayes }) => bayes === null)).toBe(true);
    // Region, language and day hold everybody, so they explain nothing.
    expect(sampleRatio.drivers).toMatchObject([{ dimension: "channel", value: "ios" }]);
  });

  test.each(["channel", "region", "locale", "day"] as const)(
    "of groups that are broken by %s that is named first",
    async (broken) => {
      const name = newName();
      const values = {
        channel: ["web", "ios"],
        region: ["DE", "FR"],
        locale: ["de-DE", "fr-FR"],
        day: ["2026-03-01", "2026-03-02"],
      };
      const names = ["channel", "region", "locale", "day"] as const;
      // Every combination, and of one value half of the people in b are missing.
      const records = Array.from({ length: 16 }, (_, i) => {
        const key = names.map((dimension, at) => [dimension, values[dimension][(i >> at) & 1]]);
        const own: Record<string, string> = Object.fromEntries(key);
        const missing = own[broken] === values[broken][1];
        return [totals(name, "a", 200, 90, own), totals(name, "b", missing ? 100 : 200, 45, own)];
      });
      await api.take("counts", records.flat());
      const { sampleRatio } = await resultsOf(api, name);
      expect(sampleRatio.state).toBe("broken");
      expect(sampleRatio.drivers[0]).toMatchObject({
        dimension: broken,
        value: values[broken][1],
        people: 2400,
      });
    },
  );

  test("answers by score are understanding, and those who answer are told apart by variant", async () => {
    const name = newName();
    const answers = (variant: string, scores: number[]) => {
      const { shown: _, ...key } = countRecord({ experiment: name, variant, day: "2026-03-01" });
      return { ...key, survey: "probe", question: "understanding", scores };
    };
    await api.take("counts", [
      totals(name, "a", 2000, 800, { day: "2026-03-01" }),
      totals(name, "b", 2000, 1100, { day: "2026-03-01" }),
      answers("a", [50, 50, 100, 200, 200]),
      answers("b", [150, 100, 150, 100, 100]),
    ]);
    const { recommendation, sentence, comparisons } = await resultsOf(api, name);
    const of = (outcome: string) => comparisons[0]?.outcomes.find((one) => one.outcome === outcome);
    expect(of("understanding")).toMatchObject({
      control: { n: 600, count: 400 },
      variant: { n: 600, count: 200 },
      moved: "fell",
    });
    expect(of("answer_share")).toMatchObject({ control: { n: 2000, count: 600 } });
    expect(recommendation).toBe("more_accepted_less_understood");
    expect(sentence).toMatch(
      /^Do not ship b: opt-in among those asked rose by 15\.0 points \(.*understanding fell by 33\.3 points\.$/,
    );
  });
});
