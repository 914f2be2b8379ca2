// @vitest-environment node
import { describe, expect, test } from "vitest";
import { rejections } from "#shared/contract/errors.ts";
import { metricNames } from "#shared/metric-list.ts";
import { changeKinds, dimensions, eventTypes, generations } from "#shared/vocabulary.ts";
import { casesLabel, metricLabel, valueLabel } from "../../../client/components/labels.ts";
import { en } from "../../../client/i18n/en.ts";
import { t, translateIfKnown } from "../../../client/i18n/translate.ts";

describe("there are words for everything that the contract can say", () => {
  const keys = [
    ...metricNames.map((name) => `metric.${name}`),
    ...dimensions.map((name) => `dimension.${name}`),
    ...generations.filter((name) => name !== "unknown").map((name) => `generation.${name}`),
    ...changeKinds.map((kind) => `changes.kind.${kind}`),
    ...eventTypes.map((type) => `event.${type}`),
    ...Object.keys(rejections).map((code) => `rejection.${code}`),
  ];
  test.each(keys)("%s", (key) => {
    expect(translateIfKnown(key)).not.toBeNull();
  });
});

test("every message is text, and both forms of a plural name the same parameters", () => {
  const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const [key, message] of Object.entries(en)) {
    if (typeof message === "string") expect(message.trim(), key).not.toBe("");
    else expect(new Set(holes(message.one)), key).toEqual(new Set(holes(message.other)));
  }
});

test("counts choose the form, and parameters are filled in", () => {
  expect(casesLabel("opt_in_rate", 1)).toBe("1 decision");
  expect(casesLabel("opt_in_rate", 1204)).toBe("1,204 decisions");
  expect(casesLabel("survey_score", 3)).toBe("n = 3");
  expect(t("app.title", { page: "Data" })).toBe("Data · Candor");
});

test("what has no words is shown as it came", () => {
  expect(metricLabel("a_new_metric")).toBe("a_new_metric");
  expect(valueLabel("purpose", "fraud-detection")).toBe("fraud-detection");
  expect(valueLabel("region", "US-ME")).toBe("US-ME");
  expect(valueLabel("region", "DE")).toBe("Germany");
  expect(valueLabel("region", "unknown")).toBe("Unknown");
});
