import { keepPreviousData, queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import type { MetricAnswer } from "#shared/contract/metric.ts";
import type { MetricName } from "#shared/metric-list.ts";
import type { RestatementName } from "#shared/restatements.ts";
import type { Dimension, Grain } from "#shared/vocabulary.ts";
import { obstacleToWeights, type WeightsObstacle } from "#shared/weights.ts";
import { apiPath, get } from "../api/client.ts";
import type { Question } from "../filters/question.ts";

export interface MetricQuestion extends Omit<Question, "compare"> {
  metric: MetricName;
  by?: readonly Dimension[];
  grain: Grain;
  compare?: string | undefined;
  stat?: string;
  /** Of the opt-in rate: the system whose way of counting is asked for. */
  as?: RestatementName;
}

/** The opt-in rate as another system reports it; other metrics as they are. */
export function reportedBy(question: MetricQuestion, as: RestatementName | null): MetricQuestion {
  if (as === null || question.metric !== "opt_in_rate") return question;
  return { ...question, as };
}

/** Why it is not weighted though a population is chosen; null where it is, or none is. */
export function obstacleOf(question: MetricQuestion): WeightsObstacle | null {
  const { metric, stat, as, by = [], population } = question;
  return population === undefined ? null : obstacleToWeights({ metric, stat, as, by }, population);
}

/** A weighted line is one of everybody: generations are what the weights hold fixed. */
export function splitOf(question: Omit<MetricQuestion, "by">): Dimension[] {
  const isWeighted = question.population !== undefined && obstacleOf(question) === null;
  return isWeighted ? [] : ["generation"];
}

export function metricPath(question: MetricQuestion, format?: "csv"): string {
  const { metric, from, to, grain, by = [], compare, stat, as, filters } = question;
  const weights = obstacleOf(question) === null ? question.population?.name : undefined;
  const parameters = {
    ...{ from, to, grain, by: by.join(","), compare, stat, as, ...filters },
    ...{ weights, format },
  };
  return apiPath(`/metrics/${metric}`, parameters);
}

export function metricOptions(question: MetricQuestion) {
  const path = metricPath(question);
  return queryOptions({
    queryKey: ["metric", question.metric, path],
    queryFn: ({ signal }) => get<MetricAnswer>(path, signal),
    placeholderData: keepPreviousData,
  });
}

export function useMetric(question: MetricQuestion) {
  return useQuery(metricOptions(question));
}

/** Several questions at once, in their order. */
export function useMetrics(questions: readonly MetricQuestion[]) {
  return useQueries({ queries: questions.map(metricOptions) });
}
