import type { Difference, Figure, Trend, Unit } from "#shared/contract/metric.ts";
import { formatDifference } from "../format/figures.ts";
import { t } from "../i18n/translate.ts";
import { Icon } from "./icon.tsx";

interface Props {
  trend: Trend;
  /** Which way the figure went, apart from whether that is good. */
  direction: "up" | "down" | "flat";
  text?: string;
}

const tones = { better: "good", worse: "bad", unclear: "neutral", unknown: "neutral" } as const;

/** Arrow for the way it went, word and colour for whether that is good. */
export function TrendBadge({ trend, direction, text }: Props) {
  const icon = trend === "unclear" || trend === "unknown" ? "flat" : direction;
  return (
    <span className={`badge tone-${tones[trend]}`}>
      <Icon name={icon} />
      {t(`trend.${trend}`)}
      {text !== undefined && <span className="badge-detail">{text}</span>}
    </span>
  );
}

/** The difference, its interval where it has one; of shares in percentage points. */
export function differenceText({ value, low, high }: Difference, unit: Unit): string {
  const signed = formatDifference(value, unit);
  const text = unit === "share" ? t("unit.points", { value: signed }) : signed;
  if (low === null || high === null) return text;
  const limits = { low: formatDifference(low, unit), high: formatDifference(high, unit) };
  return `${text} (${t("trend.interval", limits)})`;
}

export function directionOf(value: number | null): Props["direction"] {
  if (value === null || value === 0) return "flat";
  return value > 0 ? "up" : "down";
}

/** The same without words around it, for tables; screen readers still get the word. */
export function TrendMark({ trend, now, before }: { trend: Trend; now: Figure; before: Figure }) {
  if (trend === "unknown" || trend === "unclear") return null;
  const isUp = (valueIn(now) ?? 0) > (valueIn(before) ?? 0);
  return (
    <span className={`trend-mark tone-${tones[trend]}`}>
      <Icon name={isUp ? "up" : "down"} />
      <span className="sr-only">{t(`trend.${trend}`)}</span>
    </span>
  );
}

function valueIn(figure: Figure): number | null {
  return figure.suppressed ? null : figure.value;
}
