/** A difference with its always-valid interval, day by day: the Recharts part, loaded lazily. */
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatTick } from "../format/dates.ts";
import { digitsOfStep, formatSigned } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import type { Mark } from "./change-list.tsx";
import { singleStyle } from "./palette.ts";
import { ROOM_FOR_FLAGS, referenceLines } from "./reference-lines.tsx";
import { SequenceTooltip } from "./sequence-tooltip.tsx";
import { tickDays } from "./shape/scale.ts";
import type { SequenceRow, SequenceShape } from "./shape/sequence.ts";

interface Props {
  title: string;
  shape: SequenceShape;
  /** The size that matters, as a share. */
  size: number;
  /** Changes of the days shown. */
  marks: readonly Mark[];
}

export function SequenceLines({ title, shape: { rows, scale }, size, marks }: Props) {
  const days = rows.map(({ day }) => day);
  return (
    <ResponsiveContainer width="100%" height={260}>
      <ComposedChart
        data={rows}
        margin={{ top: marks.length > 0 ? ROOM_FOR_FLAGS : 12, right: 16, bottom: 4, left: 0 }}
        accessibilityLayer
        aria-label={t("chart.keyboard", { title })}
      >
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        <ReferenceArea y1={-size} y2={size} fill="var(--neutral-soft)" fillOpacity={1} />
        <XAxis
          dataKey="day"
          type="number"
          domain={[days[0] ?? 0, days.at(-1) ?? 1]}
          ticks={tickDays(days, 5)}
          tickFormatter={(day: number) => formatTick(day, "day")}
          stroke="var(--axis)"
          tickLine={false}
          minTickGap={16}
          padding={{ left: 8, right: 8 }}
        />
        <YAxis
          domain={[scale.low, scale.high]}
          ticks={scale.ticks}
          tickFormatter={(value: number) =>
            formatSigned(value * 100, digitsOfStep(scale.step * 100))
          }
          stroke="var(--axis)"
          axisLine={false}
          tickLine={false}
          width={48}
          allowDataOverflow
        />
        <Tooltip
          content={<SequenceTooltip />}
          isAnimationActive={false}
          cursor={{ stroke: "var(--axis)" }}
        />
        <ReferenceLine y={0} stroke="var(--axis)" />
        <Area
          dataKey={({ band }: SequenceRow) => band}
          stroke="none"
          fill={singleStyle.colour}
          fillOpacity={0.16}
          isAnimationActive={false}
          activeDot={false}
          tooltipType="none"
        />
        <Line
          dataKey={({ difference }: SequenceRow) => difference}
          stroke={singleStyle.colour}
          strokeWidth={2}
          dot={false}
          activeDot={{ r: 4 }}
          isAnimationActive={false}
        />
        {referenceLines(marks, [], [])}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
