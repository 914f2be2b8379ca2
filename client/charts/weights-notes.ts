/** What a chart says of weights: to whom, what was left out, which strata have no data; or why it is not weighted. */
import type { Figure, MetricAnswer } from "#shared/contract/metric.ts";
import type { WeightsObstacle } from "#shared/weights.ts";
import { strataText } from "../components/labels.ts";
import { formatCount } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";

type Obstacle = WeightsObstacle | null | undefined;

/** For the line under the title. */
export function weightsFacts(answer: MetricAnswer | undefined, obstacle: Obstacle): string[] {
  if (obstacle) return [t("weights.not")];
  return answer?.weights === undefined ? [] : [t("weights.fact", { name: nameOf(answer.weights) })];
}

export function weightsNotes(answer: MetricAnswer, obstacle: Obstacle): string[] {
  if (obstacle) return [t(`weights.obstacle.${obstacle}`)];
  if (answer.weights === undefined) return [];
  const { source } = answer.weights;
  const strata = missingOf(answer);
  return [
    t("weights.effectiveNote"),
    ...(source === "" ? [] : [t("weights.source", { source })]),
    ...leftOutNotes(answer.series.map(({ total }) => total)),
    ...(strata.length === 0 ? [] : [t("weights.missing", { strata: strataText(strata) })]),
  ];
}

/** The strata that some figure with data lacks, in the order of the population. */
export function missingOf({ series }: MetricAnswer): string[] {
  const figures = series.flatMap(({ points, total }) => [total, ...points]);
  const missing = figures.flatMap((figure) =>
    figure.suppressed || figure.n === 0 ? [] : (figure.missing ?? []),
  );
  return [...new Set(missing)];
}

export function nameOf({ name, title }: NonNullable<MetricAnswer["weights"]>): string {
  return title === "" ? name : title;
}

function leftOutNotes(totals: readonly Figure[]): string[] {
  const parts = totals.flatMap((total) =>
    total.suppressed || total.leftOut === undefined ? [] : [total.leftOut],
  );
  const unknown = parts.reduce((sum, one) => sum + (one.unknown ?? 0), 0);
  const outside = parts.reduce((sum, one) => sum + (one.outside ?? 0), 0);
  const isPart = parts.some((one) => one.unknown === null || one.outside === null);
  return [
    ...(unknown === 0 ? [] : [t("weights.leftOutUnknown", { count: formatCount(unknown) })]),
    ...(outside === 0 ? [] : [t("weights.leftOutOutside", { count: formatCount(outside) })]),
    ...(isPart ? [t("weights.leftOutHidden")] : []),
  ];
}
