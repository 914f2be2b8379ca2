import { describe, expect, it } from "vitest";
import {
  criticalT,
  criticalZ,
  fairCoinQuantile,
  gammaQuantile,
} from "../../../server/stats/quantiles.ts";
import { readReference } from "./reference.ts";

type QuantileCase = { value: number } & (
  | { quantile: "z"; confidence: number }
  | { quantile: "chiSquare"; p: number; df: number }
  | { quantile: "t"; confidence: number; df: number }
  | { quantile: "fairCoin"; p: number; trials: number }
);

const { cases } = readReference<{ cases: QuantileCase[] }>("quantiles");

function answer(wanted: QuantileCase): number {
  switch (wanted.quantile) {
    case "z":
      return criticalZ(wanted.confidence);
    case "chiSquare":
      return chiSquareQuantile(wanted.p, wanted.df);
    case "t":
      return criticalT(wanted.confidence, wanted.df);
    case "fairCoin":
      return fairCoinQuantile(wanted.p, wanted.trials);
  }
}

/** From the nearer end, as the intervals ask for it. */
function chiSquareQuantile(p: number, df: number): number {
  const half = p < 0.5 ? gammaQuantile("lower", p, df / 2) : gammaQuantile("upper", 1 - p, df / 2);
  return 2 * half;
}

function worstRelativeError(chosen: QuantileCase[]): number {
  expect(chosen.length).toBeGreaterThan(0);
  return Math.max(
    ...chosen.map((wanted) => Math.abs(answer(wanted) - wanted.value) / (wanted.value || 1)),
  );
}

describe("quantiles against 40-digit values", () => {
  it("gives z to 1e-15", () => {
    const z = cases.filter((c) => c.quantile === "z");
    expect(worstRelativeError(z)).toBeLessThan(1e-15);
  });

  it("gives t from 1 to a million degrees of freedom to 1e-12", () => {
    expect(worstRelativeError(cases.filter((c) => c.quantile === "t"))).toBeLessThan(1e-12);
  });

  it("gives chi-square to 1e-13 down to tails of one in a million, on both sides of the expansion", () => {
    const all = cases.filter((c) => c.quantile === "chiSquare");
    expect(worstRelativeError(all)).toBeLessThan(1e-13);
  });

  it("gives the fair-coin count exactly", () => {
    expect(worstRelativeError(cases.filter((c) => c.quantile === "fairCoin"))).toBe(0);
  });

  it("answers the same when asked again", () => {
    expect(cases.map(answer)).toEqual(cases.map(answer));
  });
});
