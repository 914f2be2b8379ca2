// Real changes through the verdicts' own code. A month, a restaurant's wave or a count stands where weeks, people and shares
// stand in Candor: what is asked is whether the movement is proven, not what it is called.

import { didEstimate } from "../../server/verdicts/did-estimate.ts";
import { judge } from "../../server/verdicts/judge.ts";
import type { Calendar, JudgeInput, PanelCell } from "../../server/verdicts/panel.ts";
import { WEEK } from "../../server/verdicts/panel.ts";
import { bucketStart, parseDay } from "../../shared/days.ts";
import { type DataSet, exactly, figure, near } from "./claims.ts";
import { complete, table } from "./table.ts";

const MONTHLY: Calendar = { unitsAYear: 12, mostBefore: 180 };

function judged(
  cells: readonly PanelCell[],
  change: { week: number; after: number; size: number },
  calendar?: Calendar,
) {
  const input: JudgeInput = {
    week: change.week,
    outcomes: [
      {
        metric: "opt_in_yield",
        size: change.size,
        cells,
        lastWeek: Math.max(...cells.map(({ week }) => week)) + (calendar ? 0 : WEEK),
        pairs: [],
      },
    ],
    dimensions: [],
    sharedPeople: 0,
    arms: null,
    others: [],
    tracked: [],
  };
  const judgement = judge(input, {
    followUpWeeks: change.after,
    withPath: false,
    ...(calendar ? { calendar } : {}),
  });
  const [outcome] = judgement.outcomes;
  if (outcome === undefined) throw new Error("no outcome");
  return { ...judgement, outcome };
}

/** On the logarithm, where a step is a ratio; one unit a month, month `from` being the first after. */
function monthly(values: readonly number[], from: number, after: number) {
  const cells = values.map((value, i): PanelCell => {
    // The month of the change is left out, and here none is: it lies between two months.
    const week = (i + 1 < from ? i : i + 1) * WEEK;
    return { cluster: "", inScope: true, stratum: "", week, n: 1, sum: Math.log(value) };
  });
  return judged(cells, { week: (from - 1) * WEEK, after, size: 0.03 }, MONTHLY);
}

export const sicilyVerdict: DataSet = {
  name: "lopez-bernal-sicily",
  check: async ({ read }) => {
    const rows = complete(table(read("sicily.csv")), ["time", "aces", "stdpop"]);
    const rates = rows.map(({ aces, stdpop }) => aces / stdpop);
    const { design, outcome } = monthly(rates, 37, 12);
    const ratio = Math.exp(outcome.effect ?? Number.NaN);
    return [
      exactly("design of the verdict", design, "interrupted_time_series"),
      exactly("the year after the ban", outcome.moved, "fell"),
      near("its ratio (published over all months after: loosely)", ratio, 0.894, 0.03),
    ];
  },
};

export const seatbeltsVerdict: DataSet = {
  name: "seatbelts",
  check: async ({ read }) => {
    const rows = complete(table(read("Seatbelts.csv")), ["rownames", "drivers", "rear"]);
    const year = (seat: "drivers" | "rear") =>
      monthly(
        rows.map((row) => row[seat]),
        170,
        12,
      );
    const drivers = year("drivers");
    const ratio = Math.exp(drivers.outcome.effect ?? Number.NaN);
    return [
      exactly("drivers in the year after the law", drivers.outcome.moved, "fell"),
      near("their ratio (published falls of 18 to 24 %, loosely)", ratio, 0.79, 0.05),
      exactly("rear passengers, not covered", year("rear").outcome.moved, "unclear"),
    ];
  },
};

/** Rows name no restaurant: they are stacked, as if those asked twice were others. */
export const cardKruegerVerdict: DataSet = {
  name: "card-krueger-minimum-wage",
  check: async ({ read }) => {
    const rows = complete(table(read("njmin3.csv")), ["nj", "d", "fte"]);
    const units = [...Map.groupBy(rows, ({ nj, d }) => `${nj}${d}`).values()].map((own) => {
      const { nj = 0, d = 0 } = own[0] ?? {};
      const value = own.reduce((sum, { fte }) => sum + fte, 0) / own.length;
      return { cluster: String(nj), inScope: nj === 1, week: d, n: own.length, value };
    });
    const estimate = didEstimate(units, (week) => week === 1, false);
    const { low, high } = estimate?.limits(0.95) ?? { low: 0, high: 0 };
    return [
      figure("difference in differences of the verdict's code", estimate?.effect ?? null, "2.7536"),
      exactly("proven at 5 %", (estimate?.p ?? 0) < 0.05, false),
      exactly("its interval from two states: none", low ?? high, null),
    ];
  },
};

/** New opt-outs a month, of all registered; each month stands at its first Monday, May at the announcement. */
export const nhsVerdict: DataSet = {
  name: "nhs-opt-out",
  check: async ({ read }) => {
    const stocks = table(read("NDOP_age_gen_Jul_2021.csv"))
      .filter((row) => row.text("AGE_BAND") === "All" && row.text("GENDER") === "All")
      .map((row) => {
        const [day, month, year] = row.text("ACH_DATE").split("/");
        return {
          day: parseDay(`${year}-${month}-${day}`) ?? 0,
          out: row.number("OPT_OUT") ?? 0,
          of: row.number("LIST_SIZE") ?? 0,
        };
      })
      .toSorted((a, b) => a.day - b.day);
    const announced = bucketStart(parseDay("2021-05-12") ?? 0, "week");
    const cells = stocks.slice(1).map(({ out, of }, i): PanelCell => {
      const before = stocks[i] ?? { day: 0, out: 0 };
      const first = bucketStart(before.day + 6, "week");
      const isMay = before.day === parseDay("2021-05-01");
      const week = isMay ? announced : first;
      return { cluster: "", inScope: true, stratum: "", week, n: of, sum: out - before.out };
    });
    const { design, outcome, confounders } = judged(cells, {
      week: announced,
      after: 8,
      size: 0.001,
    });
    const doubts = confounders.filter(({ lowers }) => lowers).map(({ code }) => code);
    return [
      exactly("design of the verdict", design, "interrupted_time_series"),
      exactly("months before it", outcome.diagnostics.weeksBefore, 9),
      exactly("new opt-outs in June", outcome.moved, "rose"),
      exactly("says that season can't be told", doubts.includes("season_unknown"), true),
    ];
  },
};
