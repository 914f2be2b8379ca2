// What moves a group's shares from week to week without any change: trend, season, autocorrelated shocks.
import type { Random } from "../../seed/random.ts";
import type { Weather } from "./scenario.ts";

const YEAR_WEEKS = 365.25 / 7;
const POINT = 0.01;
const HALF_YEAR = 1 / 3;
/** Of the season's height: how groups differ. */
const OWN_SEASON = 0.2;

/** Shares to add, for each group by week. `weeks` count from the week of the change. */
export function coursesOf(
  random: Random,
  weather: Weather,
  groups: number,
  weeks: readonly number[],
  scale: number,
): Float64Array[] {
  const trend = weather.trend * (2 * random.next() - 1);
  const [phase, halfPhase] = [random.next(), random.next()];
  const height = weather.season * random.between(0.5, 1.5);
  const memory = random.between(...weather.memory);
  const shocks = autocorrelated(random, weeks.length, weather.shock, memory);
  return Array.from({ length: groups }, () => {
    const slope = trend + weather.ownTrend * random.normal();
    const own = height * (1 + OWN_SEASON * random.normal());
    const ownShocks = autocorrelated(random, weeks.length, weather.ownShock, memory);
    return Float64Array.from(weeks, (week, i) => {
      const year = week / YEAR_WEEKS;
      const wave =
        Math.sin(2 * Math.PI * (year + phase)) +
        HALF_YEAR * Math.sin(4 * Math.PI * (year + halfPhase));
      const points = slope * year + own * wave + (shocks[i] ?? 0) + (ownShocks[i] ?? 0);
      return scale * POINT * points;
    });
  });
}

function autocorrelated(random: Random, weeks: number, sd: number, memory: number): Float64Array {
  const series = new Float64Array(weeks);
  let value = random.normal();
  for (let i = 0; i < weeks; i += 1) {
    series[i] = sd * value;
    value = memory * value + Math.sqrt(1 - memory * memory) * random.normal();
  }
  return series;
}
