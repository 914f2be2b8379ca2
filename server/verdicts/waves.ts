/**
 * Weeks or waves. A survey that is not asked every week is counted in waves: runs of weeks with answers, each one unit at its
 * middle; what is asked every week stays in weeks, and a week missing here and there makes no wave.
 */
import { type Unit, WEEK } from "./panel.ts";

/** `weeks` are those that the units are made of. */
export type Waves = { unit: "week" | "wave"; units: Unit[]; weeks: ReadonlySet<number> };

/** Of the weeks between the first and the last with answers, at most this share has some. */
const SPARSE = 0.6;

/**
 * `weekOfChange` parts waves: the one that it falls into belongs to neither side, and is left out. A wave that reaches
 * `lastWeek` may not be whole yet, and is left out, too.
 */
export function wavesOf(units: readonly Unit[], weekOfChange: number, lastWeek: number): Waves {
  const [first, last] = [units[0], units.at(-1)];
  if (first === undefined || last === undefined)
    return { unit: "week", units: [], weeks: new Set() };
  const span = (last.week - first.week) / WEEK + 1;
  if (units.length / span > SPARSE) {
    return { unit: "week", units: [...units], weeks: new Set(units.map(({ week }) => week)) };
  }
  const waves: Unit[][] = [];
  for (const unit of units) {
    const open = waves.at(-1);
    const previous = open?.at(-1);
    if (open && previous && unit.week - previous.week === WEEK) open.push(unit);
    else waves.push([unit]);
  }
  const whole = waves.filter((wave) => {
    const [from, to] = [wave[0]?.week ?? 0, wave.at(-1)?.week ?? 0];
    return to < lastWeek && (to < weekOfChange || from > weekOfChange);
  });
  const weeks = new Set(whole.flat().map(({ week }) => week));
  return { unit: "wave", units: whole.map(joined), weeks };
}

function joined(wave: readonly Unit[]): Unit {
  const n = wave.reduce((sum, unit) => sum + unit.n, 0);
  const share = (unit: Unit) => unit.n / n;
  const middle = wave.reduce((sum, unit) => sum + share(unit) * unit.week, 0);
  return {
    week: Math.round(middle / WEEK) * WEEK + ((((wave[0]?.week ?? 0) % WEEK) + WEEK) % WEEK),
    n,
    value: wave.reduce((sum, unit) => sum + share(unit) * unit.value, 0),
    variance: wave.reduce((sum, unit) => sum + share(unit) ** 2 * unit.variance, 0),
  };
}
