// Two arms of which only daily sums are known.
import { binomialTest } from "../../server/stats/binomial-test.ts";
import { sampleRatio } from "../../server/stats/sample-ratio.ts";
import { type Counts, twoProportionTest } from "../../server/stats/two-proportion-test.ts";
import { type DataSet, exactly, figure } from "./claims.ts";
import { apart, proven } from "./experiments.ts";
import { complete, sum, table } from "./table.ts";

/** Enrolments and payments of the last days are blank, not 0: those days have no outcome yet. */
export const udacity: DataSet = {
  name: "udacity-free-trial-screener",
  check: ({ read }) => {
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
    const daysUp = (top: keyof Day) =>
      screened.filter((day, i) => {
        const other = control[i];
        return other && day[top] / day.Clicks > other[top] / other.Clicks;
      }).length;
    return [
      exactly("days with an outcome", ripe.map((arm) => arm.length).join(" and "), "23 and 23"),
      exactly("their clicks", gross.map((arm) => arm.trials).join(" and "), "17293 and 17260"),
      figure(
        "sample ratio of page views, p",
        sampleRatio(total("Pageviews"), [1, 1]).pValue,
        "0.288",
      ),
      figure("gross conversion, difference", apart(...gross)?.value ?? null, "-0.020555"),
      figure("its z", twoProportionTest(gross[1], gross[0]).z, "-4.70"),
      figure("its low end", apart(...gross)?.low ?? null, "-0.0291"),
      figure("its high end", apart(...gross)?.high ?? null, "-0.0120"),
      exactly("gross conversion proven at 95 %", proven(...gross), true),
      figure("net conversion, difference", apart(...net)?.value ?? null, "-0.004874"),
      figure("its p", twoProportionTest(...net).pValue, "0.156"),
      exactly("net conversion proven at 95 %", proven(...net), false),
      figure("retention, difference", apart(...stays)?.value ?? null, "0.031095"),
      figure("sign test by day, gross, p", binomialTest(daysUp("Enrollments"), 23, 1), "0.0026"),
      figure("sign test by day, net, p", binomialTest(daysUp("Payments"), 23, 1), "0.678"),
    ];
  },
};
