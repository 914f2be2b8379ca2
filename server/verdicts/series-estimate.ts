/** Interrupted time series of one outcome: what its own past would have led to, checked at dates on which nothing happened. */
import { filterFit, type SeriesWeek } from "../stats/ar1-filter.ts";
import { interruptedSeries } from "../stats/interrupted-series.ts";
import { seriesGap } from "../stats/series-gap.ts";
import { twoSidedNormal } from "../stats/tails.ts";
import type { Estimated, SeriesChecks } from "./estimate.ts";
import { type Calendar, FEWEST_WEEKS_BEFORE, type Unit, WEEK } from "./panel.ts";

/** Sine and cosine of a year, its half, its third: one for each full year before, so that none is fitted to a part of one. */
const MOST_HARMONICS = 3;
/** Of the weeks of a year, what may be missing. */
const MISSING = 0.2;
/** Weeks between two placebo dates: most of their weeks after are then their own. */
const BETWEEN_PLACEBOS = 4;
const TOLERATED = 0.1;
const LEVEL_Z = 1.959964;

/** `extraVariance`: what answers of the same people add to the variance of the gap. Null where nothing can be fitted. */
export function seriesEstimate(
  before: readonly Unit[],
  after: readonly Unit[],
  weekOfChange: number,
  extraVariance: number,
  { calendar, withPath }: { calendar: Calendar; withPath: boolean },
): (Estimated & SeriesChecks) | null {
  const harmonics = harmonicsOf(before, weekOfChange, calendar);
  const season = harmonics > 0;
  const rows = (units: readonly Unit[]) =>
    units.map((unit) => rowOf(unit, weekOfChange, harmonics, calendar.unitsAYear));
  const fit = seriesGap(rows(before), rows(after), withPath);
  if (fit === null) return null;
  const { gap, autocorrelation, tau } = fit;
  const flat = season ? withoutSeason(rows(before), autocorrelation, tau) : rows(before);
  const placebos = placeboScores(flat, after.length, autocorrelation, tau);
  const rejected = placebos.filter((score) => score > LEVEL_Z).length;
  const widenedBy = widening(placebos);
  const more = Math.sqrt(1 + extraVariance / gap.standardError ** 2) * widenedBy;
  const stretch = (limit: number) => gap.effect + (limit - gap.effect) * more;
  return {
    effect: gap.effect,
    standardError: gap.standardError * more,
    // The p of "no effect", once everything lies `more` times as wide.
    p: gap.pValue(gap.effect - gap.effect / more),
    limits: (confidence) => {
      const { low, high } = gap.limits(confidence);
      return { low: stretch(low), high: stretch(high) };
    },
    degreesOfFreedom: before.length - 2 - 2 * harmonics,
    path: fit.path.map((own, i) => {
      const { value = 0, week = 0 } = after[i] ?? {};
      const { low, high } = own.limits(0.95);
      const middle = value - own.effect;
      const reach = (limit: number) => (limit - own.effect) * widenedBy;
      return { week, value: middle, low: middle - reach(high), high: middle - reach(low) };
    }),
    autocorrelation,
    season,
    placeboDates: { tried: placebos.length, rejected },
    widenedBy,
    neweyWestP: neweyWest([...before, ...after], weekOfChange),
  };
}

function harmonicsOf(before: readonly Unit[], weekOfChange: number, calendar: Calendar): number {
  const span = (weekOfChange - (before[0]?.week ?? weekOfChange)) / WEEK;
  // Fifty-two weeks are a year, though a day or two short of it.
  const years = Math.floor(span / Math.floor(calendar.unitsAYear));
  const isDense = before.length >= (1 - MISSING) * span;
  return isDense ? Math.min(MOST_HARMONICS, years) : 0;
}

function rowOf(
  { week, value, variance }: Unit,
  origin: number,
  harmonics: number,
  unitsAYear: number,
): SeriesWeek {
  const t = Math.round((week - origin) / WEEK);
  const x = [1, t / unitsAYear];
  for (let i = 1; i <= harmonics; i += 1) {
    const angle = (2 * Math.PI * i * t) / unitsAYear;
    x.push(Math.sin(angle), Math.cos(angle));
  }
  return { t, value, variance, x };
}

/** The season of the whole year before taken out, and only level and trend left to fit: parts of a year can't tell it. */
function withoutSeason(rows: readonly SeriesWeek[], rho: number, tau: number): SeriesWeek[] {
  const b = filterFit(rows, Math.min(rho, 0.95), tau * tau)?.coefficients ?? [];
  return rows.map((row) => {
    const season = row.x.reduce((sum, x, i) => (i < 2 ? sum : sum + (b[i] ?? 0) * x), 0);
    return { ...row, value: row.value - season, x: row.x.slice(0, 2) };
  });
}

/** |z| of the same gap at earlier dates, each with twelve weeks before and as many after as the change has. */
function placeboScores(
  rows: readonly SeriesWeek[],
  weeksAfter: number,
  rho: number,
  tau: number,
): number[] {
  const scores: number[] = [];
  for (let from = rows.length - weeksAfter; from >= FEWEST_WEEKS_BEFORE; from -= BETWEEN_PLACEBOS) {
    const after = rows.slice(from, from + weeksAfter);
    const precisions = after.map(({ variance }) => 1 / (variance + tau * tau));
    const all = precisions.reduce((a, b) => a + b, 0);
    const fit = filterFit(rows.slice(0, from), rho, tau * tau);
    const gap = fit?.gap(
      after,
      precisions.map((one) => one / all),
    );
    if (gap !== undefined && gap.variance > 0) {
      scores.push(Math.abs(gap.effect) / Math.sqrt(gap.variance));
    }
  }
  return scores;
}

/** By how much intervals have to grow until no more than a tenth of the placebo dates reject; 1 where they don't. */
function widening(scores: readonly number[]): number {
  const allowed = Math.floor(TOLERATED * scores.length);
  const marginal = scores.toSorted((a, b) => b - a)[allowed];
  return marginal === undefined ? 1 : Math.max(1, marginal / LEVEL_Z);
}

/** To compare with only: too small with few weeks. */
function neweyWest(units: readonly Unit[], weekOfChange: number): number | null {
  const n = units.length;
  const lag = Math.floor(4 * (n / 100) ** (2 / 9));
  const series = units.map(({ week, value }) => ({
    t: (week - weekOfChange) / WEEK,
    value,
    weight: 1,
  }));
  const { levelChange } = interruptedSeries(series, 0, lag, 0.95);
  if (levelChange?.standardError == null) return null;
  return twoSidedNormal(levelChange.estimate / levelChange.standardError);
}
