import { locale, memo } from "./locale.ts";

const percent = memo(
  (digits: number) =>
    new Intl.NumberFormat(locale, {
      style: "percent",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
);
const fixed = memo(
  (digits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);
const signedFixed = memo(
  (digits: number) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: "exceptZero",
    }),
);
const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });

/** From so many cases on, a share carries one, two and three digits: the interval is then about as narrow. */
const FEW = 100;
const MANY = 1_000_000;
const MOST = 10_000_000;

/**
 * A share as per cent, with no more digits than `n` cases carry. What is not all is never "100%", and what is not
 * nothing never "0%": it takes another digit where n allows one, else it says ">99%" or "<1%".
 */
export function formatShare(share: number, n: number): string {
  const digits = digitsFor(n);
  if (share <= 0 || share >= 1) return percent(0).format(share);
  const most = n < FEW ? 0 : Math.max(2, digits);
  for (let tried = digits; tried <= most; tried += 1) {
    if (!roundsToEdge(share, tried)) return percent(tried).format(share);
  }
  const step = 10 ** -(most + 2);
  return share > 0.5 ? `>${percent(most).format(1 - step)}` : `<${percent(most).format(step)}`;
}

function digitsFor(n: number): number {
  if (n < FEW) return 0;
  if (n < MANY) return 1;
  return n < MOST ? 2 : 3;
}

function roundsToEdge(share: number, digits: number): boolean {
  const scale = 10 ** (digits + 2);
  const rounded = Math.round(share * scale);
  return rounded === 0 || rounded === scale;
}

/** For axes: with the digits that tell one step from the next. */
export function formatAxisShare(share: number, step: number): string {
  return percent(digitsOfStep(step * 100)).format(share);
}

const MAX_DIGITS = 4;

/** How many digits after the point write every multiple of `step` without rounding: 2 for 0.25. */
export function digitsOfStep(step: number): number {
  for (let digits = 0; digits < MAX_DIGITS; digits += 1) {
    const scaled = step * 10 ** digits;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) return digits;
  }
  return MAX_DIGITS;
}

/** A difference of shares in percentage points, signed. What is not nothing takes another digit or two before it is "0.0". */
export function formatPoints(difference: number): string {
  return withMinus(signedFixed(digitsOfPoints(difference)).format(difference * 100));
}

/** The size of such a difference, where words say which way it went. */
export function formatPointsSize(difference: number): string {
  return fixed(digitsOfPoints(difference)).format(Math.abs(difference) * 100);
}

function digitsOfPoints(difference: number): number {
  const most = 3;
  for (let digits = 1; digits <= most; digits += 1) {
    if (Math.round(difference * 10 ** (digits + 2)) !== 0) return digits;
  }
  return 1;
}

export function formatCount(count: number): string {
  return fixed(0).format(count);
}

export function formatCompact(count: number): string {
  return compact.format(count);
}

export function formatSigned(value: number, digits = 0): string {
  return withMinus(signedFixed(digits).format(value));
}

/** A minus as wide as the plus it stands beside. */
function withMinus(text: string): string {
  return text.replace("-", "−");
}

export function formatFixed(value: number, digits: number): string {
  return fixed(digits).format(value);
}

/** A mean on a scale of 0 to 100: what is not an end of it is never written as one. */
export function formatScore(score: number): string {
  if (score > 0 && score < 0.05) return `<${fixed(1).format(0.1)}`;
  if (score < 100 && score >= 99.95) return `>${fixed(1).format(99.9)}`;
  return fixed(1).format(score);
}

/** How many times as much: never a zero that is none. */
export function formatRatio(ratio: number): string {
  if (ratio > 0 && ratio < 0.005) return `<${fixed(2).format(0.01)}`;
  return fixed(ratio < 10 ? 2 : 1).format(ratio);
}

/** Rates may be tiny: three figures after the point below 1, and never a zero that is none. */
export function formatRate(rate: number): string {
  if (rate > 0 && rate < 0.0005) return `<${fixed(3).format(0.001)}`;
  return fixed(rateDigits(rate)).format(rate);
}

/** As many digits as a rate of this size is written with. */
export function rateDigits(rate: number): number {
  const size = Math.abs(rate);
  if (size === 0) return 0;
  if (size >= 10) return 1;
  return size >= 1 ? 2 : 3;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const unit = memo(
  (name: string) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "short",
      maximumSignificantDigits: 2,
    }),
);

export function formatDuration(ms: number): string {
  if (ms < SECOND) return unit("millisecond").format(ms);
  if (ms < MINUTE) return unit("second").format(ms / SECOND);
  if (ms < HOUR) return unit("minute").format(ms / MINUTE);
  return unit("hour").format(ms / HOUR);
}
