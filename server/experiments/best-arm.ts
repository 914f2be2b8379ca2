/**
 * The Bayesian reading of several arms: the chance that each has the highest share, and what choosing it costs otherwise.
 *
 * Formula: posteriors Beta(1 + yes, 1 + no), independent; P(best_i) = ∫ f_i Π_(j≠i) F_j, E max = Σ_i ∫ x f_i Π_(j≠i) F_j,
 *   loss_i = E max − E p_i; each integral over its own bell by the trapezoidal rule in ln(x/(1 − x)).
 * Units: probabilities; losses in shares. Counts may be fractions (effective ones). Null: never; without data the prior speaks.
 * Not safe under daily looks in the sense of error rates: nothing is decided by it.
 * Source: Miller 2015, Formulas for Bayesian A/B Testing; Stucchio 2015. With two arms the same as `beta-binomial`.
 */
import { betaTails } from "../stats/beta-tails.ts";
import { betaLogOdds } from "../stats/quantiles.ts";

export interface ArmReading {
  probabilityBest: number;
  expectedLoss: number;
  low: number;
  high: number;
}

interface Beta {
  a: number;
  b: number;
}

const TAIL = 0.025;
const STEPS_A_WIDTH = 4;
/** Of a bell: so little that the rest of it is nothing. */
const NEGLIGIBLE = 1e-18;

/** `arms` by effective people and yes among them. */
export function readArms(arms: readonly { n: number; count: number }[]): ArmReading[] {
  const posteriors = arms.map(({ n, count }) => ({ a: 1 + count, b: 1 + n - count }));
  const parts = posteriors.map((own) =>
    overBell(
      own,
      posteriors.filter((other) => other !== own),
    ),
  );
  const best = parts.reduce((sum, { mean }) => sum + mean, 0);
  return posteriors.map(({ a, b }, i) => ({
    probabilityBest: Math.min(1, parts[i]?.chance ?? 0),
    expectedLoss: Math.max(0, best - a / (a + b)),
    low: share(betaLogOdds("lower", TAIL, a, b)),
    high: share(betaLogOdds("upper", TAIL, a, b)),
  }));
}

/** The chance that `own` is above all others, and its mean there. */
function overBell(own: Beta, others: readonly Beta[]): { chance: number; mean: number } {
  const width = Math.sqrt(1 / own.a + 1 / own.b);
  const narrowest = Math.min(width, ...others.map(({ a, b }) => Math.sqrt(1 / a + 1 / b)));
  const step = Math.min(narrowest / STEPS_A_WIDTH, 0.25);
  const middle = Math.log(own.a / own.b);
  let [chance, mean] = [0, 0];
  const add = (place: number): boolean => {
    const density = Math.exp(betaTails(own.a, own.b, place).logDensity);
    const above = others.reduce(
      (product, { a, b }) => product * Math.exp(betaTails(a, b, place).logLower),
      density * step,
    );
    chance += above;
    mean += above * share(place);
    return density > NEGLIGIBLE;
  };
  add(middle);
  for (const side of [1, -1]) for (let k = side; add(middle + k * step); k += side);
  return { chance, mean };
}

function share(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
