// Two arms, compared by shares, and the check that people were split as planned.
import { difference } from "../../server/stats/difference.ts";
import { sampleRatio } from "../../server/stats/sample-ratio.ts";
import { type Counts, twoProportionTest } from "../../server/stats/two-proportion-test.ts";
import { wilson } from "../../server/stats/wilson.ts";
import { type Claim, type DataSet, exactly, figure } from "./claims.ts";
import { complete, sum, table } from "./table.ts";

export function apart(a: Counts, b: Counts) {
  const share = ({ successes, trials }: Counts) => wilson(successes, trials, 0.95);
  return difference(share(b), share(a));
}

/** That the interval leaves out no difference is what a page calls proven. */
export function proven(a: Counts, b: Counts): boolean {
  const interval = apart(a, b);
  return interval !== null && (interval.low > 0 || interval.high < 0);
}

export const cookieCats: DataSet = {
  name: "cookie-cats",
  check: ({ read }) => {
    const rows = table(read("cookie_cats.csv.gz"));
    const kept = (version: string, day: string): Counts => {
      const arm = rows.filter((row) => row.text("version") === version);
      const successes = arm.filter((row) => row.text(day) === "TRUE").length;
      return { successes, trials: arm.length };
    };
    const claims = (day: string, z: string, p: string, by: string): Claim[] => {
      const [a, b] = [kept("gate_40", day), kept("gate_30", day)];
      const test = twoProportionTest(b, a);
      return [
        figure(`${day}: gate_40 − gate_30`, apart(b, a)?.value ?? null, by),
        figure(`${day}: z`, test.z, z),
        figure(`${day}: p`, test.pValue, p),
      ];
    };
    const sizes = ["gate_30", "gate_40"].map((version) => kept(version, "retention_1").trials);
    const ratio = sampleRatio(sizes, [1, 1]);
    return [
      exactly("people in gate_30 and gate_40", sizes.join(" and "), "44700 and 45489"),
      ...claims("retention_7", "3.1644", "0.001554", "-0.008201"),
      ...claims("retention_1", "1.7841", "0.07441", "-0.005905"),
      figure("sample ratio 50:50, chi-square", ratio.chiSquare, "6.9024"),
      figure("sample ratio 50:50, p", ratio.pValue, "0.0086"),
    ];
  },
};

export const thornton: DataSet = {
  name: "thornton-hiv-incentive",
  check: ({ read }) => {
    const people = complete(table(read("thornton_hiv.csv")), ["got", "any"]);
    const arm = (any: number): Counts => {
      const all = people.filter((person) => person.any === any);
      return { successes: sum(all.map(({ got }) => got)), trials: all.length };
    };
    const [control, offered] = [arm(0), arm(1)];
    const ratio = (planned: number[]) =>
      sampleRatio([control.trials, offered.trials], planned).pValue ?? 0;
    return [
      figure(
        "share without an offer",
        wilson(control.successes, control.trials, 0.95).estimate,
        "0.338684",
      ),
      figure(
        "share with an offer",
        wilson(offered.successes, offered.trials, 0.95).estimate,
        "0.789236",
      ),
      figure("difference", apart(control, offered)?.value ?? null, "0.450552"),
      exactly("difference proven at 95 %", proven(control, offered), true),
      exactly("split 22:78 as planned: alarm at p < 0.01", ratio([22, 78]) < 0.01, false),
      exactly("the same against 50:50: alarm", ratio([1, 1]) < 0.01, true),
    ];
  },
};
