/** Interrupted time series of one outcome: what its own past would have led to, checked at dates on which nothing happened. */
import type { SeriesWeek } from "../stats/ar1-filter.ts";
import { interruptedSeries } from "../stats/interrupted-series.ts";
import { seriesGap } from "../stats/series-gap.ts";
import { twoSidedNormal } from "../stats/tails.ts";
import type { Estimated, SeriesChecks } from "./estimate.ts";
import { type Calendar, type Unit, WEEK } from "./panel.ts";
import { placeboDates } from "./placebo-dates.ts";

/** Sine and cosine of a year, its half, its third: one for each full year before, so that none is fitted to a part of one. */
const MOST_HARMONICS = 3;
/** Of the weeks of a year, what may be missing. */
const MISSING = 0.2;
/**
 * Where no full year stands before, a season may be there all the same, and what looks like a trend be its flank. It may be as
 * high as the size that matters, a third of that, a tenth, or none: many people asked show even a low one, few can hide a high
 * one. Set by simulation (docs/calibration.md): without it a fifth of the seasons became claims.
 */
const UNKNOWN_SEASON = {
  relative: [1, 1, 0.5, 0.5],
  heights: [
    { height: 0, weight: 0.45 },
    { height: 0.1, weight: 0.15 },
    { height: 0.3, weight: 0.1 },
    { height: 1, weight: 0.3 },
  ],
};
/** A season is uneven: the next wave after those fitted, which one year can't tell from shocks, is a third as high, or less. */
const NEXT_WAVE = {
  relative: [1, 1],
  heights: [
    { height: 0, weight: 0.6 },
    { height: 0.12, weight: 0.2 },
    { height: 0.35, weight: 0.2 },
  ],
};
/** Of the variance, so that one of 0, which would be certain of the gap, can't come of people who answer alike for ever. */
const LEAST_LEFT = 1e-6;

/**
 * `past`: the stretches before, each with a level of its own, since a change lies between two of them; trend and season are those
 * of all. The last one's level goes on. `extraVariance`: what answers of the same people add to the variance of a gap that weighs
 * the weeks so, or take from it. Null where nothing can be fitted.
 */
export function seriesEstimate(
  past: readonly (readonly Unit[])[],
  after: readonly Unit[],
  weekOfChange: number,
  extraVariance: (units: readonly Unit[], weightsOf: () => readonly number[]) => number,
  { size, calendar, withPath }: { size: number; calendar: Calendar; withPath: boolean },
): (Estimated & SeriesChecks) | null {
  const before = past.flat();
  const harmonics = harmonicsOf(before, weekOfChange, calendar);
  const season = harmonics > 0;
  const drawn = season ? NEXT_WAVE : UNKNOWN_SEASON;
  const waves = harmonics + drawn.relative.length / 2;
  const earlier = past.slice(0, -1).map((stretch) => new Set(stretch.map(({ week }) => week)));
  const rows = (units: readonly Unit[]) =>
    units.map((unit) => {
      const levels = earlier.map((weeks) => (weeks.has(unit.week) ? 1 : 0));
      return rowOf(unit, weekOfChange, levels, waves, calendar.unitsAYear);
    });
  const fit = seriesGap(rows(before), rows(after), withPath, {
    relative: drawn.relative.map((one) => one * size),
    heights: drawn.heights,
  });
  if (fit === null) return null;
  const { gap, autocorrelation, tau } = fit;
  const flat = withoutSeason(rows(before), fit.coefficients, 2 + earlier.length);
  const placebos = placeboDates(flat, after.length, autocorrelation, tau);
  const { widenedBy } = placebos;
  const repeats = extraVariance([...before, ...after], () => {
    const weights = fit.weights();
    return [...weights.before, ...weights.after];
  });
  const more = Math.sqrt(Math.max(LEAST_LEFT, 1 + repeats / gap.standardError ** 2)) * widenedBy;
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
    degreesOfFreedom: before.length - 2 - earlier.length - 2 * harmonics,
    path: fit.path.map((own, i) => {
      const { value = 0, week = 0 } = after[i] ?? {};
      const { low, high } = own.limits(0.95);
      const middle = value - own.effect;
      const reach = (limit: number) => (limit - own.effect) * widenedBy;
      return { week, value: middle, low: middle - reach(high), high: middle - reach(low) };
    }),
    autocorrelation,
    season,
    placeboDates: { tried: placebos.tried, rejected: placebos.rejected },
    widenedBy,
    neweyWestP: neweyWest([...(past.at(-1) ?? []), ...after], weekOfChange),
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
  levels: readonly number[],
  waves: number,
  unitsAYear: number,
): SeriesWeek {
  const t = Math.round((week - origin) / WEEK);
  const x = [1, t / unitsAYear, ...levels];
  for (let i = 1; i <= waves; i += 1) {
    const angle = (2 * Math.PI * i * t) / unitsAYear;
    x.push(Math.sin(angle), Math.cos(angle));
  }
  return { t, value, variance, x };
}

/** The season taken out, and only the first regressors, levels and trend, left to fit: parts of a year can't tell it. */
function withoutSeason(
  rows: readonly SeriesWeek[],
  coefficients: readonly number[],
  kept: number,
): SeriesWeek[] {
  return rows.map((row) => {
    const season = row.x.reduce(
      (sum, x, i) => (i < kept ? sum : sum + (coefficients[i] ?? 0) * x),
      0,
    );
    return { ...row, value: row.value - season, x: row.x.slice(0, kept) };
  });
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
