// Every interval that Candor shows, in the order in which they are printed.
import {
  clusteredMeanDifferences,
  clusteredMeans,
  clusteredShareDifferences,
  clusteredShares,
} from "./clustered.ts";
import { rateDifferences, sequences, shareDifferences } from "./differences.ts";
import type { Interval } from "./interval.ts";
import { armMedianRatios, medianRatioDifferences, medianRatios } from "./medians.ts";
import { repeatedMedians, repeatedRates, repeatedRetention, repeatedShares } from "./repeated.ts";
import { retention, retentionDifferences } from "./retention.ts";
import { meanDifferences, means } from "./scores.ts";
import { rateRatios, rates, shares } from "./shares-and-rates.ts";
import { weighted, weightedDifferences } from "./weighted.ts";

export const INTERVALS: readonly Interval[] = [
  shares,
  shareDifferences,
  weighted,
  weightedDifferences,
  rates,
  rateDifferences,
  rateRatios,
  retention,
  retentionDifferences,
  means,
  meanDifferences,
  clusteredShares,
  clusteredShareDifferences,
  clusteredMeans,
  clusteredMeanDifferences,
  medianRatios,
  medianRatioDifferences,
  armMedianRatios,
  repeatedShares,
  repeatedRates,
  repeatedRetention,
  repeatedMedians,
  sequences,
];
