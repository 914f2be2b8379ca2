/** The glossary, from the same list that the figures are computed by. */
import type { DefinitionsAnswer } from "#shared/contract/admin.ts";
import { dimensionsOf, metricList, metricNames, sharedRules } from "#shared/metric-list.ts";
import { coverageWords } from "./coverage-words.ts";

export function buildDefinitions(): DefinitionsAnswer {
  const definitions = metricNames.map((metric) => {
    const { special: _, numeratorOnly: __, intervals, ...words } = metricList[metric];
    const coverage = coverageWords(intervals);
    return { metric, ...words, coverage, dimensions: dimensionsOf(metric) };
  });
  return { definitions, ...sharedRules };
}
