import { describe, expect, it } from "vitest";
import { betaTails, type LogTails } from "../../../server/stats/beta-tails.ts";
import { gammaTails } from "../../../server/stats/gamma-tails.ts";
import { betaLogOdds, fQuantile, gammaQuantile } from "../../../server/stats/quantiles.ts";
import {
  chiSquareAbove,
  normalBelow,
  twoSidedNormal,
  twoSidedT,
} from "../../../server/stats/tails.ts";
import { readReference } from "./reference.ts";

type Tails = { logLower: number | null; logUpper: number | null };
type TailCase =
  | ({ of: "gamma"; shape: number; x: number } & Tails)
  | ({ of: "beta"; a: number; b: number; logOdds: number } & Tails)
  | { of: "normal"; z: number; twoSided: number };

const { cases } = readReference<{ cases: TailCase[] }>("tails");

/** Relative error of the larger of both, in the logarithm plus one: of the probability, or its exponent. */
function worst(got: LogTails, want: Tails): number {
  const error = (ours: number, theirs: number | null) =>
    theirs === null ? 0 : Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs));
  return Math.max(error(got.logLower, want.logLower), error(got.logUpper, want.logUpper));
}

describe("tails against 40-digit values", () => {
  it("gives both tails of gamma to 1e-14 of their logarithm", () => {
    const gamma = cases.filter((c) => c.of === "gamma");
    const errors = gamma.map((c) => worst(gammaTails(c.shape, c.x), c));
    expect(errors.length).toBeGreaterThan(100);
    expect(Math.max(...errors)).toBeLessThan(1e-14);
  });

  it("gives both tails of beta to 1e-12 at counts of a million, to 1e-14 below a thousand", () => {
    const beta = cases.filter((c) => c.of === "beta");
    const errors = (chosen: typeof beta) =>
      chosen.map((c) => worst(betaTails(c.a, c.b, c.logOdds), c));
    expect(Math.max(...errors(beta))).toBeLessThan(1e-12);
    const small = beta.filter(({ a, b }) => a + b < 1000);
    expect(small.length).toBeGreaterThan(50);
    expect(Math.max(...errors(small))).toBeLessThan(1e-14);
  });

  it("gives the normal tail to 1e-13 as far as 37 standard errors", () => {
    for (const c of cases.filter(({ of }) => of === "normal")) {
      if (c.of !== "normal") continue;
      expect(Math.abs(twoSidedNormal(c.z) / c.twoSided - 1)).toBeLessThan(1e-13);
      expect(Math.abs(normalBelow(-c.z) / (c.twoSided / 2) - 1)).toBeLessThan(1e-13);
    }
  });

  it("knows the closed forms", () => {
    for (const t of [0, 1e-9, 0.5, 1, 3, 1e6, 1e200]) {
      expect(twoSidedT(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 14);
      expect(twoSidedT(t, 2)).toBeCloseTo(1 - t / Math.hypot(t, Math.SQRT2), 14);
      expect(twoSidedT(-t, 7)).toBe(twoSidedT(t, 7));
    }
    for (const x of [0, 1e-9, 1, 40, 1000]) {
      expect(chiSquareAbove(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
    }
    expect(twoSidedT(Number.POSITIVE_INFINITY, 3)).toBe(0);
  });
});

describe("quantiles of beta, gamma and F", () => {
  const levels = [1e-12, 1e-6, 0.0005, 0.025, 0.3, 0.5, 0.7, 0.975, 1 - 1e-6];
  const sizes = [0.5, 1, 2.5, 30, 4000, 250_000];

  it("are where the tail has that probability", () => {
    for (const side of ["lower", "upper"] as const) {
      const pick = (tails: LogTails) =>
        Math.exp(side === "lower" ? tails.logLower : tails.logUpper);
      for (const p of levels) {
        for (const a of sizes) {
          expect(pick(gammaTails(a, gammaQuantile(side, p, a))) / p).toBeCloseTo(1, 10);
          for (const b of sizes) {
            expect(pick(betaTails(a, b, betaLogOdds(side, p, a, b))) / p).toBeCloseTo(1, 10);
          }
        }
      }
    }
  });

  it("turn round with the sides", () => {
    expect(fQuantile("lower", 0.025, 4, 9) * fQuantile("upper", 0.025, 9, 4)).toBeCloseTo(1, 12);
    expect(betaLogOdds("lower", 0.025, 3, 8)).toBeCloseTo(-betaLogOdds("upper", 0.025, 8, 3), 12);
  });
});
