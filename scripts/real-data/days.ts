// Two arms of which only daily sums are known.
import { binomialTest } from "../../server/stats/binomial-test.ts";
import { sampleRatio } from "../../server/stats/sample-ratio.ts";
import { type Counts, twoProportionTest } from "../../server/stats/two-proportion-test.ts";
import { cellOf, fixedOf } from "./api.ts";
import { type DataSet, exactly, figure } from "./claims.ts";
import { apart, isProven, proven } from "./experiments.ts";
import { complete, type Row, sum, table } from "./table.ts";

const VARIANTS = ["control", "screener"] as const;
/** What is shown, and what is granted. */
const STEPS = {
  gross: ["Clicks", "Enrollments"],
  net: ["Clicks", "Payments"],
  stays: ["Enrollments", "Payments"],
} as const;
type Step = keyof typeof STEPS;
const [FIRST_DAY, LAST_DAY] = ["2014-10-11", "2014-11-16"];
const DAY_MS = 86_400_000;

/** Enrolments and payments of the last days are blank, not 0: those days have no outcome yet. */
export const udacity: DataSet = {
  name: "udacity-free-trial-screener",
  check: async ({ read }, start) => {
    const days = ["control_data.csv", "experiment_data.csv"].map((file) => table(read(file)));
    const total = (column: string) =>
      days.map((arm) => sum(complete(arm, [column]).map((day) => day[column] ?? 0)));
    const ripe = days.map((arm) => complete(arm, ["Clicks", "Enrollments", "Payments"]));
    const [control = [], screened = []] = ripe;
    type Day = (typeof control)[number];
    const share = (arm: Day[], top: keyof Day, bottom: keyof Day): Counts => ({
      successes: sum(arm.map((day) => day[top])),
      trials: sum(arm.map((day) => day[bottom])),
    });
    const both = (top: keyof Day, bottom: keyof Day) =>
      [share(control, top, bottom), share(screened, top, bottom)] as const;
    const [gross, net, stays] = [
      both("Enrollments", "Clicks"),
      both("Payments", "Clicks"),
      both("Payments", "Enrollments"),
    ];
    const api = await start(LAST_DAY);
    await api.send("counts", days.flatMap(recordsOf));
    const byApi = async (purpose: Step) => {
      const range = `from=${FIRST_DAY}&to=${LAST_DAY}`;
      const answer = await api.metric(`opt_in_yield?${range}&purpose=${purpose}&by=variant`);
      return VARIANTS.map((variant) => cellOf(answer, variant));
    };
    const apartByApi = async (purpose: Step) => {
      const [before, after] = await byApi(purpose);
      return (after?.value ?? Number.NaN) - (before?.value ?? Number.NaN);
    };
    const tested = async (purpose: Step) => {
      const planned = { [VARIANTS[0]]: 1, [VARIANTS[1]]: 1 };
      return fixedOf(await api.experiment({ slug: "screener", planned, purpose }));
    };
    const [grossByApi, netByApi] = [await tested("gross"), await tested("net")];
    const clicks = (await byApi("gross")).map((arm) => arm?.n).join(" and ");
    const daysUp = (top: keyof Day) =>
      screened.filter((day, i) => {
        const other = control[i];
        return other && day[top] / day.Clicks > other[top] / other.Clicks;
      }).length;
    return [
      exactly("days with an outcome", ripe.map((arm) => arm.length).join(" and "), "23 and 23"),
      exactly(
        "their clicks",
        gross.map((arm) => arm.trials).join(" and "),
        "17293 and 17260",
        clicks,
      ),
      figure(
        "sample ratio of page views, p",
        sampleRatio(total("Pageviews"), [1, 1]).pValue,
        "0.288",
      ),
      figure(
        "gross conversion, difference",
        apart(...gross)?.value ?? null,
        "-0.020555",
        await apartByApi("gross"),
      ),
      figure("its z", twoProportionTest(gross[1], gross[0]).z, "-4.70"),
      figure("its low end", apart(...gross)?.low ?? null, "-0.0291", grossByApi?.low ?? null),
      figure("its high end", apart(...gross)?.high ?? null, "-0.0120", grossByApi?.high ?? null),
      exactly("gross conversion proven at 95 %", proven(...gross), true, isProven(grossByApi)),
      figure(
        "net conversion, difference",
        apart(...net)?.value ?? null,
        "-0.004874",
        await apartByApi("net"),
      ),
      figure("its p", twoProportionTest(...net).pValue, "0.156", netByApi?.p ?? null),
      exactly("net conversion proven at 95 %", proven(...net), false, isProven(netByApi)),
      figure(
        "retention, difference",
        apart(...stays)?.value ?? null,
        "0.031095",
        await apartByApi("stays"),
      ),
      figure("sign test by day, gross, p", binomialTest(daysUp("Enrollments"), 23, 1), "0.0026"),
      figure("sign test by day, net, p", binomialTest(daysUp("Payments"), 23, 1), "0.678"),
    ];
  },
};

/**
 * Days without an outcome state none: they are not among the exposures with one. The file's days have no year: 2014 is one
 * with these weekdays, which is checked.
 */
function recordsOf(rows: readonly Row[], arm: number): object[] {
  return rows.flatMap((row, i) => {
    const day = new Date(Date.parse(FIRST_DAY) + i * DAY_MS);
    const weekday = day.toLocaleDateString("en-US", {
      weekday: "short",
      month: "short",
      day: "numeric",
      timeZone: "UTC",
    });
    if (weekday !== row.text("Date")) throw new Error(`${row.text("Date")} is not ${weekday}`);
    return Object.entries(STEPS).map(([purpose, [shown, granted]]) => ({
      source: "udacity",
      day: day.toISOString().slice(0, 10),
      purpose,
      experiment: "screener",
      variant: VARIANTS[arm],
      ...given("shown", row.number(shown)),
      ...given("granted", row.number(granted)),
      // Nobody said no: who did not go on made no choice.
      ...(row.number(granted) === null ? {} : { declined: 0 }),
    }));
  });
}

function given(name: string, value: number | null) {
  return value === null ? {} : { [name]: value };
}
