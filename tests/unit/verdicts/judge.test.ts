// The whole way from sums to a verdict, on panels whose truth is known.
import { describe, expect, test } from "vitest";
import type { VerdictOutcome } from "#shared/contract/verdict.ts";
import { judge } from "../../../server/verdicts/judge.ts";
import type { JudgeInput } from "../../../server/verdicts/panel.ts";
import { WEEK } from "../../../server/verdicts/panel.ts";
import { type PanelTruth, panelOf } from "../../support/verdict-panels.ts";

const options = { followUpWeeks: 8, withPath: true };
const judged = (truth: PanelTruth) => judge(panelOf(truth), options);
const of = (judgement: ReturnType<typeof judge>, metric: VerdictOutcome) => {
  const outcome = judgement.outcomes.find((one) => one.metric === metric);
  if (outcome === undefined) throw new Error(`no ${metric}`);
  return outcome;
};
const building = {
  understanding: 0.06,
  trust: 0.06,
  opt_in_yield: 0.06,
  early_withdrawal_rate: -0.02,
};
const dark = {
  understanding: -0.06,
  trust: -0.06,
  opt_in_yield: 0.06,
  early_withdrawal_rate: 0.02,
};

describe("a change for everybody", () => {
  test("is held against its own past, season included, and found to build trust", () => {
    const judgement = judged({ seed: 1, effects: building });
    expect(judgement).toMatchObject({
      verdict: "building_trust",
      state: "final",
      design: "interrupted_time_series",
      inference: "ar1_reml",
    });
    const { low, high, diagnostics, points } = of(judgement, "trust");
    expect(low).toBeLessThan(0.06);
    expect(high).toBeGreaterThan(0.06);
    expect(diagnostics).toMatchObject({ season: true, weeksBefore: 52, weeksAfter: 8 });
    expect(points.filter(({ counterfactual }) => counterfactual !== null).length).toBe(8);
    expect(points.filter(({ phase }) => phase === "change").map(({ week }) => week)).toEqual([0]);
  });

  test("that did nothing is told as nothing or not yet", () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      expect(["no_clear_effect", "not_enough_data"]).toContain(judged({ seed }).verdict);
    }
  });

  test("that brings opt-ins without understanding is flagged", () => {
    expect(judged({ seed: 2, effects: dark }).verdict).toBe("opt_in_without_understanding");
  });

  test("is told from an earlier one, whose weeks before have a level of their own", () => {
    const input = panelOf({ seed: 5, effects: building });
    const earlier = -20 * WEEK;
    const outcomes = input.outcomes.map((panel) => ({
      ...panel,
      cells: panel.cells.map((cell) =>
        cell.week < earlier ? { ...cell, sum: cell.sum * 0.7 } : cell,
      ),
    }));
    const others = [
      { id: "e", title: "E", week: earlier, touches: { inside: true, outside: true } },
    ];
    const judgement = judge({ ...input, outcomes, others }, options);
    const { effect, diagnostics, points } = of(judgement, "opt_in_yield");
    expect(judgement).toMatchObject({ verdict: "building_trust", claim: "full" });
    expect(judgement.confounders).toMatchObject([{ code: "overlapping_change", allowedFor: true }]);
    expect(diagnostics).toMatchObject({ season: true, weeksBefore: 51 });
    expect(points.filter(({ phase }) => phase === "before")).toHaveLength(19);
    expect(Math.abs((effect ?? 0) - 0.06)).toBeLessThan(0.02);
  });

  test("is the better known for people who answered before and after it, the worse for those who did so twice after", () => {
    const input = panelOf({ seed: 1, effects: building });
    const widthWith = (week: number, since: number) => {
      const answers = { pairs: 200, products: 100, sums: 200 };
      const pairs = [{ week: week * WEEK, since: since * WEEK, ...answers }];
      const outcomes = input.outcomes.map((panel) => ({ ...panel, pairs }));
      const { low, high } = of(judge({ ...input, outcomes }, options), "trust");
      return (high ?? 1) - (low ?? 0);
    };
    const alone = widthWith(500, 499);
    expect(widthWith(2, -2)).toBeLessThan(alone);
    expect(widthWith(3, 2)).toBeGreaterThan(alone);
  });

  test("is not credited with a younger audience", () => {
    const judgement = judged({ seed: 3, mixShift: 0.2 });
    expect(of(judgement, "trust").moved).toBe("unclear");
    expect(Math.abs(of(judgement, "opt_in_yield").effect ?? 1)).toBeLessThan(0.015);
  });

  test("without a full year before says that season can't be told", () => {
    const { confounders, claim } = judged({ seed: 4, weeksBefore: 30, effects: building });
    expect(confounders.map(({ code }) => code)).toContain("season_unknown");
    expect(claim).toBe("lowered");
  });

  test("too young is not judged, and says how long it takes", () => {
    const judgement = judged({ seed: 5, weeksAfter: 3, effects: building });
    expect(judgement).toMatchObject({
      verdict: "not_enough_data",
      state: "preliminary",
      claim: "none",
      design: "none",
    });
    expect(of(judgement, "trust")).toMatchObject({
      shortage: "too_few_weeks_after",
      needed: 1500,
      neededDays: 7,
    });
  });

  test("says of a season only what its own past can't tell", () => {
    const early = judged({ seed: 5, weeksAfter: 2 });
    expect(early).toMatchObject({ design: "none", confounders: [] });
    const input = panelOf({ seed: 5, weeksAfter: 2 });
    const others = [
      { id: "e", title: "E", week: -20 * WEEK, touches: { inside: true, outside: true } },
    ];
    const codes = judge({ ...input, others }, options).confounders.map(({ code }) => code);
    expect(codes).toEqual(["overlapping_change"]);
  });

  test("on the first day of data has none before to compare with, and says so", () => {
    const { outcomes, state, verdict, confounders } = judged({ seed: 5, weeksBefore: 0 });
    expect({ verdict, state }).toEqual({ verdict: "not_enough_data", state: "preliminary" });
    expect(confounders).toEqual([]);
    expect(outcomes.map(({ shortage }) => shortage)).toEqual(Array(4).fill("none_before"));
  });

  test("still to come needs the weeks after it, and the days until they have passed", () => {
    const input = panelOf({ seed: 5, weeksAfter: 0 });
    const outcomes = input.outcomes.map((panel) => ({ ...panel, lastWeek: -3 * WEEK }));
    expect(of(judge({ ...input, outcomes }, options), "trust")).toMatchObject({
      needed: 6000,
      neededDays: 49,
    });
  });

  test("a survey asked in waves is not a break in tracking", () => {
    const input = panelOf({ seed: 5, weeksBefore: 52, weeksAfter: 12 });
    const isAsked = (week: number) => (week / WEEK + 520) % 13 < 2;
    const outcomes = input.outcomes.map((panel) =>
      panel.metric === "understanding" || panel.metric === "trust"
        ? { ...panel, cells: panel.cells.filter(({ week }) => isAsked(week)) }
        : panel,
    );
    const weeks = new Map(
      [...new Set(outcomes[0]?.cells.map(({ week }) => week))].map((week) => [week, { all: 1500 }]),
    );
    const tracked = [{ what: "answers" as const, weeks }];
    const { outcomes: told, confounders } = judge({ ...input, outcomes, tracked }, options);
    expect(told[0]?.unit).toBe("wave");
    expect(confounders.map(({ code }) => code)).not.toContain("volume_break");
  });

  test("that is young is preliminary", () => {
    expect(judged({ seed: 6, weeksAfter: 5 }).state).toBe("preliminary");
  });
});

describe("a change for some", () => {
  test("is held against the others, with clustered errors where they are many", () => {
    const judgement = judged({ seed: 1, clusters: 12, treated: 6, effects: building });
    expect(judgement).toMatchObject({
      verdict: "building_trust",
      design: "difference_in_differences",
      inference: "clustered_t",
      clusters: { treated: 6, control: 6, dimensions: ["region"] },
    });
  });

  test("is not credited with what moved everybody", () => {
    const judgement = judged({ seed: 2, clusters: 12, treated: 6, common: 0.06 });
    expect(judgement.design).toBe("difference_in_differences");
    expect(judgement.outcomes.map(({ moved }) => moved)).not.toContain("rose");
  });

  test("takes placebo assignments where clusters are few", () => {
    const judgement = judged({ seed: 3, clusters: 9, treated: 4, effects: building });
    expect(judgement).toMatchObject({
      design: "difference_in_differences",
      inference: "placebo_assignments",
      assignments: { count: 125, drawn: false, smallestP: 1 / 126 },
    });
    expect(of(judgement, "trust").moved).toBe("rose");
  });

  test("says that a single cohort can't be compared, and claims nothing that moved everybody", () => {
    for (const seed of [4, 5, 6]) {
      const judgement = judged({ seed, clusters: 8, treated: 1, ownNoise: 0.01, common: 0.08 });
      const { reasons, verdict, confounders } = judgement;
      expect(reasons[0]).toMatchObject({
        code: "too_few_to_claim",
        treated: 1,
        control: 7,
        smallestP: 1 / 8,
      });
      expect(verdict).toBe("not_enough_data");
      expect(confounders.map(({ code }) => code)).toContain("outside_moved_alike");
    }
  });

  test("speaks of those outside only where an effect would have been claimed", () => {
    let chance = 0;
    for (const seed of [4, 5, 6, 7, 8]) {
      const { outcomes, confounders } = judged({ seed, clusters: 8, treated: 1, ownNoise: 0.03 });
      const heldBack = confounders.filter(({ code }) => code === "outside_moved_alike");
      for (const { contradicted, metric, pAdjusted } of outcomes) {
        const isNamed = heldBack.some((one) => one.metric === metric);
        expect(isNamed).toBe(contradicted && (pAdjusted ?? 1) < 0.05);
        if (contradicted && !isNamed) chance += 1;
      }
    }
    expect(chance).toBeGreaterThan(0);
  });

  test("leaves the others where they moved apart before already", () => {
    const input = panelOf({ seed: 7, clusters: 12, treated: 6 });
    const drifting = {
      ...input,
      outcomes: input.outcomes.map((outcome) => ({
        ...outcome,
        cells: outcome.cells.map((cell) =>
          cell.inScope ? { ...cell, sum: cell.sum * (1 + (0.2 * cell.week) / (52 * WEEK)) } : cell,
        ),
      })),
    };
    const { design, reasons } = judge(drifting, options);
    expect(reasons[0]?.code).toBe("leads_differ");
    expect(design).toBe("interrupted_time_series");
  });

  test("is not compared with the same people", () => {
    const input = { ...panelOf({ seed: 8, clusters: 12, treated: 6 }), sharedPeople: 0.4 };
    expect(judge(input, options).reasons[0]).toEqual({ code: "same_people", share: 0.4 });
  });
});

describe("what else happened", () => {
  const input = panelOf({ seed: 1, effects: building });
  const other = {
    id: "o",
    title: "Price rise",
    week: -3 * WEEK,
    touches: { inside: true, outside: false },
  };

  test("in the same weeks lowers the claim and is named", () => {
    const { verdict, claim, confounders } = judge({ ...input, others: [other] }, options);
    expect(verdict).toBe("building_trust");
    expect(claim).toBe("lowered");
    expect(confounders[0]).toMatchObject({
      code: "overlapping_change",
      lowers: true,
      changeId: "o",
    });
  });

  test("long before is left out of the weeks compared, and named", () => {
    const before = { ...other, week: -20 * WEEK };
    const { confounders, window } = judge({ ...input, others: [before] }, options);
    expect(confounders[0]).toMatchObject({ code: "overlapping_change", lowers: false });
    expect(window.baselineFrom).toBe(-19 * WEEK);
  });
});

describe("a randomised change", () => {
  const weeks = [0, 1, 2, 3, 4, 5].map((week) => week * WEEK);
  const arms = (one: number): JudgeInput["arms"] => ({
    experiment: "wording-7",
    control: "old",
    outcomes: {
      opt_in_yield: weeks.flatMap((week, i) => [
        { arm: "old", week, n: 4000, sum: 2000 + 10 * (i % 3) },
        { arm: "new", week, n: 4000, sum: 4000 * one + 10 * (i % 2) },
      ]),
    },
  });

  test("is judged by its own arms", () => {
    const judgement = judge({ ...panelOf({ seed: 1 }), arms: arms(0.56) }, options);
    expect(judgement).toMatchObject({ design: "experiment", inference: "two_arms" });
    const { effect, moved, before } = of(judgement, "opt_in_yield");
    expect(effect).toBeCloseTo(0.06 - 0.00125, 4);
    expect(moved).toBe("rose");
    expect(before).toBeCloseTo(0.5025, 6);
  });

  test("is never surer than counting lets it be, and less where the gap moves from week to week", () => {
    const swinging = (swing: number): JudgeInput["arms"] => ({
      experiment: "wording-7",
      control: "old",
      outcomes: {
        opt_in_yield: weeks.flatMap((week, i) => [
          { arm: "old", week, n: 4000, sum: 2000 },
          { arm: "new", week, n: 4000, sum: 2000 + (i % 2 === 0 ? swing : -swing) },
        ]),
      },
    });
    const yieldOf = (swing: number) =>
      of(judge({ ...panelOf({ seed: 1 }), arms: swinging(swing) }, options), "opt_in_yield");
    const counted = Math.sqrt(0.25 * (2 / 24_000));
    expect(yieldOf(0).standardError).toBeCloseTo(counted, 9);
    expect(yieldOf(0).high).toBeCloseTo(1.959964 * counted, 6);
    // w = 2000 of each week's gap of ±0.1, over q (W − 1) = 1.25: φ = 96.
    expect(yieldOf(400).standardError).toBeCloseTo(counted * Math.sqrt(96), 6);
    expect(yieldOf(400).high).toBeCloseTo(2.570582 * counted * Math.sqrt(96), 4);
  });

  test("falls back on its past where the arms have no data", () => {
    const nothing = { experiment: "wording-7", control: "old", outcomes: {} };
    const { design, reasons } = judge({ ...panelOf({ seed: 1 }), arms: nothing }, options);
    expect(design).toBe("interrupted_time_series");
    expect(reasons[0]?.code).toBe("experiment_without_data");
  });

  test("is not judged by arms of which none is known to be the control", () => {
    const unknown = {
      experiment: "wording-7",
      outcomes: arms(0.56)?.outcomes ?? {},
      control: null,
    };
    const { design, reasons } = judge({ ...panelOf({ seed: 1 }), arms: unknown }, options);
    expect(design).toBe("interrupted_time_series");
    expect(reasons[0]?.code).toBe("experiment_without_control");
  });
});
