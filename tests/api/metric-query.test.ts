import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProblemCode } from "#shared/contract/errors.ts";
import { expectProblem } from "../support/api-problem.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const wrong: [question: string, code: ProblemCode, field: string, part: string][] = [
  ["happiness", "unknown_metric", "", '"happiness"'],
  ["toString", "unknown_metric", "", '"toString"'],
  ["opt_in_rate?utm=1", "unknown_parameter", "utm", '"utm"'],
  ["opt_in_rate?__proto__=1", "unknown_parameter", "__proto__", '"__proto__"'],
  ["opt_in_rate?cohort=1", "unknown_parameter", "cohort", '"cohort"'],
  ["opt_in_rate?by=planet", "unknown_dimension", "by", '"planet"'],
  ["opt_in_rate?by=reason", "dimension_not_of_metric", "by", "reason"],
  ["opt_in_rate?survey=q", "dimension_not_of_metric", "survey", "survey"],
  ["trust?by=method", "dimension_not_of_metric", "by", "method"],
  ["opt_in_rate?by=purpose,channel,region", "invalid_request", "by", "one or two"],
  ["opt_in_rate?by=purpose&by=channel&by=region", "invalid_request", "by", "one or two"],
  ["opt_in_rate?by=", "invalid_request", "by", "empty"],
  ["opt_in_rate?purpose=", "invalid_request", "purpose", "empty"],
  ["opt_in_rate?purpose=ads,,b", "invalid_request", "purpose", "empty"],
  ["opt_in_rate?generation=gen_y", "invalid_request", "generation", '"gen_y"'],
  ["opt_in_rate?method=click", "invalid_request", "method", '"click"'],
  ["opt_in_rate?from=2026-03-02&to=2026-03-01", "range_reversed", "from", "2026-03-02"],
  ["opt_in_rate?from=2026-02-30", "invalid_request", "from", '"2026-02-30"'],
  ["opt_in_rate?from=yesterday", "invalid_request", "from", '"yesterday"'],
  ["opt_in_rate?to=2026-3-1", "invalid_request", "to", '"2026-3-1"'],
  ["opt_in_rate?to=", "invalid_request", "to", '""'],
  ["opt_in_rate?from=2026-01-01&from=2026-01-02", "invalid_request", "from", "more than once"],
  ["opt_in_rate?grain=hour", "invalid_request", "grain", '"hour"'],
  ["opt_in_rate?grain=day&grain=week", "invalid_request", "grain", "more than once"],
  ["opt_in_rate?grain=day&from=2000-01-01&to=2026-01-01", "too_many_points", "grain", "coarser"],
  ["opt_in_rate?grain=day&compare=2000-01-01..2026-01-01", "too_many_points", "compare", "coarser"],
  ["opt_in_rate?compare=before", "invalid_request", "compare", '"before"'],
  ["opt_in_rate?compare=2026-01-01", "invalid_request", "compare", "2026-01-01"],
  ["opt_in_rate?compare=2026-01-01..2026-02-01..2026-03-01", "invalid_request", "compare", ".."],
  ["opt_in_rate?compare=2026-02-01..2026-01-01", "range_reversed", "compare", "ends before"],
  ["opt_in_rate?stat=mean", "invalid_request", "stat", "does not take"],
  ["trust?stat=median", "invalid_request", "stat", '"median"'],
  ["opt_out_effort?stat=mean", "invalid_request", "stat", '"mean"'],
  ["opt_in_rate?day=30", "invalid_request", "day", "does not take"],
  ["consent_retention?day=-1", "invalid_request", "day", '"-1"'],
  ["consent_retention?day=1.5", "invalid_request", "day", '"1.5"'],
  ["consent_retention?day=99999", "invalid_request", "day", '"99999"'],
  ["opt_in_rate?confidence=1", "invalid_request", "confidence", '"1"'],
  ["opt_in_rate?confidence=0.4", "invalid_request", "confidence", '"0.4"'],
  ["opt_in_rate?confidence=high", "invalid_request", "confidence", '"high"'],
  ["opt_in_rate?format=xml", "invalid_request", "format", '"xml"'],
  ["opt_in_rate?scale=5", "invalid_request", "scale", "does not take"],
  ["trust?scale=1", "invalid_request", "scale", '"1"'],
  ["trust?as=didomi", "invalid_request", "as", "does not take"],
  ["opt_in_rate?as=onetrust", "invalid_request", "as", '"onetrust"'],
  ["opt_in_rate?as=didomi&by=method", "dimension_not_of_metric", "by", "as didomi"],
  ["opt_in_rate?as=osano&method=signal", "dimension_not_of_metric", "method", "as osano"],
  ["trust?question=trust", "invalid_request", "question", "does not take"],
  ["survey_score", "invalid_request", "question", "needs"],
  ["survey_score?question=Why", "invalid_request", "question", "needs"],
];

describe("a question that cannot be answered names the parameter at fault", () => {
  test.each(wrong)("%s: %s", async (question, code, field, part) => {
    const problem = await expectProblem(await api.get(`/api/v1/metrics/${question}`), code);
    expect(problem.detail).toContain(part);
    expect(problem.fields?.[0]?.field ?? "").toBe(field);
  });

  test("also where the address cannot be decoded, or is far too long", async () => {
    await expectProblem(await api.get("/api/v1/metrics/%E0%A4%A"), "invalid_request");
    await expectProblem(
      await api.get(`/api/v1/metrics/trust?purpose=${"x".repeat(20_000)}`),
      "headers_too_large",
    );
  });
});

describe("an empty store", () => {
  test("answers every metric with no data, over the 90 days to today", async () => {
    expect(await api.metric("opt_in_rate")).toEqual({
      metric: "opt_in_rate",
      unit: "share",
      from: "2026-01-01",
      to: "2026-03-31",
      grain: "total",
      by: [],
      asOf: null,
      dataVersion: 0,
      k: 1,
      confidence: 0.95,
      sources: [],
      definition: "/glossary/opt_in_rate",
      series: [
        {
          group: {},
          points: [{ start: "2026-01-01", n: 0, count: 0, value: null, low: null, high: null }],
          total: { n: 0, count: 0, value: null, low: null, high: null },
        },
      ],
    });
    const { definitions } = (await (await api.get("/api/v1/definitions")).json()) as {
      definitions: { metric: string }[];
    };
    for (const { metric } of definitions) {
      const { series } = await api.metric(
        `${metric}?${metric === "survey_score" ? "question=q" : ""}`,
      );
      expect(series[0]?.total, metric).toMatchObject({ n: 0, value: null });
    }
  });
});
