// What several changes teach together: by kind, by how their notices read, and for whom.
import { describe, expect, test } from "vitest";
import type { VerdictAnswer } from "#shared/contract/verdict.ts";
import { type Learned, learn } from "../../../server/verdicts/learned.ts";
import { outcome } from "../../ui/charts/verdict-answers.ts";

const nothing = { n: 0, value: null, low: null, high: null };
const spread = (effect: number, half: number) => ({
  effect,
  low: effect - half,
  high: effect + half,
});

function change(
  id: string,
  effect: number,
  more: Partial<Learned> = {},
  byGroup: Record<string, [effect: number, half: number] | null> = {},
): Learned {
  const groups = Object.entries(byGroup).map(([group, own]) => ({
    group,
    before: nothing,
    after: nothing,
    effect: own === null ? null : spread(...own),
  }));
  const answer: Pick<VerdictAnswer, "change" | "outcomes" | "byGeneration"> = {
    change: { id, title: id, date: "2026-03-01" },
    outcomes: [outcome(spread(effect, 0.02))],
    byGeneration: [{ metric: "understanding", groups }],
  };
  return { kind: "wording", reading: null, answer, ...more };
}

const understanding = (changes: readonly Learned[]) => {
  const found = learn(changes).find(({ metric }) => metric === "understanding");
  if (found === undefined) throw new Error("not there");
  return found;
};

describe("the mean by how the notice reads", () => {
  test("is of the changes that are alike in it, and leaves out those without a notice", () => {
    const { readings } = understanding([
      change("a", 0.1, { reading: "easier" }),
      change("b", 0.06, { reading: "easier" }),
      change("c", -0.05, { reading: "harder" }),
      change("d", 0.3),
    ]);
    expect(readings).toMatchObject([
      { step: "easier", changes: 2, effect: expect.closeTo(0.08, 6) },
      { step: "harder", changes: 1, effect: expect.closeTo(-0.05, 6) },
    ]);
  });

  test("is none where no change has one", () => {
    expect(understanding([change("a", 0.1)]).readings).toEqual([]);
  });
});

describe("what works for whom", () => {
  const young = { gen_z: [0.2, 0.02], boomer: [0.02, 0.02] } as const;
  const groups = (all: Readonly<Record<string, readonly [number, number]>>) =>
    all as Record<string, [number, number]>;

  test("is told by kind and generation, in their order, weighted by how well each is known", () => {
    const { forWhom } = understanding([
      change("a", 0.1, {}, groups(young)),
      change("b", 0.1, {}, groups({ gen_z: [0.1, 0.04] })),
      change("c", 0.1, { kind: "flow" }, groups({ gen_x: [-0.1, 0.02] })),
    ]);
    expect(forWhom).toMatchObject([
      {
        kind: "wording",
        changes: 2,
        generations: [
          { generation: "boomer", own: { effect: expect.closeTo(0.02, 6) }, shrunken: null },
          { generation: "gen_z", own: { effect: expect.closeTo(0.18, 6) }, shrunken: null },
        ],
      },
      { kind: "flow", changes: 1, generations: [{ generation: "gen_x" }] },
    ]);
  });

  test("with four generations draws each towards the others, the weak ones further", () => {
    const [wording] = understanding([
      change(
        "a",
        0.1,
        {},
        {
          silent: [0.3, 0.3],
          boomer: [0.05, 0.03],
          gen_x: [0.06, 0.03],
          gen_z: [0.1, 0.03],
        },
      ),
    ]).forWhom;
    const moved = wording?.generations.map(
      ({ own, shrunken }) => own.effect - (shrunken?.effect ?? Number.NaN),
    );
    const [silent = 0, , , last = 0] = moved ?? [];
    expect(silent).toBeGreaterThan(0.04);
    expect(Math.abs(last)).toBeLessThan(silent);
  });

  test("says nothing of who states no generation, of what is hidden, or of a verdict kept before", () => {
    const kept = change("k", 0.1, {}, { gen_z: [0.1, 0.02] });
    const before = kept.answer.byGeneration.map((one) => ({
      ...one,
      groups: one.groups.map(({ effect: _, ...rest }) => rest),
    }));
    const { forWhom } = understanding([
      change("a", 0.1, {}, { unknown: [0.1, 0.02], gen_z: null }),
      { ...kept, answer: { ...kept.answer, byGeneration: before } },
    ]);
    expect(forWhom).toEqual([]);
  });
});
