// A level that steps on a day: the interrupted time series, whose line may also change its slope.
// The published models are quasi-Poisson, most without a change of slope: their ratios are compared loosely.
import { interruptedSeries } from "../../server/stats/interrupted-series.ts";
import { type Claim, type DataSet, exactly, near } from "./claims.ts";
import { complete, table } from "./table.ts";

type Month = { t: number; count: number; exposure: number };

/** On the logarithm, where a step is a ratio; a month weighs as many as it counted. */
function stepOf(months: readonly Month[], from: number, season: readonly number[]) {
  const series = months.map(({ t, count, exposure }) => ({
    t,
    value: Math.log(count / exposure) - (season[(t - 1) % 12] ?? 0),
    weight: count,
  }));
  const { levelChange, preSlope, slopeChange } = interruptedSeries(series, from, 12, 0.95);
  if (!levelChange || !preSlope || !slopeChange) throw new Error("no line on one of the sides");
  const middle = ((months.at(-1)?.t ?? from) - from) / 2;
  return {
    high: levelChange.high,
    ratio: Math.exp(levelChange.estimate),
    /** Where a step without a change of slope would lie. */
    midway: Math.exp(levelChange.estimate + slopeChange.estimate * middle),
    trend: Math.exp(preSlope.estimate),
  };
}

const noSeason = Array.from({ length: 12 }, () => 0);

/** By calendar month, how far those before the step lie from the mean of the twelve months around. */
function seasonOf(months: readonly Month[], from: number): number[] {
  const logs = months
    .filter(({ t }) => t < from)
    .map(({ count, exposure }) => Math.log(count / exposure));
  const gaps = logs.map((value, i) => {
    if (i < 6 || i + 6 >= logs.length) return null;
    const around = logs.slice(i - 6, i + 7).map((v, j) => (j === 0 || j === 12 ? v / 2 : v));
    return value - around.reduce((a, b) => a + b, 0) / 12;
  });
  return noSeason.map((_, month) => {
    const own = gaps.filter((gap, i) => gap !== null && i % 12 === month) as number[];
    return own.reduce((a, b) => a + b, 0) / own.length;
  });
}

function fall(what: string, { high }: { high: number | null }, expected: boolean): Claim {
  return exactly(what, high !== null && high < 0, expected);
}

export const sicily: DataSet = {
  name: "lopez-bernal-sicily",
  check: ({ read }) => {
    const months = complete(table(read("sicily.csv")), ["time", "aces", "stdpop"]).map(
      ({ time, aces, stdpop }) => ({ t: time, count: aces, exposure: stdpop }),
    );
    const plain = stepOf(months, 37, noSeason);
    return [
      fall("step at the ban is a fall at 95 %", plain, true),
      near("its ratio (step and slope, loosely)", plain.ratio, 0.8925, 0.02),
      near("trend a month before (loosely)", plain.trend, 1.005, 0.002),
    ];
  },
};

export const seatbelts: DataSet = {
  name: "seatbelts",
  check: ({ read }) => {
    const rows = complete(table(read("Seatbelts.csv")), ["rownames", "drivers", "rear"]);
    const step = (seat: "drivers" | "rear") => {
      const months = rows.map((row) => ({ t: row.rownames, count: row[seat], exposure: 1 }));
      return stepOf(months, 170, seasonOf(months, 170));
    };
    const [drivers, rear] = [step("drivers"), step("rear")];
    return [
      fall("step of drivers at the law is a fall at 95 %", drivers, true),
      near("its ratio (published falls of 18 to 24 %, loosely)", drivers.ratio, 0.79, 0.03),
      near("ratio midway after it (step alone, loosely)", drivers.midway, 0.8504, 0.02),
      fall("step of rear passengers, not covered, is a fall", rear, false),
    ];
  },
};
