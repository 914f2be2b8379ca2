import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import type { CurveAnswer } from "#shared/contract/metric.ts";
import type { Dimension } from "#shared/vocabulary.ts";
import { apiPath, get } from "../api/client.ts";
import type { Question } from "../filters/question.ts";

/** Three months show the first regrets as well as the slow leave-taking. */
const FOLLOWED_DAYS = "90";

export interface CurveQuestion extends Question {
  by?: readonly Dimension[];
}

export function curvePath(question: CurveQuestion, format?: "csv"): string {
  const { from, to, by = [], filters } = question;
  return apiPath("/metrics/consent_retention/curve", {
    from,
    to,
    by: by.join(","),
    day: FOLLOWED_DAYS,
    ...filters,
    format,
  });
}

export function curveOptions(question: CurveQuestion) {
  const path = curvePath(question);
  return queryOptions({
    queryKey: ["curve", path],
    queryFn: ({ signal }) => get<CurveAnswer>(path, signal),
    placeholderData: keepPreviousData,
  });
}

export function useCurve(question: CurveQuestion) {
  return useQuery(curveOptions(question));
}
