import type { Unit } from "#shared/contract/metric.ts";
import { formatAxisShare, formatCompact, formatFixed } from "../format/numbers.ts";
import type { Scale } from "./shape/scale.ts";

export function axisText(value: number, unit: Unit, scale: Scale): string {
  if (unit === "share") return formatAxisShare(value, scale.step);
  if (unit === "count") return formatCompact(value);
  const digits = scale.step >= 1 ? 0 : Math.min(3, Math.ceil(-Math.log10(scale.step) - 1e-9));
  return formatFixed(value, digits);
}
