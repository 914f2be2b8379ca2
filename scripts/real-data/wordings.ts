// Thousands of wording tests, of which those of some months were not split evenly.
import { sampleRatio } from "../../server/stats/sample-ratio.ts";
import { wilson } from "../../server/stats/wilson.ts";
import { type DataSet, exactly } from "./claims.ts";
import { table } from "./table.ts";

type WordingTest = { week: number; shown: number[] };

const ALARM = 0.01;
/** Surely more than ten times as often as chance alone makes a test alarm. */
const FAULTY_FROM = 10 * ALARM;
const DAY = 86_400_000;

export const upworthy: DataSet = {
  name: "upworthy-headlines",
  check: ({ read }) => {
    const tests = new Map<string, WordingTest>();
    for (const row of table(read("upworthy_exploratory.csv.gz"))) {
      const id = row.text("clickability_test_id");
      const test = tests.get(id) ?? { week: row.number("test_week") ?? 0, shown: [] };
      test.shown.push(row.number("impressions") ?? 0);
      tests.set(id, test);
    }
    const judged = [...tests.values()].map(({ week, shown }) => {
      const { pValue } = sampleRatio(
        shown,
        shown.map(() => 1),
      );
      return { week, month: monthOf(week), p: pValue ?? 1 };
    });
    const inside = judged.filter(({ week }) => week >= 201326 && week <= 201401);
    const outside = judged.filter(({ week }) => week < 201326 || week > 201401);
    const alarms = (list: typeof judged, level: number) => list.filter(({ p }) => p < level).length;
    const faulty = [...Map.groupBy(judged, ({ month }) => month)]
      .filter(([, list]) => {
        const { low } = wilson(alarms(list, ALARM), list.length, 0.95);
        return low !== null && low > FAULTY_FROM;
      })
      .map(([month]) => month)
      .sort();
    return [
      exactly(
        "tests, and those of the faulty weeks",
        `${judged.length}, ${inside.length}`,
        "4873, 1011",
      ),
      exactly(
        "faulty weeks: p < 0.01, p < 0.001",
        `${alarms(inside, 0.01)}, ${alarms(inside, 0.001)}`,
        "793, 707",
      ),
      exactly(
        "other weeks: p < 0.01, p < 0.001",
        `${alarms(outside, 0.01)}, ${alarms(outside, 0.001)}`,
        "119, 46",
      ),
      exactly(
        "months in which surely a tenth of the tests alarm",
        faulty.join(" "),
        "2013-06 2013-07 2013-08 2013-09 2013-10 2013-11 2013-12 2014-01",
      ),
    ];
  },
};

/**
 * "201326": weeks begin on Sundays, and the days before a year's first Sunday are its week 0.
 * The month is that of the week's first day.
 */
function monthOf(week: number): string {
  const newYear = Date.UTC(Math.floor(week / 100), 0, 1);
  const firstSunday = newYear + ((7 - new Date(newYear).getUTCDay()) % 7) * DAY;
  const start = Math.max(newYear, firstSunday + ((week % 100) - 1) * 7 * DAY);
  return new Date(start).toISOString().slice(0, 7);
}
