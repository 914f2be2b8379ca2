/**
 * Difference of two means made sharper by the same metric from before the experiment (CUPED).
 *
 * Formula: theta = (Sxy control + Sxy variant)/(Sxx control + Sxx variant), sums of products about
 * each arm's own means; difference = (ȳv − ȳc) − theta (x̄v − x̄c); with s² of y − theta x per arm:
 *   standard error = √(s²v/nv + s²c/nc), degrees of freedom by Welch-Satterthwaite, Student t;
 *   variance reduction = 1 − that variance / the same without theta (may be a little negative).
 * Units: those of y, variant minus control. x has to be from before the exposure; theta counts as
 * known, which is fine from some 50 people an arm on.
 * Null: everything where an arm has fewer than two people; degrees of freedom and p-value where
 * y − theta x does not vary (both limits are then the difference); the reduction where y does not.
 * Where x does not vary, theta is 0: no adjustment.
 * Source: Deng, Xu, Kohavi & Walker 2013, WSDM; Welch 1947, Biometrika 34:28.
 */
import { criticalT } from "./quantiles.ts";
import { twoSidedT } from "./tails.ts";

export type BeforeAfter = { x: number; y: number };

export type Adjusted = {
  theta: number | null;
  difference: number | null;
  standardError: number | null;
  degreesOfFreedom: number | null;
  pValue: number | null;
  low: number | null;
  high: number | null;
  varianceReduction: number | null;
};

/** What rounding may leave of a variance, as a share of the one it was taken from. */
const ROUND_OFF = 1e-28;

export function cuped(
  control: readonly BeforeAfter[],
  variant: readonly BeforeAfter[],
  confidence: number,
): Adjusted {
  // Means from one person on, so that their difference keeps its digits far from zero.
  const origin = control[0] ?? { x: 0, y: 0 };
  const c = centred(control, origin);
  const v = centred(variant, origin);
  if (c.n < 2 || v.n < 2) return unknown;
  const xx = dot(c.x, c.x) + dot(v.x, v.x);
  const theta = xx === 0 ? 0 : (dot(c.x, c.y) + dot(v.x, v.y)) / xx;
  const difference = v.meanY - c.meanY - theta * (v.meanX - c.meanX);
  const plain = varianceOfMean(v, 0) + varianceOfMean(c, 0);
  const ofControl = varianceOfMean(c, theta);
  const ofVariant = varianceOfMean(v, theta);
  const variance = ofVariant + ofControl;
  if (variance <= ROUND_OFF * plain) {
    const varianceReduction = plain === 0 ? null : 1;
    const limits = { low: difference, high: difference };
    return { ...unknown, theta, difference, standardError: 0, ...limits, varianceReduction };
  }
  const standardError = Math.sqrt(variance);
  const degreesOfFreedom =
    1 / ((ofVariant / variance) ** 2 / (v.n - 1) + (ofControl / variance) ** 2 / (c.n - 1));
  const reach = criticalT(confidence, degreesOfFreedom) * standardError;
  return {
    theta,
    difference,
    standardError,
    degreesOfFreedom,
    pValue: twoSidedT(difference / standardError, degreesOfFreedom),
    low: difference - reach,
    high: difference + reach,
    varianceReduction: 1 - variance / plain,
  };
}

const unknown: Adjusted = {
  theta: null,
  difference: null,
  standardError: null,
  degreesOfFreedom: null,
  pValue: null,
  low: null,
  high: null,
  varianceReduction: null,
};

type Centred = { n: number; meanX: number; meanY: number; x: number[]; y: number[] };

function centred(people: readonly BeforeAfter[], origin: BeforeAfter): Centred {
  const [meanX, x] = aboutMean(
    people.map((person) => person.x),
    origin.x,
  );
  const [meanY, y] = aboutMean(
    people.map((person) => person.y),
    origin.y,
  );
  return { n: people.length, meanX, meanY, x, y };
}

/** The mean from the origin on, and the values from the mean on: from the first value, so that equal values give exactly 0. */
function aboutMean(values: readonly number[], origin: number): [number, number[]] {
  const first = values[0] ?? 0;
  const mean = values.reduce((sum, value) => sum + (value - first), 0) / values.length;
  return [first - origin + mean, values.map((value) => value - first - mean)];
}

function varianceOfMean({ n, x, y }: Centred, theta: number): number {
  const left = y.map((value, i) => value - theta * (x[i] ?? 0));
  return dot(left, left) / (n - 1) / n;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
