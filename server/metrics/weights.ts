/**
 * Shares weighted to a population: a family that tallies every group by stratum, and makes one figure of its strata.
 *
 * The sums that it is given have the dimensions of the strata as the last of each group. `n` and `count` are of the strata
 * only; a stratum without data leaves no figure, for without it, it would be that of another population. A stratum with a
 * share of 0 is not of the population.
 * The threshold for small cells looks at the smaller of n and the effective size, since a figure may stand on a few people
 * of a stratum that weighs much; where there are but two strata at the smaller one, too: n, count and value give both away.
 */
import type { Estimate } from "#shared/contract/metric.ts";
import type { Population, Stratum } from "#shared/contract/population.ts";
import { stratumName } from "#shared/strata.ts";
import { dimensionsOfStrata } from "#shared/weights.ts";
import { designEffectOfShare } from "../stats/clustered.ts";
import { effectiveSize, postStratify } from "../stats/post-stratification.ts";
import { type Family, groupKey, type Question, type Tally } from "./family.ts";
import { emptyTally } from "./flows.ts";
import { leftOutOf } from "./left-out.ts";
import { shareSums } from "./scores.ts";
import { byStratum, withEveryStratum } from "./strata.ts";

export function weighted(family: Family, population: Population, k: number): Family {
  const depth = dimensionsOfStrata(population).length;
  const strata = population.strata.filter(({ share }) => share > 0);
  const keys = strata.map(({ generation, region }) =>
    groupKey(region === undefined ? [generation] : [generation, region]),
  );
  return {
    additive: family.additive,
    needs: (question) => family.needs(question),
    tally(sums, buckets, question) {
      const first = family.tally(sums, buckets, question);
      const whole = withEveryStratum(sums, first, depth);
      const tallies = whole === sums ? first : family.tally(whole, buckets, question);
      const groups = byStratum(tallies, depth);
      const leftOut = leftOutOf(groups, keys, k, family.additive);
      const rows = [...groups].map(([key, rowsOf], g): [string, Tally[]] => {
        const own = keys.map((stratum) => rowsOf.get(stratum));
        const row = buckets.map((_, at): Tally => {
          const parts = own.map((tallied) => tallied?.[at] ?? emptyTally(2));
          return { ...joined(strata, parts), leftOut: leftOut(g, at) };
        });
        return [key, row];
      });
      return new Map(rows);
    },
    figure: (tally, question) => weightedFigure(strata, tally, question),
  };
}

function joined(strata: readonly Stratum[], parts: readonly Tally[]): Tally {
  const add = (of: (part: Tally) => number) => parts.reduce((sum, part) => sum + of(part), 0);
  return {
    sums: [add(({ sums: [n = 0] }) => n), add(({ sums: [, count = 0] }) => count)],
    size: sizeOf(strata, parts),
    known: parts.some(({ known }) => known),
    strata: parts,
  };
}

function sizeOf(strata: readonly Stratum[], parts: readonly Tally[]): number {
  const sizes = parts.map(({ size }) => size);
  const n = sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.includes(0)) return n;
  const effective = effectiveSize(
    samplesOf(strata, parts).map((sample, i) => ({ ...sample, sampleCount: sizes[i] ?? 0 })),
  );
  // Never less than one, which would be no data.
  return Math.max(1, Math.min(n, effective, ...(sizes.length === 2 ? sizes : [])));
}

function samplesOf(strata: readonly Stratum[], parts: readonly Tally[]) {
  return strata.map(({ share }, i) => {
    const { n, count, pairs } = shareSums(parts[i] ?? emptyTally(2));
    const designEffect = designEffectOfShare(count, n, pairs);
    return { sampleCount: n, successes: count, populationCount: share, designEffect };
  });
}

function weightedFigure(
  strata: readonly Stratum[],
  { sums: [n = 0, count = 0], strata: parts = [], leftOut }: Tally,
  { confidence }: Question,
): Estimate {
  const samples = samplesOf(strata, parts);
  const missing = strata.filter((_, i) => samples[i]?.sampleCount === 0).map(stratumName);
  const share = postStratify(samples, confidence);
  return {
    n,
    count,
    value: share.estimate,
    low: share.low,
    high: share.high,
    effectiveN: share.effectiveSampleSize,
    coveredShare: share.coveredPopulationShare ?? 0,
    ...(missing.length > 0 ? { missing } : {}),
    leftOut: leftOut ?? { unknown: 0, outside: 0 },
  };
}
