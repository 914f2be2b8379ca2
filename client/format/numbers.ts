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

const FEW = 100;
const MANY = 100_000;

/**
 * A share as per cent, with no more digits than `n` cases carry. What is not all is never "100%", and what is not
 * nothing never "0%": it takes another digit where n allows one, else it says ">99%" or "<1%".
 */
export function formatShare(share: number, n: number): string {
  const digits = n < FEW ? 0 : n < MANY ? 1 : 2;
  if (share <= 0 || share >= 1) return percent(0).format(share);
  const most = n < FEW ? 0 : 2;
  for (let tried = digits; tried <= most; tried += 1) {
    if (!roundsToEdge(share, tried)) return percent(tried).format(share);
  }
  const step = 10 ** -(most + 2);
  return share > 0.5 ? `>${percent(most).format(1 - step)}` : `<${percent(most).format(step)}`;
}

function roundsToEdge(share: number, digits: number): boolean {
  const scale = 10 ** (digits + 2);
  const rounded = Math.round(share * scale);
  return rounded === 0 || rounded === scale;
}

/** Whole per cents for axes, and one digit where the axis is fine. */
export function formatAxisShare(share: number, step: number): string {
  return percent(step < 0.01 ? 1 : 0).format(share);
}

/** A difference of shares in percentage points, signed. */
export function formatPoints(difference: number): string {
  return withMinus(signedFixed(1).format(difference * 100));
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

/** Rates may be tiny: three figures after the point below 1, and never a zero that is none. */
export function formatRate(rate: number): string {
  if (rate > 0 && rate < 0.0005) return `<${fixed(3).format(0.001)}`;
  return fixed(rate >= 10 ? 1 : rate >= 1 ? 2 : 3).format(rate);
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
