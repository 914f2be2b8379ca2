/**
 * Share weighted to a known population (direct standardisation), with Kish's effective size.
 *
 * Formula: over strata h with a population N_h > 0, W_h = N_h/ΣN, p_h = x_h/n_h:
 *   d_h the design effect within the stratum (1 where everybody answers once):
 *   estimate = Σ W_h p_h; standard error = √Σ W_h² d_h p_h(1 − p_h)/(n_h − 1);
 *   effective size = 1/Σ(W_h² d_h/n_h); design effect = Σ n_h / effective size; limits = Wilson's for
 *   the estimate at the effective size, which ignores the gain of the strata (the careful side).
 * Units: shares 0…1; people, not rounded. Covered share: ΣW_h over the strata with answers.
 * Null: everything where nobody is in the population; all but the covered share where a stratum
 * with people has no answers (never renormalised: that would be another population); the standard
 * error where such a stratum has one answer (one has no spread).
 * Source: Holt & Smith 1979, JRSS A 142:33; Kish 1965, Survey Sampling, 11.7; Wilson 1927.
 */
import { wilsonOfShares } from "./wilson.ts";

export type Stratum = {
  sampleCount: number;
  successes: number;
  populationCount: number;
  /** Of its answers, where one person gives several; 1 where left out. */
  designEffect?: number;
};

export type WeightedShare = {
  estimate: number | null;
  standardError: number | null;
  effectiveSampleSize: number | null;
  designEffect: number | null;
  low: number | null;
  high: number | null;
  coveredPopulationShare: number | null;
};

/** Kish's, over strata that all have answers. */
export function effectiveSize(strata: readonly Omit<Stratum, "successes">[]): number {
  const population = strata.reduce((sum, { populationCount }) => sum + populationCount, 0);
  const squares = strata.reduce(
    (sum, { sampleCount, populationCount, designEffect = 1 }) =>
      sum + (populationCount / population) ** 2 * (designEffect / sampleCount),
    0,
  );
  return 1 / squares;
}

const unknown = {
  estimate: null,
  standardError: null,
  effectiveSampleSize: null,
  designEffect: null,
  low: null,
  high: null,
};

export function postStratify(strata: readonly Stratum[], confidence: number): WeightedShare {
  const peopled = strata.filter(({ populationCount }) => populationCount > 0);
  const total = (of: (stratum: Stratum) => number) =>
    peopled.reduce((sum, stratum) => sum + of(stratum), 0);
  const population = total(({ populationCount }) => populationCount);
  if (population === 0) return { ...unknown, coveredPopulationShare: null };
  const covered = total(({ sampleCount, populationCount }) =>
    sampleCount > 0 ? populationCount : 0,
  );
  const coveredPopulationShare = covered / population;
  if (peopled.some(({ sampleCount }) => sampleCount === 0)) {
    return { ...unknown, coveredPopulationShare };
  }
  const weighted = (of: (stratum: Stratum) => number) =>
    total((stratum) => stratum.populationCount * of(stratum)) / population;
  const squared = (of: (stratum: Stratum) => number) =>
    total((stratum) => (stratum.populationCount / population) ** 2 * of(stratum));
  const yes = weighted((stratum) => stratum.successes / stratum.sampleCount);
  const no = weighted((stratum) => (stratum.sampleCount - stratum.successes) / stratum.sampleCount);
  const estimate = no === 0 ? 1 : yes;
  const effectiveSampleSize = effectiveSize(peopled);
  const { low, high } = wilsonOfShares(estimate, no, effectiveSampleSize, confidence);
  const alone = peopled.some(({ sampleCount }) => sampleCount === 1);
  return {
    estimate,
    standardError: alone ? null : Math.sqrt(squared(varianceOfShare)),
    effectiveSampleSize,
    designEffect: total(({ sampleCount }) => sampleCount) / effectiveSampleSize,
    low,
    high,
    coveredPopulationShare,
  };
}

function varianceOfShare({ sampleCount, successes, designEffect = 1 }: Stratum): number {
  const share = successes / sampleCount;
  const rest = (sampleCount - successes) / sampleCount;
  return (share * rest * designEffect) / (sampleCount - 1);
}
