// Time until an end, with people of whom the end was not seen.
import {
  type DayCounts,
  medianSurvival,
  survivalAt,
  survivalCurve,
} from "../../server/stats/kaplan-meier.ts";
import { logRank } from "../../server/stats/logrank.ts";
import { type Claim, type DataSet, exactly, figure } from "./claims.ts";
import { curvesOf, type Followed } from "./spells.ts";
import { type Row, table } from "./table.ts";

function spells(rows: readonly Row[], time: string, event: string): DayCounts[] {
  return rows.map((row) => {
    const ended = row.number(event) === 1;
    return { day: row.number(time) ?? 0, events: ended ? 1 : 0, censored: ended ? 0 : 1 };
  });
}

/** The same people, as what is sent to the API. */
function followed(
  rows: readonly Row[],
  time: string,
  event: string,
  armOf: (row: Row) => string,
): Followed[] {
  return rows.map((row) => ({
    arm: armOf(row),
    weeks: row.number(time) ?? 0,
    ended: row.number(event) === 1,
  }));
}

function medianOf(group: readonly DayCounts[]): number | null {
  return medianSurvival(survivalCurve(group), 0.95).median;
}

/** `cens` is 1 where the end was seen, in spite of its name. */
export const freireich: DataSet = {
  name: "gehan-freireich",
  check: async ({ read }, start) => {
    const rows = table(read("gehan.csv"));
    const curves = await curvesOf(
      start,
      followed(rows, "time", "cens", (row) => row.text("treat").toLowerCase()),
    );
    const arm = (name: string) =>
      spells(
        rows.filter((row) => row.text("treat") === name),
        "time",
        "cens",
      );
    const [treated, control] = [arm("6-MP"), arm("control")];
    const test = logRank([control, treated]);
    const at = (group: DayCounts[], week: number) => survivalAt(survivalCurve(group), week, 0.95);
    const points = (
      [
        ["6-MP", treated, 6, "0.857143", "0.0763604"],
        ["6-MP", treated, 10, "0.752941", "0.0963497"],
        ["6-MP", treated, 20, "0.627451", "0.1140539"],
        ["control", control, 6, "0.571429", null],
        ["control", control, 10, "0.380952", null],
        ["control", control, 20, "0.095238", null],
      ] as const
    ).flatMap(([name, group, week, share, error]): Claim[] => {
      const { survival, standardError } = at(group, week);
      const fromApi = curves.at(name.toLowerCase(), week);
      const claim = figure(`S(${week}) of ${name}`, survival, share, fromApi);
      return error ? [claim, figure(`its standard error`, standardError, error)] : [claim];
    });
    return [
      exactly("median of 6-MP, weeks", medianOf(treated), 23, curves.median("6-mp")),
      exactly("median of control, weeks", medianOf(control), 8, curves.median("control")),
      figure("log-rank chi-square", test.chiSquare, "16.7929"),
      figure("log-rank p", test.pValue, "0.00004169"),
      figure("expected events, control", test.expected[0] ?? null, "10.7495"),
      figure("expected events, 6-MP", test.expected[1] ?? null, "19.2505"),
      ...points,
    ];
  },
};

export const rossi: DataSet = {
  name: "rossi-recidivism",
  check: async ({ read }, start) => {
    const rows = table(read("Rossi.csv"));
    const curves = await curvesOf(
      start,
      followed(rows, "week", "arrest", (row) => `aid-${row.text("fin")}`),
    );
    const group = (of: (row: Row) => boolean) => spells(rows.filter(of), "week", "arrest");
    const [without, withAid] = ["no", "yes"].map((fin) => group((row) => row.text("fin") === fin));
    if (!without || !withAid) throw new Error("no arms");
    const at = (arm: DayCounts[], week: number) =>
      survivalAt(survivalCurve(arm), week, 0.95).survival;
    const aged = (from: number, to: number) =>
      group((row) => (row.number("age") ?? 0) >= from && (row.number("age") ?? 0) <= to);
    const [test, byAge] = [
      logRank([without, withAid]),
      logRank([aged(0, 19), aged(20, 24), aged(25, 99)]),
    ];
    return [
      figure("log-rank chi-square", test.chiSquare, "3.8376"),
      figure("log-rank p", test.pValue, "0.05012"),
      exactly("median without aid: not reached", medianOf(without), null, curves.median("aid-no")),
      exactly("median with aid: not reached", medianOf(withAid), null, curves.median("aid-yes")),
      figure("S(26) without aid", at(without, 26), "0.851852", curves.at("aid-no", 26)),
      figure("S(26) with aid", at(withAid, 26), "0.898148", curves.at("aid-yes", 26)),
      figure("S(52) without aid", at(without, 52), "0.694444", curves.at("aid-no", 52)),
      figure("S(52) with aid", at(withAid, 52), "0.777778", curves.at("aid-yes", 52)),
      figure("log-rank chi-square of three ages", byAge.chiSquare, "25.7"),
      figure("its p", byAge.pValue, "0.00000256"),
    ];
  },
};
