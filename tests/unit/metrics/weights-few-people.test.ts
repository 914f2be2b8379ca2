// Weighted shares of people who answer more than once, and of few people.
import { describe, expect, test } from "vitest";
import type { Stratum } from "#shared/contract/population.ts";
import { postStratify } from "../../../server/stats/post-stratification.ts";
import { wilsonOfShares } from "../../../server/stats/wilson.ts";
import { answerTo, type Given, sent, times, totalOf } from "../../support/metric-answers.ts";

const all = { from: "2026-01-01", to: "2026-03-31", weights: "p" };
const cell = (generation: string, yes: number, no: number, stated: object = {}) => ({
  ...{ source: "tool", day: "2026-02-10", purpose: "ads" },
  ...{ generation, granted: yes, declined: no, ...stated },
});
const halves: Stratum[] = [
  { generation: "gen_z", share: 0.5 },
  { generation: "boomer", share: 0.5 },
];

describe("several answers of one person", () => {
  const answers = (generation: string, people: number, months: readonly string[]) =>
    times(people, (i) =>
      months.map((month) =>
        sent("survey_answered", `2026-${month}-10`, {
          subject: `${generation}${i}`,
          ...{ generation, score: i % 2 === 0 ? 5 : 1 },
        }),
      ),
    );

  test("widen the interval by the design effect of their stratum", () => {
    const events = [...answers("gen_z", 20, ["01", "02", "03"]), ...answers("boomer", 40, ["01"])];
    const effect = 3 * (20 / 19) * (59 / 60);
    const effective = 1 / (0.25 / (60 / effect) + 0.25 / 40);
    const { low, high } = wilsonOfShares(0.5, 0.5, effective, 0.95);
    expect(totalOf({ events, strata: halves }, "trust", all)).toMatchObject({
      ...{ n: 100, count: 50, value: 0.5, effectiveN: expect.closeTo(effective, 9) },
      ...{ low: expect.closeTo(low ?? 0, 10), high: expect.closeTo(high ?? 0, 10) },
    });
  });

  test("change nothing where everybody answers once: it is Kish's, to the last digit", () => {
    const events = [...answers("gen_z", 30, ["01"]), ...answers("boomer", 10, ["02"])];
    const plain = postStratify(
      [
        { sampleCount: 30, successes: 15, populationCount: 0.5 },
        { sampleCount: 10, successes: 5, populationCount: 0.5 },
      ],
      0.95,
    );
    expect(totalOf({ events, strata: halves }, "trust", all)).toMatchObject({
      ...{ value: plain.estimate, effectiveN: plain.effectiveSampleSize },
      ...{ low: plain.low, high: plain.high },
    });
  });
});

describe("small cells", () => {
  const total = (given: Given) =>
    answerTo({ k: 10, ...given }, "opt_in_rate", all).series[0]?.total;

  test("hide a figure that stands on a few people of a stratum that weighs much", () => {
    const strata: Stratum[] = [
      { generation: "gen_z", share: 0.9 },
      { generation: "boomer", share: 0.06 },
      { generation: "gen_x", share: 0.04 },
    ];
    const others = [cell("boomer", 400, 400), cell("gen_x", 100, 100)];
    expect(total({ strata, counts: [cell("gen_z", 3, 4), ...others] })).toEqual({
      suppressed: true,
    });
    expect(total({ strata, counts: [cell("gen_z", 9, 4), ...others] })).toMatchObject({
      n: 1013,
    });
  });

  test("hide what two strata would give away, the smaller of which is small", () => {
    const strata: Stratum[] = [
      { generation: "gen_z", share: 0.99 },
      { generation: "boomer", share: 0.01 },
    ];
    const counts = [cell("gen_z", 400, 400), cell("boomer", 2, 0)];
    expect(total({ strata, counts })).toEqual({ suppressed: true });
  });

  test("hide what is left out, and as much with it as it takes", () => {
    const counts = ["2026-01-10", "2026-02-10", "2026-03-10"].flatMap((day, i) => [
      cell("gen_z", 30, 10, { day }),
      cell("boomer", 10, 30, { day }),
      cell("unknown", [20, 4, 30][i] ?? 0, 0, { day }),
    ]);
    const query = { ...all, grain: "month" };
    const [series] = answerTo({ k: 10, counts, strata: halves }, "opt_in_rate", query).series;
    const left = (series?.points ?? []).map((point) => (point.suppressed ? "" : point.leftOut));
    expect(left).toEqual([
      { unknown: null, outside: 0 },
      { unknown: null, outside: 0 },
      { unknown: 30, outside: 0 },
    ]);
    expect(series?.total).toMatchObject({ n: 240, leftOut: { unknown: 54, outside: 0 } });
  });
});
