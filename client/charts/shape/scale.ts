/** An axis with round ticks. Shares keep to 0…1 and zoom in; what starts at nothing starts at zero. */
export interface Scale {
  low: number;
  high: number;
  step: number;
  ticks: number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

export function niceScale(values: readonly number[], unit: string, count = 5): Scale {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return scaleOf(0, 1, 0.25);
  const fromZero = unit === "per_1000_consent_days" || unit === "ratio";
  let low = Math.min(...known, ...(fromZero ? [0] : []));
  let high = Math.max(...known);
  if (unit === "count" && low > 0 && low < high * 0.6) low = 0;
  const pad = high > low ? (high - low) * 0.05 : Math.abs(high) * 0.1 || 0.5;
  low = fromZero || low === 0 ? low : low - pad;
  high += pad;
  // A share of what others count can be above 1: more opt-ins than displays on a day.
  const most = Math.max(1, ...known);
  if (unit === "share") [low, high] = [Math.max(0, low), Math.min(most, high)];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  let step = (STEPS.find((factor) => factor * power >= rough) ?? 10) * power;
  if (unit === "count") step = Math.max(1, step);
  const top = Math.ceil(high / step - 1e-9) * step;
  return scaleOf(
    Math.floor(low / step + 1e-9) * step,
    unit === "share" && most === 1 ? Math.min(1, top) : top,
    step,
  );
}

function scaleOf(low: number, high: number, step: number): Scale {
  const ticks: number[] = [];
  for (let index = 0; low + index * step <= high + step * 1e-6; index += 1) {
    ticks.push(Number((low + index * step).toPrecision(12)));
  }
  return { low, high, step, ticks };
}

/** Where a value stands between the ends, 0…1. */
export function placeOf(value: number, scale: Scale): number {
  return (value - scale.low) / (scale.high - scale.low);
}

const DAY_STEPS = [1, 2, 5, 7, 15, 30, 60, 90, 180, 365];

/** Days since the grant that people think in, at most eight, from 0 up to `last`. */
export function dayTicks(last: number): number[] {
  const step = DAY_STEPS.find((days) => last / days < 7) ?? 365;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
}

/** About `count` of the days, evenly spread, always from among them. */
export function tickDays(days: readonly number[], count: number): number[] {
  const every = Math.max(1, Math.ceil(days.length / count));
  return days.filter((_, index) => index % every === 0);
}
