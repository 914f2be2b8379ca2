/** What was seen and what would have been, with its band: the Recharts part, loaded lazily. */
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { parseDay } from "#shared/days.ts";
import { formatTick } from "../format/dates.ts";
import { t } from "../i18n/translate.ts";
import { axisText } from "./axis.ts";
import type { Mark } from "./change-list.tsx";
import { CounterfactualTooltip } from "./counterfactual-tooltip.tsx";
import { MarkerShape } from "./marker.tsx";
import { expectedStyle, singleStyle } from "./palette.ts";
import { ROOM_FOR_FLAGS, referenceLines } from "./reference-lines.tsx";
import {
  type CounterfactualRow,
  type CounterfactualShape,
  isLonePoint,
} from "./shape/counterfactual.ts";
import { niceScale, tickDays } from "./shape/scale.ts";

interface Props {
  title: string;
  shape: CounterfactualShape;
  /** The day of the change. */
  date: string;
  /** Other changes of the days shown. */
  marks: readonly Mark[];
}

export function CounterfactualLines({ title, shape: { rows, ends }, date, marks }: Props) {
  const scale = niceScale(ends, "share", 4);
  const days = rows.map(({ day }) => day);
  const hiddenAt = scale.low + (scale.high - scale.low) * 0.02;
  return (
    <ResponsiveContainer width="100%" height={230}>
      <ComposedChart
        data={rows}
        margin={{ top: marks.length > 0 ? ROOM_FOR_FLAGS : 12, right: 16, bottom: 4, left: 0 }}
        accessibilityLayer
        aria-label={t("chart.keyboard", { title })}
      >
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        <XAxis
          dataKey="day"
          type="number"
          domain={[days[0] ?? 0, days.at(-1) ?? 1]}
          ticks={tickDays(days, 5)}
          tickFormatter={(day: number) => formatTick(day, "week")}
          stroke="var(--axis)"
          tickLine={false}
          minTickGap={16}
          padding={{ left: 8, right: 8 }}
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
          content={<CounterfactualTooltip />}
          isAnimationActive={false}
          cursor={{ stroke: "var(--axis)" }}
        />
        <ReferenceLine x={parseDay(date) ?? 0} stroke="var(--mark)" strokeDasharray="2 3" />
        <Area
          dataKey={({ band }: CounterfactualRow) => band}
          stroke="none"
          fill={expectedStyle.colour}
          fillOpacity={0.22}
          isAnimationActive={false}
          activeDot={false}
          tooltipType="none"
        />
        <Line
          dataKey={({ expected }: CounterfactualRow) => expected}
          stroke={expectedStyle.colour}
          strokeWidth={2}
          strokeDasharray={expectedStyle.dash}
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey={({ seen }: CounterfactualRow) => seen}
          stroke={singleStyle.colour}
          strokeWidth={2}
          dot={({ cx, cy, index }: { cx?: number; cy?: number; index?: number }) =>
            cx !== undefined && cy !== undefined && isLonePoint(rows, index ?? 0) ? (
              <MarkerShape key={index} x={cx} y={cy} style={singleStyle} />
            ) : (
              <g key={index} />
            )
          }
          activeDot={{ r: 4 }}
          isAnimationActive={false}
        />
        <Line
          dataKey={({ isHidden }: CounterfactualRow) => (isHidden ? hiddenAt : null)}
          stroke="none"
          dot={{ r: 3.5, stroke: singleStyle.colour, strokeWidth: 1.5, fill: "var(--surface)" }}
          activeDot={false}
          tooltipType="none"
          isAnimationActive={false}
        />
        {referenceLines(marks, [], [])}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
