/** Lines over time with interval bands, gaps, hidden cells, changes and benchmarks: the Recharts part, loaded lazily. */
import { memo } from "react";
import { CartesianGrid, ComposedChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Benchmark } from "#shared/contract/benchmark.ts";
import type { MetricAnswer } from "#shared/contract/metric.ts";
import { formatTick } from "../format/dates.ts";
import { t } from "../i18n/translate.ts";
import { axisText } from "./axis.ts";
import type { Mark } from "./change-list.tsx";
import { ActiveDots, GroupLines, rowsToPointAt } from "./group-lines.tsx";
import { LoneMarks } from "./lone-marks.tsx";
import { ROOM_FOR_FLAGS, referenceLines } from "./reference-lines.tsx";
import { placeLabels } from "./shape/label-places.ts";
import { niceScale, placeOf, tickDays } from "./shape/scale.ts";
import { bandOf, extentOf, pointValue, type TimeRow, type TimeShape } from "./shape/time-series.ts";
import { TimeTooltip } from "./time-tooltip.tsx";

interface Props {
  title: string;
  answer: Pick<MetricAnswer, "unit" | "grain">;
  shape: TimeShape;
  active: string | null;
  marks: readonly Mark[];
  benchmarks: readonly Benchmark[];
  /** Where sizes are compared rather than followed. */
  fromZero?: boolean;
}

const MAX_BANDS = 2;
const HEIGHT = 320;
/** Between the margin above and the axis below. */
const PLOT = 260;
const LABEL = 15;

const valueAt = (row: TimeRow, key: string) => pointValue(row.figures[key]);
const bandAt = (row: TimeRow, key: string) => bandOf(row.figures[key]);

/** Keeps still while what surrounds it changes: a page asks nine questions, and each answer renders it. */
export const TimeLines = memo(function TimeLines(props: Props) {
  const { title, answer, shape, active, marks, benchmarks, fromZero = false } = props;
  const { rows, series } = shape;
  const banded = series
    .filter(({ key }) => (active === null ? series.length <= MAX_BANDS : key === active))
    .map(({ key }) => key);
  const allBands = series.length <= MAX_BANDS ? series.map(({ key }) => key) : [];
  const lines = benchmarks.map(({ value }) => value);
  const scale = niceScale(
    [...(fromZero ? [0] : []), ...extentOf(shape, allBands), ...lines],
    answer.unit,
  );
  const days = rows.map(({ day }) => day);
  const domain = [days[0] ?? 0, days.at(-1) ?? 1];
  const heights = lines.map((value) => PLOT * (1 - placeOf(value, scale)));
  const places = placeLabels(heights, LABEL, PLOT - LABEL);
  const shifts = places.map((place, index) => place - (heights[index] ?? 0));
  const hiddenAt = scale.low + (scale.high - scale.low) * 0.018;
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <ComposedChart
        data={rows}
        margin={{ top: ROOM_FOR_FLAGS, right: 16, bottom: 4, left: 0 }}
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
          content={<TimeTooltip answer={answer} shape={shape} broughtOut={active} />}
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
        />
        <LoneMarks shape={shape} active={active} hiddenAt={hiddenAt} />
        <ActiveDots groups={series} active={active} valueAt={valueAt} />
        {referenceLines(marks, benchmarks, shifts)}
      </ComposedChart>
    </ResponsiveContainer>
  );
});
