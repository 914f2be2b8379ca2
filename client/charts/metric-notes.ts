/** All the small print beneath a chart over time. */
import type { Benchmark } from "#shared/contract/benchmark.ts";
import type { MetricAnswer } from "#shared/contract/metric.ts";
import type { Grain } from "#shared/vocabulary.ts";
import type { WeightsObstacle } from "#shared/weights.ts";
import { lineNote } from "../components/benchmark-text.ts";
import { t } from "../i18n/translate.ts";
import { basisNotes, hiddenNote, partialNote } from "./notes.ts";
import { MAX_COLOURED } from "./palette.ts";
import type { TimeShape } from "./shape/time-series.ts";
import { weightsNotes } from "./weights-notes.ts";

const MAX_BANDS = 2;

export function metricNotes(
  answer: MetricAnswer,
  shape: TimeShape,
  benchmarks: readonly Benchmark[],
  obstacle: WeightsObstacle | null,
): string[] {
  const greyed = Math.max(0, shape.series.length - MAX_COLOURED);
  return [
    ...basisNotes(answer),
    ...weightsNotes(answer, obstacle),
    ...(shape.series.length > MAX_BANDS ? [t("chart.bandsOnHover")] : []),
    ...(shape.isAllHidden ? [] : hiddenNote(shape.hidden, answer.k)),
    ...(shape.isAllHidden || shape.isEmpty ? [] : partialNote(answer)),
    ...(greyed > 0 ? [t("chart.greyed", { count: greyed }, greyed)] : []),
    ...benchmarks.map(lineNote),
  ];
}

/** That fewer points are drawn than were asked for, and where all of them are. */
export function coarserNote({ grain }: Pick<MetricAnswer, "grain">, asked: Grain): string[] {
  return grain === asked || (grain !== "week" && grain !== "month")
    ? []
    : [t(`chart.coarser.${grain}`)];
}
