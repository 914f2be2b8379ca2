// @vitest-environment node
import { expect, test } from "vitest";
import type { Figure } from "#shared/contract/metric.ts";
import { shapeTimeSeries } from "../../../client/charts/shape/time-series.ts";
import { missingOf, weightsFacts, weightsNotes } from "../../../client/charts/weights-notes.ts";
import { casesText, valueText } from "../../../client/components/estimate.tsx";
import { strataText } from "../../../client/components/labels.ts";
import { answer, hidden, points } from "./answers.ts";

const weights = { name: "adults", title: "adults in Germany", source: "A census" };
const whole: Figure = {
  ...{ n: 100, count: 50, value: 0.5, low: 0.45, high: 0.55, effectiveN: 81.9, coveredShare: 1 },
  leftOut: { unknown: 12, outside: 3 },
};
const lacking: Figure = {
  ...{ n: 40, count: 20, value: null, low: null, high: null, effectiveN: null },
  ...{ coveredShare: 0.7, missing: ["gen_x in DE"], leftOut: { unknown: null, outside: 0 } },
};
const weighted = (total: Figure, ...others: Figure[]) =>
  answer({ by: [], weights, series: [{ group: {}, points: points(...others), total }] });

test("a weighted chart says to whom, from where, and what is left out", () => {
  const given = weighted(whole, whole, whole);
  expect(weightsFacts(given, null)).toEqual(["weighted to adults in Germany"]);
  const notes = weightsNotes(given, null).join(" · ");
  expect(notes).toContain("weights from: A census");
  expect(notes).toContain("12 of unknown generation or region left out");
  expect(notes).toContain("3 outside this population left out");
  expect(notes).not.toContain("no figure");
});

test("strata without data are named, hidden numbers are not", () => {
  const given = weighted(lacking, lacking, hidden);
  expect(missingOf(given)).toEqual(["gen_x in DE"]);
  const notes = weightsNotes(given, null).join(" · ");
  expect(notes).toContain("no data from Gen X in Germany");
  expect(notes).toContain("too few to say how many");
  // The stratum is why nothing is drawn, whatever else is hidden.
  expect(shapeTimeSeries(given)).toMatchObject({ isEmpty: true, isAllHidden: false });
  expect(shapeTimeSeries(weighted(lacking, lacking)).isEmpty).toBe(true);
});

test("buckets without any data lack nothing in particular", () => {
  const empty: Figure = { n: 0, count: 0, value: null, low: null, high: null, missing: ["boomer"] };
  expect(missingOf(weighted(whole, whole, empty))).toEqual([]);
});

test("what cannot be weighted says so, and why", () => {
  const given = answer({ by: ["generation"] });
  expect(weightsFacts(given, "split")).toEqual(["not weighted"]);
  expect(weightsNotes(given, "metric")).toHaveLength(1);
  expect(weightsFacts(given, null)).toEqual([]);
  expect(weightsNotes(given, null)).toEqual([]);
});

test("a weighted figure is written with the digits that its effective size carries", () => {
  expect(casesText(whole)).toBe("n = 100 · effective n = 81");
  expect(valueText({ figure: whole, unit: "share" })).toBe("50%");
  expect(valueText({ figure: lacking, unit: "share" })).toBe("no figure");
});

test("long lists of strata end in a number", () => {
  const names = ["silent", "boomer", "gen_x", "millennial", "gen_z", "gen_alpha", "gen_x in FR"];
  expect(strataText(names)).toMatch(/^Silent, Boomers, Gen X, Millennials, Gen Z,? and 2 more$/);
  expect(strataText(["boomer"])).toBe("Boomers");
});
