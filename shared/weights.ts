/** What can be weighted to a population: one rule behind the errors of the API and what the page offers. */
import type { Population } from "./contract/population.ts";
import { type IntervalName, type MetricName, metricList } from "./metric-list.ts";

/** The dimensions that the strata of a population are made of, in the order of their names. */
export function dimensionsOfStrata({
  strata,
}: Pick<Population, "strata">): ("generation" | "region")[] {
  return strata.some(({ region }) => region !== undefined)
    ? ["generation", "region"]
    : ["generation"];
}

interface Question {
  metric: MetricName;
  stat?: string | null | undefined;
  as?: string | null | undefined;
  by: readonly string[];
}

/**
 * Why a figure cannot be weighted: it is no share of facts, a mean, as another system reports it, or split by what the
 * weights hold fixed.
 */
export type WeightsObstacle = "metric" | "stat" | "as" | "split";

export function obstacleToWeights(
  { metric, stat, as, by }: Question,
  population: Pick<Population, "strata">,
): WeightsObstacle | null {
  const intervals: readonly IntervalName[] = metricList[metric].intervals;
  if (!intervals.includes("weighted_share")) return "metric";
  if (stat === "mean") return "stat";
  if (as) return "as";
  return dimensionsOfStrata(population).some((name) => by.includes(name)) ? "split" : null;
}
