/**
 * Bayesian reading of two shares: chance that the variant is better, and what a wrong choice costs.
 *
 * Formula: posteriors Beta(prior.alpha + successes, prior.beta + failures), independent;
 *   P(V > C), E max(C − V, 0) and E max(V − C, 0) as integrals over the arm that is known better,
 *   by the trapezoidal rule in ln(x/(1 − x)), where beta densities are smooth bells and the rule
 *   is exact to rounding; the larger loss = the smaller + the difference of the means.
 * Units: probabilities; losses in shares. Limits are equal-tailed, not highest density.
 * Null: never, with a prior above 0: without trials the posterior is the prior.
 * Not safe under daily looks in the sense of error rates; state the prior where it is shown.
 * Source: Miller 2015, Formulas for Bayesian A/B Testing; Stucchio 2015; Trefethen & Weideman 2014,
 * SIAM Rev. 56:385 (the trapezoidal rule).
 */
import { betaTails, type LogTails } from "./beta-tails.ts";
import { differenceOfProducts } from "./products.ts";
import { betaLogOdds } from "./quantiles.ts";
import type { Counts } from "./two-proportion-test.ts";

export type Prior = { alpha: number; beta: number };
export type Posterior = { mean: number; low: number; high: number };

export type BetaBinomial = {
  probabilityVariantBeatsControl: number;
  expectedLossIfVariant: number;
  expectedLossIfControl: number;
  control: Posterior;
  variant: Posterior;
};

type Beta = { a: number; b: number };

const NEGLIGIBLE = 1e-18;

export function betaBinomial(
  arms: { control: Counts; variant: Counts },
  prior: Prior,
  credibility: number,
): BetaBinomial {
  const control = posterior(arms.control, prior);
  const variant = posterior(arms.variant, prior);
  const controlIsKnown = width(control) < width(variant);
  const known = controlIsKnown ? control : variant;
  const other = controlIsKnown ? variant : control;
  const better = controlIsKnown ? above : below;
  const [n, m] = [variant.a + variant.b, control.a + control.b];
  const gain = differenceOfProducts(variant.a, m, control.a, n) / n / m;
  // The smaller loss is that of the arm with the higher mean.
  const worse = controlIsKnown === gain >= 0 ? below : above;
  const smaller = integrate(known, other, worse.logTail, worse.miss);
  return {
    probabilityVariantBeatsControl: Math.min(
      1,
      integrate(known, other, better.logTail, (tails) => Math.exp(better.logTail(tails))),
    ),
    expectedLossIfVariant: gain >= 0 ? smaller : smaller - gain,
    expectedLossIfControl: gain >= 0 ? smaller + gain : smaller,
    control: summary(control, credibility),
    variant: summary(variant, credibility),
  };
}

function posterior({ successes, trials }: Counts, prior: Prior): Beta {
  return { a: prior.alpha + successes, b: prior.beta + (trials - successes) };
}

function width({ a, b }: Beta): number {
  return Math.sqrt(1 / a + 1 / b);
}

function summary({ a, b }: Beta, credibility: number): Posterior {
  const tail = (1 - credibility) / 2;
  const limit = (side: "lower" | "upper") => 1 / (1 + Math.exp(-betaLogOdds(side, tail, a, b)));
  return { mean: a / (a + b), low: limit("lower"), high: limit("upper") };
}

type Of = (tails: LogTails, arm: Beta, logOdds: number) => number;

/** Of the other arm W at the place x: ln P(W < x), and E max(x − W, 0). */
const below = {
  logTail: ({ logLower }: LogTails) => logLower,
  miss: (tails: LogTails, arm: Beta, logOdds: number) =>
    density(tails, arm) + beyond(arm, logOdds) * Math.exp(tails.logLower),
};
/** The same of P(W > x), and E max(W − x, 0). */
const above = {
  logTail: ({ logUpper }: LogTails) => logUpper,
  miss: (tails: LogTails, arm: Beta, logOdds: number) =>
    density(tails, arm) - beyond(arm, logOdds) * Math.exp(tails.logUpper),
};

function density({ logDensity }: LogTails, { a, b }: Beta): number {
  return Math.exp(logDensity) / (a + b);
}

/** How far x is above the mean. */
function beyond({ a, b }: Beta, logOdds: number): number {
  const x = 1 / (1 + Math.exp(-logOdds));
  const y = 1 / (1 + Math.exp(logOdds));
  return (x * b - y * a) / (a + b);
}

function integrate(known: Beta, other: Beta, logTail: (tails: LogTails) => number, of: Of): number {
  const step = Math.min(width(known) / 3, 0.4);
  const middle = Math.log(known.a / known.b);
  const knownAt = (k: number) => betaTails(known.a, known.b, middle + k * step);
  const otherAt = (k: number) => betaTails(other.a, other.b, middle + k * step);
  const peak = peakOf((k) => knownAt(k).logDensity + logTail(otherAt(k)));
  const at = (k: number) =>
    Math.exp(knownAt(k).logDensity) * Math.max(0, of(otherAt(k), other, middle + k * step));
  let sum = at(peak);
  let largest = sum;
  for (const direction of [1, -1]) {
    for (let k = peak + direction; ; k += direction) {
      const term = at(k);
      sum += term;
      largest = Math.max(largest, term);
      if (term <= NEGLIGIBLE * largest) break;
    }
  }
  return sum * step;
}

/** Where a concave function of whole numbers is largest. In the middle of one arm nothing may be left of the other's tail. */
function peakOf(of: (k: number) => number): number {
  let peak = 0;
  for (const direction of [1, -1]) {
    while (of(peak + direction) > of(peak)) peak += direction;
  }
  return peak;
}
