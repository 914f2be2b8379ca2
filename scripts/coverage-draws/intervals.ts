// Every interval that Candor shows, in the order in which they are printed.
import { rateDifferences, sequences, shareDifferences } from "./differences.ts";
import type { Interval } from "./interval.ts";
import { medianRatioDifferences, medianRatios } from "./medians.ts";
import { repeatedMedians, repeatedRates, repeatedRetention, repeatedShares } from "./repeated.ts";
import { retention, retentionDifferences } from "./retention.ts";
import { clusteredMeans, clusteredShares, meanDifferences, means } from "./scores.ts";
import { rateRatios, rates, shares, weighted } from "./shares-and-rates.ts";

export const INTERVALS: readonly Interval[] = [
  shares,
  shareDifferences,
  weighted,
  rates,
  rateDifferences,
  rateRatios,
  retention,
  retentionDifferences,
  means,
  meanDifferences,
  clusteredShares,
  clusteredMeans,
  medianRatios,
  medianRatioDifferences,
  repeatedShares,
  repeatedRates,
  repeatedRetention,
  repeatedMedians,
  sequences,
];
