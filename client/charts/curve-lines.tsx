import { memo } from "react";
import { CartesianGrid, ComposedChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatCount } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { axisText } from "./axis.ts";
import { CurveTooltip } from "./curve-tooltip.tsx";
import { ActiveDots, GroupLines, rowsToPointAt } from "./group-lines.tsx";
import type { CurveRow, CurveShape } from "./shape/curve.ts";
import { dayTicks, niceScale } from "./shape/scale.ts";

interface Props {
  title: string;
  shape: CurveShape;
  active: string | null;
}

const MAX_BANDS = 2;

/** Retention as steps, since it only falls on days when somebody leaves. */
export const CurveLines = memo(function CurveLines({ title, shape, active }: Props) {
  const { rows, series } = shape;
  const scale = niceScale([shape.lowest, 1], "share");
  const banded = series
    .filter(({ key }) => (active === null ? series.length <= MAX_BANDS : key === active))
    .map(({ key }) => key);
  return (
    <ResponsiveContainer width="100%" height={300}>
      <ComposedChart
        data={rows}
        margin={{ top: 12, right: 16, bottom: 4, left: 0 }}
        aria-label={t("chart.keyboard", { title })}
      >
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        <XAxis
          dataKey="day"
          type="number"
          domain={["dataMin", "dataMax"]}
          tickFormatter={formatCount}
          ticks={dayTicks(rows.at(-1)?.day ?? 0)}
          stroke="var(--axis)"
          tickLine={false}
        />
        <YAxis
          domain={[scale.low, scale.high]}
          ticks={scale.ticks}
          tickFormatter={(value: number) => axisText(value, "share", scale)}
          stroke="var(--axis)"
          axisLine={false}
          tickLine={false}
          width={48}
          allowDataOverflow
        />
        <Tooltip
          content={<CurveTooltip shape={shape} broughtOut={active} />}
          isAnimationActive={false}
          cursor={{ stroke: "var(--axis)" }}
        />
        {rowsToPointAt}
        <GroupLines
          rows={rows}
          groups={series}
          active={active}
          banded={banded}
          valueAt={valueAt}
          bandAt={bandAt}
          isStep
        />
        <ActiveDots groups={series} active={active} valueAt={valueAt} />
      </ComposedChart>
    </ResponsiveContainer>
  );
});

function valueAt(row: CurveRow, key: string): number | null {
  return row.points[key]?.value ?? null;
}

function bandAt(row: CurveRow, key: string): [number, number] | null {
  const point = row.points[key];
  if (point === undefined || point.low === null || point.high === null) return null;
  return [point.low, point.high];
}
