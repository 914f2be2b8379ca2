// Two arms, compared by shares, and the check that people were split as planned.
import { difference } from "../../server/stats/difference.ts";
import { sampleRatio } from "../../server/stats/sample-ratio.ts";
import { type Counts, twoProportionTest } from "../../server/stats/two-proportion-test.ts";
import { wilson } from "../../server/stats/wilson.ts";
import { cellOf } from "./api.ts";
import { type Claim, type DataSet, exactly, figure } from "./claims.ts";
import { table } from "./table.ts";

export function apart(a: Counts, b: Counts) {
  const share = ({ successes, trials }: Counts) => wilson(successes, trials, 0.95);
  return difference(share(b), share(a));
}

/** That the interval leaves out no difference is what a page calls proven. */
export function proven(a: Counts, b: Counts): boolean {
  const interval = apart(a, b);
  return interval !== null && (interval.low > 0 || interval.high < 0);
}

/** People who began on 1 January, by our own choice of a year: the file has no dates, only days since. */
const FIRST_DAYS = { retention_1: "2026-01-02", retention_7: "2026-01-08" } as const;

/** Still there on a day is a consent in force on it: `consent_coverage`. */
export const cookieCats: DataSet = {
  name: "cookie-cats",
  check: async ({ read }, start) => {
    const rows = table(read("cookie_cats.csv.gz"));
    const kept = (version: string, day: string): Counts => {
      const arm = rows.filter((row) => row.text("version") === version);
      const successes = arm.filter((row) => row.text(day) === "TRUE").length;
      return { successes, trials: arm.length };
    };
    const api = await start(FIRST_DAYS.retention_7);
    await api.send(
      "counts",
      ["gate_30", "gate_40"].flatMap((variant) =>
        Object.entries(FIRST_DAYS).map(([column, day]) => {
          const { successes, trials } = kept(variant, column);
          const key = { source: "cookie-cats", day, purpose: "play", experiment: "gate", variant };
          return { ...key, asked: trials, inForce: successes };
        }),
      ),
    );
    type Day = keyof typeof FIRST_DAYS;
    const byApi = async (day: Day) => {
      const at = FIRST_DAYS[day];
      const answer = await api.metric(`consent_coverage?from=${at}&to=${at}&by=variant`);
      return ["gate_30", "gate_40"].map((arm) => cellOf(answer, arm));
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
        figure(`${day}: p`, test.pValue, p),
      ];
    };
    const sizes = ["gate_30", "gate_40"].map((version) => kept(version, "retention_1").trials);
    const sizesByApi = (await byApi("retention_1")).map((arm) => arm?.n ?? 0);
    const ratio = sampleRatio(sizes, [1, 1]);
    return [
      exactly(
        "people in gate_30 and gate_40",
        sizes.join(" and "),
        "44700 and 45489",
        sizesByApi.join(" and "),
      ),
      ...(await claims("retention_7", ["0.190201", "0.182000"], "3.1644", "0.001554", "-0.008201")),
      ...(await claims("retention_1", ["0.448188", "0.442283"], "1.7841", "0.07441", "-0.005905")),
      figure("sample ratio 50:50, chi-square", ratio.chiSquare, "6.9024"),
      figure("sample ratio 50:50, p", ratio.pValue, "0.0086"),
    ];
  },
};
