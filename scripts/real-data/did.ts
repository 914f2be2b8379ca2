// Two states, before and after, one number per restaurant.
import { meanInterval } from "../../server/stats/mean-interval.ts";
import { panelDid } from "../../server/stats/panel-did.ts";
import { twoSidedT } from "../../server/stats/tails.ts";
import { type DataSet, exactly, figure } from "./claims.ts";
import { complete, sum, table } from "./table.ts";

/** Staff comes in quarters and in tenths of a half; the sums of scores are whole numbers. */
const PARTS = 20;

/** Rows name no restaurant: they are stacked, as if those asked twice were others. */
export const cardKrueger: DataSet = {
  name: "card-krueger-minimum-wage",
  check: ({ read }) => {
    const rows = complete(table(read("njmin3.csv")), ["nj", "d", "fte"]);
    const cells = [0, 1].flatMap((nj) => [0, 1].map((d) => ({ nj, d })));
    const groups = cells.map(({ nj, d }) => {
      const parts = rows
        .filter((row) => row.nj === nj && row.d === d)
        .map(({ fte }) => Math.round(fte * PARTS));
      const sums = { n: parts.length, sum: sum(parts), sumOfSquares: sum(parts.map((x) => x * x)) };
      const { standardError, standardDeviation } = meanInterval(sums, 0.95);
      if (standardError === null || standardDeviation === null) throw new Error("an empty cell");
      return { nj, d, ...sums, error: standardError / PARTS, deviation: standardDeviation / PARTS };
    });
    const { effect, low, high } = panelDid(
      groups.map(({ nj, d, n, sum: parts }) => ({
        cohort: String(nj),
        week: d,
        treated: nj === 1 && d === 1,
        successes: parts / PARTS,
        trials: n,
      })),
      0.95,
    );
    // Our own difference in differences has errors for shares, and by cohort: of stacked scores they are put together here.
    const free = sum(groups.map(({ n }) => n - 1));
    const variance = sum(groups.map(({ n, deviation }) => (n - 1) * deviation ** 2)) / free;
    const error = Math.sqrt(variance * sum(groups.map(({ n }) => 1 / n)));
    const p = effect === null ? null : twoSidedT(effect / error, free);
    const errors = groups.map((group) => group.error.toFixed(4)).join(" ");
    return [
      exactly("restaurants by state and wave", groups.map(({ n }) => n).join(" "), "77 77 321 319"),
      exactly("standard errors of their means", errors, "1.3511 0.9432 0.5083 0.5203"),
      figure("difference in differences", effect, "2.7536"),
      exactly("its interval from two cohorts: none", low ?? high, null),
      figure("its error over stacked rows, pooled variance", error, "1.6884"),
      figure("its p", p, "0.103"),
      exactly("proven at 5 %", p !== null && p < 0.05, false),
    ];
  },
};
