/** The demo world at full size holds the truth that it says it does. */
import { describe, expect, test } from "vitest";
import { generateSubjects } from "../../../seed/generate.ts";
import { demoWorld } from "../../../seed/worlds/demo.ts";
import { type PlantedChange, plantedTruth } from "../../../seed/worlds/truth.ts";
import type { Born, Outcome } from "../../../seed/worlds/world.ts";
import { isIn, readWorld, type Seen, shareOf, weekOf } from "./read-events.ts";

const until = "2026-08-31";
const lastDay = Date.parse(until) / 86_400_000;
const { seed, days, subjects } = demoWorld;
const truth = plantedTruth(demoWorld, until);

let count = 0;
function* counted() {
  for (const events of generateSubjects(demoWorld, { seed, until, days, subjects })) {
    count += events.length;
    yield events;
  }
}
const world = readWorld(counted());

const claimed = ["understanding", "trust", "opt_in_yield", "early_withdrawal"] as const;

const answersTo = (question: string) => world.answers.filter((row) => row.question === question);
const rows: Record<(typeof claimed)[number], Seen[]> = {
  understanding: answersTo("understanding"),
  trust: answersTo("trust"),
  opt_in_yield: world.exposures.filter(({ day }) => day <= lastDay - 8),
  early_withdrawal: world.spells.filter(({ day }) => day <= lastDay - 8),
};

/**
 * How far a figure may be from the truth: 3.5 standard errors of simple samples, a third more for the
 * weather and because one person gives several answers, and what the smallest share cuts off (0.3 points).
 */
const tolerance = (variance: number) => 3.5 * 1.33 * Math.sqrt(variance) + 0.003;

/** Eight weeks after against twelve before; within the scope, less the same outside it where it is regional. */
function estimate(change: PlantedChange, outcome: (typeof claimed)[number]) {
  const week = weekOf(change.firstDay);
  const { channels, regions } = change.scope;
  const gap = (side: readonly Seen[]) => {
    const weeksAfter = (row: Seen) => weekOf(row.day) - week;
    const after = shareOf(side.filter((row) => weeksAfter(row) > 0 && weeksAfter(row) <= 8));
    const before = shareOf(side.filter((row) => weeksAfter(row) < 0 && weeksAfter(row) >= -12));
    return { value: after.value - before.value, variance: after.variance + before.variance };
  };
  const isInside = (row: Seen) => isIn(channels, row.channel) && isIn(regions, row.region);
  const inside = gap(rows[outcome].filter(isInside));
  if (change.design !== "difference_in_differences") return inside;
  const outside = gap(rows[outcome].filter((row) => !isInside(row)));
  return {
    value: inside.value - outside.value,
    variance: inside.variance + outside.variance,
  };
}

test("the whole world is within its budget", () => {
  expect(count).toBeGreaterThan(540_000);
  expect(count).toBeLessThan(620_000);
});

describe.each(truth.changes.filter(({ design }) => design !== "none"))("$key", (change) => {
  test.each(claimed)("moves %s as planted", (outcome) => {
    const { value, variance } = estimate(change, outcome);
    expect(Math.abs(value - change.effects[outcome])).toBeLessThan(tolerance(variance));
    // Precise enough to tell an effect of twice the size that matters from none.
    expect(Math.sqrt(variance)).toBeLessThan(outcome === "early_withdrawal" ? 0.011 : 0.026);
  });

  test("what is planted is nothing, or at least twice the size that matters", () => {
    for (const outcome of claimed) {
      const least = outcome === "early_withdrawal" ? 0.02 : 0.06;
      const size = Math.abs(change.effects[outcome]);
      expect(size === 0 || size >= least).toBe(true);
    }
  });
});

describe.each(truth.experiments)("$slug", (experiment) => {
  const of = (outcome: (typeof claimed)[number], variant: string, generation?: Born) =>
    shareOf(
      rows[outcome].filter(
        (row) =>
          row.variant === variant && (generation === undefined || row.generation === generation),
      ),
    );

  test.each(claimed)("its variant moves %s as planted", (outcome) => {
    const control = of(outcome, experiment.control);
    const variant = of(outcome, experiment.variant);
    const error = Math.abs(variant.value - control.value - experiment.effects[outcome]);
    expect(error).toBeLessThan(tolerance(control.variance + variant.variance));
  });

  test("people are split evenly, and only meanwhile", () => {
    const exposed = world.exposures.filter(({ variant }) =>
      [experiment.control, experiment.variant].includes(variant),
    );
    const share = exposed.filter(({ variant }) => variant === experiment.variant).length;
    // Two or three exposures a person: four standard errors of as many fewer.
    const deviation = Math.abs(share / exposed.length - 0.5);
    expect(deviation).toBeLessThan(4 * Math.sqrt((0.25 * 3) / exposed.length));
    for (const { day } of exposed) {
      expect(day).toBeGreaterThanOrEqual(experiment.firstDay);
      expect(day).toBeLessThanOrEqual(experiment.lastDay + 7);
    }
  });

  test.each(["millennial", "boomer"] as const)("%s feel it as planted", (generation) => {
    const control = of("opt_in_yield", experiment.control, generation);
    const variant = of("opt_in_yield", experiment.variant, generation);
    const effect = experiment.yieldByGeneration[generation];
    const error = Math.abs(variant.value - control.value - effect);
    expect(error).toBeLessThan(tolerance(control.variance + variant.variance));
  });
});

describe("before any change", () => {
  const firstChange = truth.changes[0]?.firstDay ?? 0;
  const before = (outcome: Outcome & keyof typeof rows, generation: Born) =>
    shareOf(rows[outcome].filter((row) => row.day < firstChange && row.generation === generation));

  test.each(["boomer", "gen_x", "millennial", "gen_z"] as const)("%s are as planted", (born) => {
    const planted = {
      opt_in_yield: truth.optIn[born].legal,
      early_withdrawal: truth.earlyWithdrawal[born],
      understanding: truth.understanding[born],
      trust: truth.trust[born],
    };
    for (const outcome of claimed) {
      const { value, variance } = before(outcome, born);
      expect(Math.abs(value - planted[outcome])).toBeLessThan(tolerance(variance));
    }
  });
});
