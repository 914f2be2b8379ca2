// One look at two arms agrees with the always-valid method, and what it is judged to say.
import { describe, expect, test } from "vitest";
import { judge } from "../../../server/experiments/judge.ts";
import { lookAt, looks } from "../../../server/experiments/look.ts";
import { answerStandings, standing, standings } from "../../../server/experiments/standing.ts";
import { alwaysValid } from "../../../server/stats/always-valid.ts";

const arm = (trials: number, successes: number) => ({ trials, successes });
const sizes = [
  [400, 150, 420, 190],
  [2000, 800, 2100, 950],
  [9000, 3600, 9100, 4000],
] as const;

describe("a look", () => {
  test("has the limits and the p of the always-valid sequence", () => {
    const cumulative = sizes.map(([na, xa, nb, xb]) => ({ a: arm(na, xa), b: arm(nb, xb) }));
    const expected = alwaysValid(cumulative, 0.05, 20_000).looks;
    const at90 = alwaysValid(cumulative, 0.1, 20_000).looks;
    const got = looks(
      100,
      {
        control: sizes.map(([n, x]) => standing(n, x)),
        variant: sizes.map(([, , n, x]) => standing(n, x)),
      },
      sizes.map(([na, , nb]) => na + nb),
      20_000,
    );
    expect(got.map(({ day }) => day)).toEqual([100, 101, 102]);
    for (const [i, look] of got.entries()) {
      expect(look.low).toBeCloseTo(expected[i]?.low ?? 9, 12);
      expect(look.high).toBeCloseTo(expected[i]?.high ?? 9, 12);
      expect(look.low90).toBeCloseTo(at90[i]?.low ?? 9, 12);
      expect(look.p).toBeCloseTo(expected[i]?.pValue ?? 9, 12);
      expect(look.smallestP).toBeCloseTo(expected[i]?.runningPValue ?? 9, 12);
    }
  });

  test("says nothing with fewer than 100 people in an arm", () => {
    const progress = { people: 600, tunedFor: 5000 };
    expect(lookAt(standing(99, 50), standing(500, 250), progress)).toBeNull();
    expect(lookAt(standing(100, 50), standing(500, 250), progress)).not.toBeNull();
  });

  test("takes what was hardly seen for no more certain than five", () => {
    expect(standing(1000, 0).variance).toBe(standing(1000, 5).variance);
    expect(standing(1000, 1000).variance).toBe(standing(1000, 995).variance);
    expect(standing(1000, 0).value).toBe(0);
  });
});

describe("a judgement", () => {
  const of = (difference: number, standardError: number) => {
    const reach = 3 * standardError;
    return {
      difference,
      standardError,
      low: difference - reach,
      high: difference + reach,
      low90: difference - 2.7 * standardError,
      high90: difference + 2.7 * standardError,
      p: 0.01,
    };
  };
  const up = { better: "up", size: 0.03 } as const;

  test("is that it rose, where that is proven and may matter", () => {
    expect(judge(of(0.04, 0.01), 0.01, up)).toMatchObject({ moved: "rose", improved: true });
    expect(judge(of(0.04, 0.01), 0.06, up)).toMatchObject({ moved: "unclear", improved: false });
  });

  test("is no difference where one that matters is ruled out, proven or not", () => {
    const tiny = judge(of(0.01, 0.002), 0.001, up);
    expect(tiny).toMatchObject({ moved: "unclear", noDifference: true, notWorse: true });
  });

  test("takes a rise for harm where less is better", () => {
    const down = { better: "down", size: 0.03 } as const;
    expect(judge(of(0.04, 0.01), 0.01, down)).toMatchObject({ harmed: true, notWorse: false });
    expect(judge(of(-0.04, 0.01), 0.01, down)).toMatchObject({ improved: true, notWorse: true });
  });

  test("is silent without a look", () => {
    expect(judge(null, null, up)).toMatchObject({ moved: "unclear", notWorse: false });
  });
});

describe("where an arm stands", () => {
  const days = { first: 10, last: 12 };
  const flow = (day: number, stratum: string, n: number, count: number) => ({
    day,
    stratum,
    n,
    count,
  });

  test("adds up day by day", () => {
    const rows = standings([flow(10, "ads|n1", 100, 40), flow(12, "ads|n1", 50, 10)], days);
    expect(rows.map(({ n, count }) => [n, count])).toEqual([
      [100, 40],
      [100, 40],
      [150, 50],
    ]);
    expect(rows.map(({ effective }) => effective)).toEqual([100, 100, 150]);
  });

  test("takes three purposes of a person for one person", () => {
    const three = ["ads|n1", "analytics|n1", "email|n1"].map((name) => flow(10, name, 400, 100));
    const [first] = standings(three, days);
    expect(first?.n).toBe(1200);
    expect(first?.effective).toBeCloseTo(400, 9);
    expect(first?.variance).toBeCloseTo(standing(400, 100).variance ?? 0, 12);
  });

  test("takes two answers of a person for one where both say the same", () => {
    const pairs = { pairs: 100, products: 60, sums: 120 };
    const [one] = answerStandings([{ day: 10, n: 200, count: 120, ...pairs }], days);
    expect(one?.effective).toBe(100);
    expect(one?.variance).toBeGreaterThan(1.9 * (standing(200, 120).variance ?? 1));
  });
});
