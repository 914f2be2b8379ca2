/** The glossary, from the same list that the figures are computed by. */
import type { Definition, DefinitionsAnswer } from "#shared/contract/admin.ts";
import {
  dimensionsOf,
  type MetricName,
  metricList,
  metricNames,
  sharedRules,
} from "#shared/metric-list.ts";
import { coverageWords } from "./coverage-words.ts";

export function buildDefinitions(): DefinitionsAnswer {
  return { definitions: metricNames.map(buildDefinition), ...sharedRules };
}

export function buildDefinition(metric: MetricName): Definition {
  const { special: _, numeratorOnly: __, intervals, ...words } = metricList[metric];
  const coverage = coverageWords(intervals);
  return { metric, ...words, coverage, dimensions: dimensionsOf(metric) };
}
