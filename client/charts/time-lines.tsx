/** Lines over time with interval bands, gaps, hidden cells, changes and benchmarks: the Recharts part, loaded lazily. */
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
import type { MetricAnswer } from "#shared/contract/metric.ts";
import type { Benchmark } from "#shared/contract/overview.ts";
import { parseDay } from "#shared/days.ts";
import { valueLabel } from "../components/labels.ts";
import { formatTick } from "../format/dates.ts";
import { formatList } from "../format/lists.ts";
import { formatAxisShare } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { axisText } from "./axis.ts";
import { ChangeFlag } from "./change-flag.tsx";
import type { Mark } from "./change-list.tsx";
import { MarkerShape } from "./marker.tsx";
import { niceScale, tickDays } from "./shape/scale.ts";
import {
  bandOf,
  extentOf,
  isLone,
  pointValue,
  type TimeRow,
  type TimeShape,
} from "./shape/time-series.ts";
import { TimeTooltip } from "./time-tooltip.tsx";

interface Props {
  title: string;
  answer: MetricAnswer;
  shape: TimeShape;
  active: string | null;
  marks: readonly Mark[];
  benchmarks: readonly Benchmark[];
}

const MAX_BANDS = 2;
const HEIGHT = 320;

export default function TimeLines({ title, answer, shape, active, marks, benchmarks }: Props) {
  const { rows, series } = shape;
  const banded = series
    .filter(({ key }) => (active === null ? series.length <= MAX_BANDS : key === active))
    .map(({ key }) => key);
  const allBands = series.length <= MAX_BANDS ? series.map(({ key }) => key) : [];
  const lines = benchmarks.map(({ value }) => value);
  const scale = niceScale([...extentOf(shape, allBands), ...lines], answer.unit);
  const days = rows.map(({ day }) => day);
  const domain = [days[0] ?? 0, days.at(-1) ?? 1];
  // Just above the axis, so that the dots are whole.
  const hiddenAt = scale.low + (scale.high - scale.low) * 0.018;
  const fade = (key: string) => (active === null || active === key ? 1 : 0.18);
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <ComposedChart
        data={rows}
        margin={{ top: 26, right: 16, bottom: 4, left: 0 }}
        accessibilityLayer
        aria-label={t("chart.keyboard", { title })}
      >
        <CartesianGrid vertical={false} stroke="var(--grid)" />
        <XAxis
          dataKey="day"
          type="number"
          domain={domain}
          ticks={tickDays(days, 7)}
          tickFormatter={(day: number) => formatTick(day, answer.grain)}
          stroke="var(--axis)"
          tickLine={false}
          minTickGap={20}
          padding={{ left: 12, right: 12 }}
        />
        <YAxis
          domain={[scale.low, scale.high]}
          ticks={scale.ticks}
          tickFormatter={(value: number) => axisText(value, answer.unit, scale)}
          stroke="var(--axis)"
          axisLine={false}
          tickLine={false}
          width={48}
          allowDataOverflow
        />
        <Tooltip
          content={<TimeTooltip answer={answer} shape={shape} />}
          isAnimationActive={false}
          cursor={{ stroke: "var(--axis)" }}
        />
        {benchmarks.map((benchmark) => (
          <ReferenceLine
            key={benchmark.id}
            y={benchmark.value}
            stroke="var(--benchmark)"
            strokeDasharray="6 4"
            label={{
              value: benchmarkText(benchmark),
              position: "insideBottomLeft",
              className: "benchmark-label",
            }}
          />
        ))}
        {marks.map((mark) => (
          <ReferenceLine
            key={mark.id}
            x={parseDay(mark.date) ?? 0}
            stroke="var(--mark)"
            strokeDasharray="2 3"
            ifOverflow="discard"
            label={<ChangeFlag mark={mark} />}
          />
        ))}
        {series
          .filter(({ key }) => banded.includes(key))
          .map(({ key, style }) => (
            <Area
              key={`band-${key}`}
              dataKey={(row: TimeRow) => bandOf(row.figures[key])}
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
            dataKey={(row: TimeRow) => pointValue(row.figures[key])}
            stroke={style.colour}
            strokeOpacity={fade(key)}
            strokeWidth={2}
            strokeDasharray={style.dash}
            dot={({ cx, cy, index }: { cx?: number; cy?: number; index?: number }) =>
              cx !== undefined && cy !== undefined && isLone(rows, index ?? 0, key) ? (
                <MarkerShape key={index} x={cx} y={cy} style={style} />
              ) : (
                <g key={index} />
              )
            }
            activeDot={{ r: 4 }}
            isAnimationActive={false}
          />
        ))}
        {series.map(({ key, style }) => (
          <Line
            key={`hidden-${key}`}
            dataKey={(row: TimeRow) => (row.figures[key]?.suppressed ? hiddenAt : null)}
            stroke="none"
            dot={{
              r: 3.5,
              stroke: style.colour,
              strokeWidth: 1.5,
              fill: "var(--surface)",
              strokeOpacity: fade(key),
            }}
            activeDot={false}
            tooltipType="none"
            isAnimationActive={false}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function benchmarkText({ value, year, generations }: Benchmark): string {
  const words = { value: formatAxisShare(value, 1), year };
  if (generations === null) return t("chart.benchmark", words);
  const groups = formatList(generations.map((name) => valueLabel("generation", name)));
  return t("chart.benchmarkGroup", { ...words, groups });
}
