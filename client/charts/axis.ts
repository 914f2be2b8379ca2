import type { Unit } from "#shared/contract/metric.ts";
import { digitsOfStep, formatAxisShare, formatCompact, formatFixed } from "../format/numbers.ts";
import type { Scale } from "./shape/scale.ts";

export function axisText(value: number, unit: Unit, scale: Scale): string {
  if (unit === "share") return formatAxisShare(value, scale.step);
  return unit === "count" ? formatCompact(value) : formatFixed(value, digitsOfStep(scale.step));
}
