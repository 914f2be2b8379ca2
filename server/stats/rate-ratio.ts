/**
 * Ratio of two rates of events over exposure, exact given the total of events.
 *
 * Formula: ratio = (xa/Ta)/(xb/Tb). Given n = xa + xb, xa ~ Binomial(n, π); with α = 1 − confidence
 * the Clopper-Pearson limits of π, pL = beta(α/2; xa, xb + 1) and pU = beta(1 − α/2; xa + 1, xb),
 * give pL/(1 − pL) · Tb/Ta and pU/(1 − pU) · Tb/Ta. p-value: exact binomial test of
 * π = Ta/(Ta + Tb) by the minimum-likelihood rule (not twice the smaller tail), so it and the
 * interval may disagree at the margin.
 * Units: none, a over b. `low` is exactly 0 where xa = 0; ratio and `high` are Infinity where xb = 0.
 * Null: everything where both have no events, or one has no exposure.
 * Source: Clopper & Pearson 1934, Biometrika 26:404; R's poisson.test.
 */
import { binomialTest } from "./binomial-test.ts";
import { betaLogOdds } from "./quantiles.ts";

export type Exposure = { events: number; exposureDays: number };

export type RateRatio = {
  ratio: number | null;
  low: number | null;
  high: number | null;
  pValue: number | null;
};

export function rateRatio(a: Exposure, b: Exposure, confidence: number): RateRatio {
  const total = a.events + b.events;
  if (total === 0 || a.exposureDays === 0 || b.exposureDays === 0) {
    return { ratio: null, low: null, high: null, pValue: null };
  }
  const tail = (1 - confidence) / 2;
  const perExposure = b.exposureDays / a.exposureDays;
  const ratioOf = (logOdds: number) => Math.exp(logOdds) * perExposure;
  const { POSITIVE_INFINITY } = Number;
  return {
    ratio: b.events === 0 ? POSITIVE_INFINITY : (a.events / b.events) * perExposure,
    low: a.events === 0 ? 0 : ratioOf(betaLogOdds("lower", tail, a.events, b.events + 1)),
    high:
      b.events === 0
        ? POSITIVE_INFINITY
        : ratioOf(betaLogOdds("upper", tail, a.events + 1, b.events)),
    pValue: binomialTest(a.events, total, a.exposureDays / b.exposureDays),
  };
}
