import type { MetricName } from "#shared/metric-list.ts";
import { MetricTile } from "../../charts/metric-tile.tsx";
import type { Question } from "../../filters/question.ts";
import { useMetric } from "../../queries/metric.ts";

interface Props {
  metric: MetricName;
  better: "up" | "down";
  question: Question;
}

export function TileFor({ metric, better, question }: Props) {
  const query = useMetric({ ...question, metric, grain: "total" });
  return <MetricTile metric={metric} better={better} query={query} />;
}
