/** What moves everybody's shares from week to week without any change: season and shocks. */
import { dayOf } from "./calendar.ts";
import { Random } from "./random.ts";
import type { Outcome, World } from "./worlds/world.ts";

const WEEK_MS = 7 * 86_400_000;
const YEAR_DAYS = 365.25;

/** Points to add to an outcome's share in a region at an instant. */
export type Weather = (outcome: Outcome, region: string, ms: number) => number;

/** Weeks are counted back from the end, so that a shorter world has the same weather. */
export function createWeather(world: World, seed: number, days: number, endMs: number): Weather {
  const outcomes = Object.keys(world.weather.shock) as Outcome[];
  const weeks = Math.ceil(days / 7) + 2;
  const tables = new Map<Outcome, Map<string, Float64Array>>();
  let stream = -1;
  for (const [place, outcome] of outcomes.entries()) {
    const { season, shock, regionalShock, memory } = world.weather;
    const common = shocks(new Random(seed, stream--), weeks, shock[outcome], memory);
    for (const week of common.keys()) {
      const yearShare = dayOf(endMs - (week + 0.5) * WEEK_MS) / YEAR_DAYS;
      const wave = Math.sin(2 * Math.PI * (yearShare + place / outcomes.length));
      common[week] = (common[week] ?? 0) + season[outcome] * wave;
    }
    const byRegion = new Map<string, Float64Array>();
    for (const region of world.people.regions) {
      const own = shocks(new Random(seed, stream--), weeks, regionalShock[outcome], memory);
      byRegion.set(
        region.code,
        own.map((value, week) => value + (common[week] ?? 0)),
      );
    }
    tables.set(outcome, byRegion);
  }
  return (outcome, region, ms) =>
    tables.get(outcome)?.get(region)?.[Math.floor((endMs - ms) / WEEK_MS)] ?? 0;
}

/** A stationary AR(1) series. */
function shocks(random: Random, weeks: number, sd: number, memory: number): Float64Array {
  const series = new Float64Array(weeks);
  let value = random.normal();
  for (const week of series.keys()) {
    series[week] = sd * value;
    value = memory * value + Math.sqrt(1 - memory ** 2) * random.normal();
  }
  return series;
}
