// Two arms, compared by shares, and the check that people were split as planned.
import { difference } from "../../server/stats/difference.ts";
import { sampleRatio } from "../../server/stats/sample-ratio.ts";
import { type Counts, twoProportionTest } from "../../server/stats/two-proportion-test.ts";
import { wilson } from "../../server/stats/wilson.ts";
import { cellOf, fixedOf } from "./api.ts";
import { type Claim, type DataSet, exactly, figure } from "./claims.ts";
import { table } from "./table.ts";

export function apart(a: Counts, b: Counts) {
  const share = ({ successes, trials }: Counts) => wilson(successes, trials, 0.95);
  return difference(share(b), share(a));
}

/** That the interval leaves out no difference is what a page calls proven. */
export function proven(a: Counts, b: Counts): boolean {
  return isProven(apart(a, b));
}

export function isProven(interval: { low: number; high: number } | null): boolean {
  return interval !== null && (interval.low > 0 || interval.high < 0);
}

/** People who began on 1 January, by our own choice of a year: the file has no dates, only days since. */
const FIRST_DAYS = { retention_1: "2026-01-02", retention_7: "2026-01-08" } as const;

/** By when everybody shown something on the first day had the time to answer. */
const OVER_ON = "2026-01-09";
const PLANNED = { gate_30: 1, gate_40: 1 };

/**
 * Still there on a day is a consent in force on it: `consent_coverage`. For the comparison of the arms it is also a yes to
 * what was shown on the first day, under the name of the day as the purpose.
 */
export const cookieCats: DataSet = {
  name: "cookie-cats",
  check: async ({ read }, start) => {
    const rows = table(read("cookie_cats.csv.gz"));
    const kept = (version: string, day: string): Counts => {
      const arm = rows.filter((row) => row.text("version") === version);
      const successes = arm.filter((row) => row.text(day) === "TRUE").length;
      return { successes, trials: arm.length };
    };
    const api = await start(OVER_ON);
    await api.send(
      "counts",
      Object.keys(PLANNED).flatMap((variant) =>
        Object.entries(FIRST_DAYS).flatMap(([column, day]) => {
          const { successes, trials } = kept(variant, column);
          const key = { source: "cookie-cats", experiment: "gate", variant };
          const shown = { shown: trials, granted: successes, declined: 0 };
          return [
            { ...key, day, purpose: "play", asked: trials, inForce: successes },
            { ...key, day: "2026-01-01", purpose: column, ...shown },
            { ...key, day: OVER_ON, purpose: column, shown: 0, granted: 0, declined: 0 },
          ];
        }),
      ),
    );
    const tested = (purpose: string) => api.experiment({ slug: "gate", planned: PLANNED, purpose });
    type Day = keyof typeof FIRST_DAYS;
    const byApi = async (day: Day) => {
      const at = FIRST_DAYS[day];
      const answer = await api.metric(
        `consent_coverage?from=${at}&to=${at}&purpose=play&by=variant`,
      );
      return Object.keys(PLANNED).map((arm) => cellOf(answer, arm));
    };
    const claims = async (
      day: Day,
      shares: readonly [string, string],
      z: string,
      p: string,
      by: string,
    ): Promise<Claim[]> => {
      const [a, b] = [kept("gate_40", day), kept("gate_30", day)];
      const test = twoProportionTest(b, a);
      const [first, second] = await byApi(day);
      const share = (arm: Counts) => wilson(arm.successes, arm.trials, 0.95).estimate;
      return [
        figure(`${day}: share of gate_30`, share(b), shares[0], first?.value ?? null),
        figure(`${day}: share of gate_40`, share(a), shares[1], second?.value ?? null),
        figure(
          `${day}: gate_40 − gate_30`,
          apart(b, a)?.value ?? null,
          by,
          (second?.value ?? Number.NaN) - (first?.value ?? Number.NaN),
        ),
        figure(`${day}: z`, test.z, z),
        figure(`${day}: p`, test.pValue, p, fixedOf(await tested(day))?.p ?? null),
      ];
    };
    const sizes = Object.keys(PLANNED).map((version) => kept(version, "retention_1").trials);
    const sizesByApi = (await byApi("retention_1")).map((arm) => arm?.n ?? 0);
    const ratio = sampleRatio(sizes, [1, 1]);
    const ratioByApi = (await tested("retention_1")).sampleRatio;
    return [
      exactly(
        "people in gate_30 and gate_40",
        sizes.join(" and "),
        "44700 and 45489",
        sizesByApi.join(" and "),
      ),
      ...(await claims("retention_7", ["0.190201", "0.182000"], "3.1644", "0.001554", "-0.008201")),
      ...(await claims("retention_1", ["0.448188", "0.442283"], "1.7841", "0.07441", "-0.005905")),
      figure("sample ratio 50:50, chi-square", ratio.chiSquare, "6.9024", ratioByApi.chiSquare),
      figure("sample ratio 50:50, p", ratio.pValue, "0.0086", ratioByApi.p),
    ];
  },
};
