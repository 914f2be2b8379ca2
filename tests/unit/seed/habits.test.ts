/** The demo world looks like a company one could work for. */
import { describe, expect, test } from "vitest";
import { readDay, releaseDay } from "../../../seed/calendar.ts";
import { generateSubjects } from "../../../seed/generate.ts";
import { datedChanges } from "../../../seed/worlds/dates.ts";
import { demoWorld } from "../../../seed/worlds/demo.ts";
import { isIn, readWorld, type Seen, shareOf, weekOf } from "./read-events.ts";

const until = "2026-08-31";
const { seed, days } = demoWorld;
const subjects = [...generateSubjects(demoWorld, { seed, until, days, subjects: 12_000 })];
const events = subjects.flat();
const world = readWorld(subjects);
const generations = ["boomer", "gen_x", "millennial", "gen_z", "unknown"];

const of = <T extends Seen>(rows: readonly T[], generation: string) =>
  rows.filter((row) => row.generation === generation);

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

describe("the people", () => {
  test.each(generations)("%s consent and leave within what companies see", (generation) => {
    const granted = shareOf(of(world.exposures, generation)).value;
    expect(granted).toBeGreaterThan(0.4);
    expect(granted).toBeLessThan(0.65);
    const early = shareOf(of(world.spells, generation)).value;
    expect(early).toBeGreaterThan(0.02);
    expect(early).toBeLessThan(0.06);
  });

  test("the young leave sooner, and for want of a benefit", () => {
    const early = ["boomer", "gen_x", "millennial", "gen_z"].map(
      (generation) => shareOf(of(world.spells, generation)).value,
    );
    expect(early).toEqual(early.toSorted((a, b) => a - b));
    const reasons = (told: (year: number) => boolean) => {
      const counts = new Map<string, number>();
      for (const own of subjects) {
        if (!told(own.find((event) => event.birthYear !== undefined)?.birthYear ?? 0)) continue;
        for (const { reason } of own) {
          if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
        }
      }
      return [...counts].sort((a, b) => b[1] - a[1]).map(([reason]) => reason);
    };
    expect(reasons((year) => year >= 1997)[0]).toBe("no_benefit");
    expect(reasons((year) => year > 0 && year <= 1964)[0]).toBe("privacy_concern");
  });

  test("the benefit-led notice pleases the young more than the one before it", () => {
    const [before, last] = [...new Set(world.exposures.map(({ notice }) => notice))]
      .sort()
      .slice(-2);
    const gain = (generation: string) => {
      const own = of(world.exposures, generation);
      const under = (notice?: string) => shareOf(own.filter((row) => row.notice === notice)).value;
      return under(last) - under(before);
    };
    expect(gain("gen_z")).toBeGreaterThan(gain("boomer") + 0.03);
  });

  test("one in eight never tells its age", () => {
    const silent = subjects.filter(
      (own) => own.length > 0 && own.every((e) => e.birthYear === undefined && !e.generation),
    );
    expect(Math.abs(silent.length / subjects.length - 0.12)).toBeLessThan(0.02);
  });
});

describe("the surveys", () => {
  const pulse = world.answers.filter(({ survey }) => survey === "trust-pulse");

  test("are answered in every week, evenly", () => {
    const weekly = new Map<number, number>();
    for (const { day, question } of pulse) {
      if (question === "trust") weekly.set(weekOf(day), (weekly.get(weekOf(day)) ?? 0) + 1);
    }
    // The first and the last week are not whole.
    const whole = [...weekly].sort((a, b) => a[0] - b[0]).slice(1, -1);
    expect(whole.length).toBeGreaterThanOrEqual(76);
    const counts = whole.map(([, count]) => count);
    expect(Math.min(...counts)).toBeGreaterThan(0.7 * median(counts));
    expect(Math.max(...counts)).toBeLessThan(1.4 * median(counts));
  });

  test("are mostly general, and the older answer more", () => {
    const general = pulse.filter(({ purpose }) => purpose === "general").length / pulse.length;
    expect(general).toBeGreaterThan(0.75);
    expect(general).toBeLessThan(0.95);
    const perHead = (generation: "boomer" | "gen_z") =>
      of(pulse, generation).length / demoWorld.people.generations[generation].share;
    expect(perHead("boomer")).toBeGreaterThan(1.3 * perHead("gen_z"));
  });

  test("nobody answers a question of the survey twice in thirteen weeks of it", () => {
    const end = releaseDay(readDay(until), 0) + 1;
    for (const own of subjects.slice(0, 5000)) {
      const keys = own
        .filter(({ survey, question }) => survey === "trust-pulse" && question === "trust")
        .map(({ at }) => Math.ceil((end - Date.parse(at) / 86_400_000) / 91));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

test("opting out takes several times as long as opting in, until one tap does it", () => {
  const change = datedChanges(demoWorld, until)[0];
  if (change === undefined) throw new Error("the world has no change");
  const inScope = (event: (typeof events)[number]) =>
    isIn(change.scope.channels, event.channel ?? "") &&
    isIn(change.scope.regions, event.region ?? "") &&
    event.at >= change.date;
  const times = (type: string, easier: boolean) =>
    events
      .filter((event) => event.type === type && inScope(event) === easier)
      .flatMap(({ durationMs }) => durationMs ?? []);
  const optIn = median([...times("granted", true), ...times("granted", false)]);
  expect(median(times("withdrawn", false)) / optIn).toBeGreaterThan(5);
  expect(median(times("withdrawn", true)) / optIn).toBeLessThan(3);
});
