import { describe, expect, it } from "vitest";
import {
  chiSquareQuantile,
  criticalT,
  criticalZ,
  fairCoinQuantile,
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

function worstRelativeError(chosen: QuantileCase[]): number {
  expect(chosen.length).toBeGreaterThan(0);
  return Math.max(
    ...chosen.map((wanted) => Math.abs(answer(wanted) - wanted.value) / (wanted.value || 1)),
  );
}

describe("quantiles against 40-digit values", () => {
  it("gives z to 1e-13 up to a confidence of 0.999, to 1e-11 beyond", () => {
    const z = cases.filter((c) => c.quantile === "z");
    const usual = z.filter((c) => c.quantile === "z" && c.confidence <= 0.999);
    expect(worstRelativeError(usual)).toBeLessThan(1e-13);
    expect(worstRelativeError(z)).toBeLessThan(1e-11);
  });

  it("gives t from 1 to a million degrees of freedom to 1e-12", () => {
    expect(worstRelativeError(cases.filter((c) => c.quantile === "t"))).toBeLessThan(1e-12);
  });

  it("gives chi-square to 1e-12 for tails of 0.0005 and more, on both sides of the expansion", () => {
    const usual = cases.filter((c) => c.quantile === "chiSquare" && c.p >= 5e-4 && c.p <= 0.9995);
    expect(worstRelativeError(usual)).toBeLessThan(1e-12);
  });

  it("gives chi-square to 1e-11 down to tails of one in a million", () => {
    const all = cases.filter((c) => c.quantile === "chiSquare");
    expect(worstRelativeError(all)).toBeLessThan(1e-11);
  });

  it("gives the fair-coin count exactly", () => {
    expect(worstRelativeError(cases.filter((c) => c.quantile === "fairCoin"))).toBe(0);
  });

  it("answers the same when asked again", () => {
    expect(cases.map(answer)).toEqual(cases.map(answer));
  });
});
