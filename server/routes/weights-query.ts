/** `weights=NAME` → the population that it names, or a problem that says why it can't be weighted to. */
import type { Population } from "#shared/contract/population.ts";
import { dimensionsOfStrata, obstacleToWeights } from "#shared/weights.ts";
import type { MetricRequest } from "../figures/metric-figure.ts";
import { fault, type Query, quote, single } from "./metric-query.ts";

export function parseWeights(
  query: Query,
  { question: { metric, stat, as }, by }: MetricRequest,
  populations: readonly Population[],
): Population | null {
  const name = single(query, "weights");
  if (name === null) return null;
  const refuse = (message: string) => fault("invalid_request", "weights", message);
  const population = populations.find((one) => one.name === name);
  if (population === undefined) {
    const names = populations.map((one) => one.name).toSorted();
    const there = names.length === 0 ? "there is none yet" : `there are ${names.join(", ")}`;
    throw refuse(`there is no population ${quote(name)}; ${there}`);
  }
  const obstacle = obstacleToWeights({ metric, stat, as, by }, population);
  if (obstacle === null) return population;
  const held = dimensionsOfStrata(population).join(" and ");
  throw refuse(
    {
      metric: `${metric} does not take the parameter weights: it is no share of facts that could be weighted`,
      stat: `${metric} does not take the parameter weights with stat=${stat}: only shares can be weighted`,
      as: `as is ${quote(as ?? "")}, which cannot be weighted`,
      split: `by is ${quote(by.join(","))}, but ${quote(name)} holds ${held} fixed: leave that out of by, or weights`,
    }[obstacle],
  );
}
