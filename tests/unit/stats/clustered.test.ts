// Shares and means of several answers a person: worked by hand, at the edges, and in a simulation.
import { describe, expect, test } from "vitest";
import { clusteredMean, clusteredShare, type PairSums } from "../../../server/stats/clustered.ts";
import { meanInterval } from "../../../server/stats/mean-interval.ts";
import { criticalT, criticalZ } from "../../../server/stats/quantiles.ts";
import { wilson, wilsonOfShares } from "../../../server/stats/wilson.ts";

const none: PairSums = { pairs: 0, products: 0, sums: 0 };

/** The sums of people's answers. */
function sumsOf(people: readonly (readonly number[])[]) {
  const values = people.flat();
  const add = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
  const found = people.flatMap((own) => own.flatMap((a, i) => own.slice(0, i).map((b) => [a, b])));
  return {
    n: values.length,
    sum: add(values),
    scores: { n: values.length, sum: add(values), sumOfSquares: add(values.map((y) => y * y)) },
    pairs: {
      pairs: found.length,
      products: add(found.map(([a = 0, b = 0]) => a * b)),
      sums: add(found.map(([a = 0, b = 0]) => a + b)),
    },
  };
}
function shareOf(people: readonly (readonly number[])[]) {
  const { n, sum, pairs } = sumsOf(people);
  return clusteredShare(sum, n, pairs, 0.95);
}
function meanOf(people: readonly (readonly number[])[]) {
  const { scores, pairs } = sumsOf(people);
  return clusteredMean(scores, pairs, 0.95);
}

describe("without pairs", () => {
  test("both are the plain intervals, bit for bit", () => {
    for (const [successes, trials] of [
      [0, 0],
      [0, 1],
      [3, 7],
      [7, 7],
      [12_345, 99_999],
    ] as const) {
      expect(clusteredShare(successes, trials, none, 0.95)).toEqual(
        wilson(successes, trials, 0.95),
      );
    }
    for (const n of [0, 1, 2, 40]) {
      const scores = { n, sum: 3 * n, sumOfSquares: 10 * n };
      expect(clusteredMean(scores, none, 0.9)).toEqual(meanInterval(scores, 0.9));
    }
  });
});

describe("a share", () => {
  test("by hand: people (1 1), (1 0), (0 0), (0 0) and two with one answer, 1 and 0", () => {
    // p = 4/10; Σr² = 2.4; pair products .36, −.24, .16, .16 = .44: (2.4 + .88)/2.4 = 1.3666…;
    // G = 100/(10 + 8) = 5.5555…, G/(G − 1) · 9/10 = 1.09756…: D = 1.5.
    const { low, high } = shareOf([[1, 1], [1, 0], [0, 0], [0, 0], [1], [0]]);
    const byHand = wilsonOfShares(0.4, 0.6, 10 / 1.5, 0.95);
    expect(low).toBeCloseTo(byHand.low ?? 0, 12);
    expect(high).toBeCloseTo(byHand.high ?? 0, 12);
    const z = criticalZ(0.95);
    const n = 10 / 1.5;
    const reach = z * Math.sqrt(0.24 / n + (z * z) / (4 * n * n));
    expect(high).toBeCloseTo((0.4 + (z * z) / (2 * n) + reach) / (1 + (z * z) / n), 12);
  });

  test("is never taken for surer than of that many people", () => {
    // Each person says both: the pairs go against each other.
    expect(
      shareOf([
        [1, 0],
        [1, 0],
        [1, 0],
      ]),
    ).toEqual(wilson(3, 6, 0.95));
  });

  test.each([0, 1])("of %i throughout counts people, not answers", (y) => {
    const people = Array.from({ length: 20 }, () => [y, y, y]);
    const { estimate, low, high } = shareOf(people);
    const ofPeople = wilson(20 * y, 20, 0.95);
    expect(estimate).toBe(y);
    expect(low).toBeCloseTo(ofPeople.low ?? 0, 12);
    expect(high).toBeCloseTo(ofPeople.high ?? 0, 12);
  });

  test("of one person is as good as one answer", () => {
    expect(shareOf([[1, 0, 1, 0]])).toEqual(wilsonOfShares(0.5, 0.5, 1, 0.95));
  });
});

describe("a mean", () => {
  test("by hand: people (5 5), (4 2), (1 1), (3)", () => {
    // Mean 3, Σr² = 4+4+1+1+4+4 = 18, s²/n = 18/42; pairs 4 − 1 + 4 = 7: 1 + 14/18 = 16/9;
    // G = 49/13, G/(G − 1) · 6/7 = 49/36 · 6/7 = 7/6: D = 112/54.
    const { mean, low, high } = meanOf([[5, 5], [4, 2], [1, 1], [3]]);
    const reach = criticalT(0.95, 49 / 13 - 1) * Math.sqrt((18 / 42) * (112 / 54));
    expect(mean).toBe(3);
    expect(low).toBeCloseTo(3 - reach, 12);
    expect(high).toBeCloseTo(3 + reach, 12);
  });

  test("of which all answers are the same is a point, as without pairs", () => {
    expect(meanOf([[4, 4], [4, 4], [4]])).toMatchObject({ mean: 4, low: 4, high: 4 });
  });

  test("has no limits where the answers are as good as one person's", () => {
    const { mean, standardDeviation, low, high } = meanOf([[1, 5, 3]]);
    expect({ mean, standardDeviation, low, high }).toEqual({
      mean: 3,
      standardDeviation: 2,
      low: null,
      high: null,
    });
  });

  test("keeps its digits where sums are large", () => {
    const people = Array.from({ length: 2 }, (_, i) => [i + 1, i + 1]);
    const many = sumsOf(people);
    const times = 1e9;
    const scores = {
      n: many.n * times,
      sum: many.sum * times,
      sumOfSquares: many.scores.sumOfSquares * times,
    };
    const pairs = {
      pairs: 2 * times,
      products: many.pairs.products * times,
      sums: many.pairs.sums * times,
    };
    // 2e9 people: √(1/4 / 2e9), with z for t.
    const { low } = clusteredMean(scores, pairs, 0.95);
    expect(1.5 - (low ?? 0)).toBeCloseTo(criticalZ(0.95) * Math.sqrt(0.25 / 2e9), 11);
  });
});

/** Numbers in 0…1, the same ones each time. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe("at three answers a person, of whom half say again what they said", () => {
  const RUNS = 2000;
  const PEOPLE = 200;
  const covers = (truth: number, { low, high }: { low: number | null; high: number | null }) =>
    (low ?? 0) <= truth && truth <= (high ?? 1);

  /** A person's three draws: all the same, or each its own. */
  function draw(chance: () => number, one: () => number): number[] {
    const first = one();
    return chance() < 0.5 ? [first, first, first] : [first, one(), one()];
  }

  test.each([0.2, 0.5, 0.86])("the interval of a share of %d covers what it says", (truth) => {
    const chance = chances(7);
    let [clustered, plain] = [0, 0];
    for (let run = 0; run < RUNS; run += 1) {
      const people = Array.from({ length: PEOPLE }, () =>
        draw(chance, () => (chance() < truth ? 1 : 0)),
      );
      const { n, sum, pairs } = sumsOf(people);
      if (covers(truth, clusteredShare(sum, n, pairs, 0.95))) clustered += 1;
      if (covers(truth, wilson(sum, n, 0.95))) plain += 1;
    }
    expect(clustered / RUNS).toBeGreaterThanOrEqual(0.93);
    expect(clustered / RUNS).toBeLessThanOrEqual(0.97);
    expect(plain / RUNS).toBeLessThan(0.88);
  });

  test("so does that of a mean", () => {
    const chance = chances(11);
    let [clustered, plain] = [0, 0];
    for (let run = 0; run < RUNS; run += 1) {
      const people = Array.from({ length: 40 }, () =>
        draw(chance, () => 1 + Math.floor(5 * chance())),
      );
      const { scores, pairs } = sumsOf(people);
      if (covers(3, clusteredMean(scores, pairs, 0.95))) clustered += 1;
      if (covers(3, meanInterval(scores, 0.95))) plain += 1;
    }
    expect(clustered / RUNS).toBeGreaterThanOrEqual(0.93);
    expect(clustered / RUNS).toBeLessThanOrEqual(0.97);
    expect(plain / RUNS).toBeLessThan(0.88);
  });
});
