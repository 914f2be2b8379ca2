import { describe, expect, test } from "vitest";
import { normalShare, Random, weightedKeys } from "../../../seed/random.ts";

function draw(count: number, seed: number, stream: number): number[] {
  const random = new Random(seed, stream);
  return Array.from({ length: count }, () => random.next());
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("random numbers", () => {
  test("the same seed and stream give the same numbers, others give others", () => {
    expect(draw(5, 7, 42)).toEqual(draw(5, 7, 42));
    expect(draw(5, 7, 43)).not.toEqual(draw(5, 7, 42));
    expect(draw(5, 8, 42)).not.toEqual(draw(5, 7, 42));
    expect(draw(5, 7 + 2 ** 32, 42)).not.toEqual(draw(5, 7, 42));
  });

  test("they are those of any other machine", () => {
    expect(draw(3, 1, 0)).toMatchInlineSnapshot(`
      [
        0.10934149869717658,
        0.5459364401176572,
        0.4602372949011624,
      ]
    `);
  });

  test("they are uniform, also across neighbouring streams", () => {
    const along = draw(100_000, 3, 0);
    const across = Array.from({ length: 100_000 }, (_, stream) => new Random(3, stream).next());
    for (const values of [along, across]) {
      expect(Math.abs(mean(values) - 1 / 2)).toBeLessThan(0.004);
      expect(Math.abs(mean(values.map((value) => value ** 2)) - 1 / 3)).toBeLessThan(0.004);
      expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
      expect(Math.max(...values.slice(0, 50_000))).toBeLessThan(1);
    }
    const products = across.slice(1).map((value, index) => value * (across[index] ?? 0));
    expect(Math.abs(mean(products) - 1 / 4)).toBeLessThan(0.004);
  });

  test("normal, exponential and integer draws have their means", () => {
    const random = new Random(5, 1);
    const of = (next: () => number) => Array.from({ length: 50_000 }, next);
    const normal = of(() => random.normal());
    expect(Math.abs(mean(normal))).toBeLessThan(0.02);
    expect(Math.abs(mean(normal.map((z) => z * z)) - 1)).toBeLessThan(0.03);
    expect(Math.abs(mean(of(() => random.exponential(10))) - 10)).toBeLessThan(0.2);
    expect(Math.abs(mean(of(() => random.integer(2, 4))) - 3)).toBeLessThan(0.02);
  });

  test("choices follow their weights, and what weighs nothing is never chosen", () => {
    const random = new Random(9, 1);
    const table = weightedKeys({ never: 0, seldom: 1, often: 3 });
    const counts = { never: 0, seldom: 0, often: 0 };
    for (let round = 0; round < 20_000; round++) counts[random.choose(table)] += 1;
    expect(counts.never).toBe(0);
    expect(Math.abs(counts.often / 20_000 - 0.75)).toBeLessThan(0.015);
  });

  test("the normal distribution is that of the tables", () => {
    expect(normalShare(0)).toBeCloseTo(0.5, 6);
    expect(normalShare(1.959964)).toBeCloseTo(0.975, 6);
    expect(normalShare(-1.281552)).toBeCloseTo(0.1, 6);
  });
});
