import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatCount } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { axisText } from "./axis.ts";
import { CurveTooltip } from "./curve-tooltip.tsx";
import type { CurveRow, CurveShape } from "./shape/curve.ts";
import { dayTicks, niceScale } from "./shape/scale.ts";

interface Props {
  title: string;
  shape: CurveShape;
  active: string | null;
}

const MAX_BANDS = 2;

/** Retention as steps, since it only falls on days when somebody leaves. */
export default function CurveLines({ title, shape, active }: Props) {
  const { rows, series } = shape;
  const scale = niceScale([shape.lowest, 1], "share");
  const isBanded = (key: string) => (active === null ? series.length <= MAX_BANDS : key === active);
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
          content={<CurveTooltip shape={shape} />}
          isAnimationActive={false}
          cursor={{ stroke: "var(--axis)" }}
        />
        {series
          .filter(({ key }) => isBanded(key))
          .map(({ key, style }) => (
            <Area
              key={`band-${key}`}
              type="stepAfter"
              dataKey={(row: CurveRow) => bandAt(row, key)}
              stroke="none"
              fill={style.colour}
              fillOpacity={0.16}
              isAnimationActive={false}
              activeDot={false}
              tooltipType="none"
            />
          ))}
        {series.map(({ key, style }) => (
          <Line
            key={key}
            type="stepAfter"
            dataKey={(row: CurveRow) => row.points[key]?.value ?? null}
            stroke={style.colour}
            strokeOpacity={active === null || active === key ? 1 : 0.18}
            strokeWidth={2}
            strokeDasharray={style.dash}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function bandAt(row: CurveRow, key: string): [number, number] | null {
  const point = row.points[key];
  if (point === undefined || point.low === null || point.high === null) return null;
  return [point.low, point.high];
}
