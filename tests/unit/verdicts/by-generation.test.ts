// What a change did to each generation, on panels where it did more to one of them.
import { describe, expect, test } from "vitest";
import { effectsByGeneration } from "../../../server/verdicts/by-generation.ts";
import { judge } from "../../../server/verdicts/judge.ts";
import type { JudgeInput, PanelCell } from "../../../server/verdicts/panel.ts";
import { type PanelTruth, panelOf } from "../../support/verdict-panels.ts";

const options = { followUpWeeks: 8, withPath: false };

/** Twelve points more of understanding for the youngest inside, from the week of the change on. */
function tilted(truth: PanelTruth): JudgeInput {
  const input = panelOf(truth);
  const raised = (cell: PanelCell) =>
    cell.inScope && cell.week > 0 && cell.stratum === "gen_z"
      ? { ...cell, sum: cell.sum + Math.round(0.12 * cell.n) }
      : cell;
  const outcomes = input.outcomes.map((panel) =>
    panel.metric === "understanding" ? { ...panel, cells: panel.cells.map(raised) } : panel,
  );
  return { ...input, outcomes };
}

const effectsIn = (input: JudgeInput) =>
  effectsByGeneration(input, judge(input, options).design, options);

describe("the effect on each generation", () => {
  test.each([
    ["against others", { clusters: 12, treated: 6 }, "difference_in_differences"],
    ["against its own past", {}, "interrupted_time_series"],
  ] as const)("%s is found where it is, and nowhere else", (_, sides, design) => {
    const seeds = [1, 2, 3, 4, 5, 6];
    const found = seeds.flatMap((seed) => {
      const input = tilted({ seed, ...sides });
      const groups = effectsByGeneration(input, design, options).get("understanding") ?? [];
      expect(groups.map(({ generation }) => generation)).toEqual(["boomer", "gen_z", "millennial"]);
      return groups.map((one) => ({ ...one, truth: one.generation === "gen_z" ? 0.12 : 0 }));
    });
    const errors = found.map(({ effect, truth }) => effect - truth);
    expect(Math.abs(errors.reduce((a, b) => a + b, 0) / errors.length)).toBeLessThan(0.01);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.06);
    // Of eighteen intervals at 95 %.
    const missed = found.filter(
      ({ low, high, truth }) => (low ?? 0) > truth || (high ?? 0) < truth,
    );
    expect(missed.length).toBeLessThanOrEqual(3);
  });

  test("is that of a scope that names generations, against all the others", () => {
    const input = panelOf({ seed: 3, clusters: 12, treated: 6 });
    const names = ["silent", "boomer", "gen_x", "millennial", "gen_z", "gen_alpha"];
    const rename = (cluster: string) => `r${cluster}|${names[Number(cluster.slice(1)) % 6]}`;
    const outcomes = input.outcomes.map((panel) => ({
      ...panel,
      cells: panel.cells.map((cell) => ({ ...cell, cluster: rename(cell.cluster) })),
    }));
    const named = { ...input, outcomes, dimensions: ["region", "generation"] };
    const groups = effectsByGeneration(named, "difference_in_differences", options).get("trust");
    expect(groups?.map(({ generation }) => generation)).toEqual(names.toSorted());
  });

  test("of an experiment is that of its arms, and none where nothing can be compared", () => {
    const input = panelOf({ seed: 4 });
    const cells = Array.from({ length: 8 }, (_, i) => (i + 1) * 7).flatMap((week) =>
      ["gen_z", "boomer"].flatMap((generation) =>
        ["control", "plain"].map((arm) => {
          const share = arm === "plain" && generation === "gen_z" ? 0.62 : 0.5;
          const sum = Math.round(400 * share) + (week % 3);
          return { arm, generation, week, n: 400, sum };
        }),
      ),
    );
    const arms = { experiment: "e", control: "control", outcomes: { understanding: cells } };
    const groups = effectsIn({ ...input, arms }).get("understanding") ?? [];
    expect(groups).toMatchObject([
      { generation: "boomer", effect: expect.closeTo(0, 2) },
      { generation: "gen_z", effect: expect.closeTo(0.12, 2) },
    ]);
    expect(effectsByGeneration(input, "none", options).get("trust")).toEqual([]);
  });

  test("counts repeated answers of a generation as those of all: as many, and no more", () => {
    const input = tilted({ seed: 5 });
    const pairs = [{ week: 14, since: 21, pairs: 400, products: 250, sums: 520 }];
    const outcomes = input.outcomes.map((panel) => ({ ...panel, pairs }));
    const width = (one: JudgeInput) => {
      const [first] = effectsIn(one).get("understanding") ?? [];
      return (first?.high ?? 0) - (first?.low ?? 0);
    };
    const [plain, repeated] = [width(input), width({ ...input, outcomes })];
    expect(repeated).toBeGreaterThan(plain);
    expect(repeated).toBeLessThan(1.3 * plain);
  });
});
