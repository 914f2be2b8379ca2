// Every worked example, by hand: who counts where, and what the figure comes to.
import { describe, expect, test } from "vitest";
import { type MetricName, metricNames } from "#shared/metric-list.ts";
import { buildExample } from "../../../server/examples/example-figure.ts";

const scores = {
  n: 6,
  count: 3,
  value: 3 / 6,
  numerator: "Ada Bo Di",
  denominator: "Cy Ed Fe",
  neither: "Gi Hy",
};

/** Names of who is above the line, below it only, and nowhere. */
interface ByHand {
  n: number;
  count?: number;
  value: number;
  numerator: string;
  denominator: string;
  neither: string;
  both?: string;
}

const byHand: Record<MetricName, ByHand> = {
  opt_in_rate: {
    ...{ n: 6, count: 4, value: 4 / 6 },
    ...{ numerator: "Ana Fay Gus Hal", denominator: "Ben", neither: "Cem Dee Eli" },
  },
  opt_in_yield: {
    ...{ n: 8, count: 3, value: 3 / 8 },
    ...{ numerator: "Ana Fay Gus", denominator: "Ben Cem Dee Eli", neither: "Hal" },
  },
  no_choice_rate: {
    ...{ n: 8, count: 3, value: 3 / 8 },
    ...{ numerator: "Cem Dee Eli", denominator: "Ana Ben Fay Gus", neither: "Hal" },
  },
  active_consents: {
    ...{ n: 3, count: 3, value: 3 },
    ...{ numerator: "Ann Dan Hue", denominator: "", neither: "Bob Cat Eve Flo Guy Ike" },
  },
  net_change: {
    ...{ n: 5, value: 1 },
    ...{ numerator: "Bob Dan Hue", denominator: "Ann", neither: "Cat Eve Flo Guy Ike" },
  },
  consent_coverage: {
    ...{ n: 7, count: 3, value: 3 / 7 },
    ...{ numerator: "Ann Dan Hue", denominator: "Bob Cat Eve Guy", neither: "Flo Ike" },
  },
  withdrawal_rate: {
    // Consent-days: 31 + 12 + 4 + 26 + 11 + 4.
    ...{ n: 88, count: 3, value: (1000 * 3) / 88 },
    ...{ numerator: "Bob Cat Guy", denominator: "Ann Dan Hue", neither: "Eve Flo Ike" },
  },
  consent_retention: {
    // Six followed when Cat leaves, four when Guy does, three when Bob does.
    ...{ n: 6, count: 3, value: (5 / 6) * (3 / 4) * (2 / 3) },
    ...{ numerator: "Ann Dan Hue", denominator: "Bob Cat Guy", neither: "Eve Flo Ike" },
  },
  early_withdrawal_rate: {
    ...{ n: 3, count: 1, value: 1 / 3 },
    ...{ numerator: "Cat", denominator: "Dan Guy", neither: "Ann Bob Eve Flo Hue Ike" },
  },
  understanding: scores,
  trust: scores,
  benefit: scores,
  control: scores,
  survey_score: scores,
  informed_opt_in_rate: {
    ...{ n: 3, count: 2, value: 2 / 3 },
    ...{ numerator: "Ada Bo", denominator: "Fe", neither: "Cy Di Ed Gi Hy" },
  },
  opt_out_effort: {
    // The lower middle of 10, 20, 30 and 120 s, against that of 4, 5, 6 and 8 s.
    ...{ n: 4, count: 4, value: 20 / 5 },
    ...{ numerator: "Deb", denominator: "Ben", neither: "", both: "Amy Cal Eli" },
  },
  opt_out_completion: {
    ...{ n: 3, count: 2, value: 2 / 3 },
    ...{ numerator: "Amy Deb", denominator: "Ben", neither: "Cal Eli" },
  },
};

describe.each(metricNames)("the example of %s", (metric) => {
  const { answer, people, events } = buildExample(metric);
  const hand = byHand[metric];
  const names = (role: string) =>
    people.flatMap((person) => (person.role === role ? [person.subject] : [])).join(" ");

  test("comes to what it comes to by hand", () => {
    expect([answer.n, answer.count]).toEqual([hand.n, hand.count]);
    // Times come from bins, whose medians' ratio is exact to 2.5 %.
    const tolerance = metric === "opt_out_effort" ? 0.025 : 1e-12;
    expect(Math.abs((answer.value ?? 0) / hand.value - 1)).toBeLessThan(tolerance);
  });

  test("counts everybody where they count by hand", () => {
    const { numerator, denominator, neither, both = "" } = hand;
    const roles = { numerator, denominator, neither, both };
    for (const [role, wanted] of Object.entries(roles)) expect(names(role), role).toBe(wanted);
  });

  test("adds up over its people, each of whom is in the events and told why", () => {
    const sum = (of: "n" | "count") => people.reduce((total, person) => total + person[of], 0);
    expect(sum("n")).toBe(answer.n);
    expect(sum("count")).toBe(answer.count ?? answer.value);
    expect(new Set(events.map(({ subject }) => subject))).toEqual(
      new Set(people.map(({ subject }) => subject)),
    );
    for (const { why } of people) expect(why).toMatch(/^[A-Z0-9].+\.$/);
  });
});

test("the opt-in rate's example is restated by each system", () => {
  const { restated } = buildExample("opt_in_rate");
  expect(restated.map(({ as, figure }) => [as, figure.count, figure.n])).toEqual([
    // Displays: Ana 2, Ben, Cem, Dee, Eli, Fay 2, Hal. Yes after one: Ana, Ben, Fay, Hal.
    ["didomi", 4, 9],
    ["didomi_consent_rate", 5, 7],
    ["usercentrics", 5, 7],
    ["osano", 4, 7],
    ["att", 3, 5],
  ]);
});
