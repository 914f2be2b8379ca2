import type { Trend } from "#shared/contract/overview.ts";
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

export function directionOf(value: number | null): Props["direction"] {
  if (value === null || value === 0) return "flat";
  return value > 0 ? "up" : "down";
}
