/** The glossary, from the same list that the figures are computed by. */
import type { DefinitionsAnswer } from "#shared/contract/admin.ts";
import { dimensionsOf, metricList, metricNames, sharedRules } from "#shared/metric-list.ts";

export function buildDefinitions(): DefinitionsAnswer {
  const definitions = metricNames.map((metric) => {
    const { special: _, numeratorOnly: __, ...words } = metricList[metric];
    return { metric, ...words, dimensions: dimensionsOf(metric) };
  });
  return { definitions, ...sharedRules };
}
