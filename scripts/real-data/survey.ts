// Answers of which several are one person's.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { suppress } from "../../server/metrics/suppress.ts";
import { clusteredMean } from "../../server/stats/clustered.ts";
import { criticalT } from "../../server/stats/quantiles.ts";
import { wilson } from "../../server/stats/wilson.ts";
import { cellOf, countOf, isHidden } from "./api.ts";
import { type DataSet, exactly, figure } from "./claims.ts";
import { type Row, sum, table } from "./table.ts";

const TO_EVENTS = join(import.meta.dirname, "../wifi-survey-to-events.ts");
/** The file has no day: this one is ours. */
const DAY = "2021-01-31";
/** Groups of fewer people are hidden, as the server does unless told otherwise. */
const FEWEST_PEOPLE = 10;

/** Name, segment, years of age, and what is published of them. */
const BANDS = [
  ["18-24", "age-17-24", 17, 24, "390 of 534"],
  ["25-34", "age-25-34", 25, 34, "201 of 285"],
  ["35-44", "age-35-44", 35, 44, "39 of 57"],
  ["45-54", "age-45-54", 45, 54, "27 of 33"],
  ["55+", "age-55-plus", 55, 120, "6 of 9"],
] as const;

export const wifi: DataSet = {
  name: "wifi-social-licence",
  check: async ({ read, path }, start) => {
    const rows = table(read("sldata.csv"));
    const yes = (list: readonly Row[]) => sum(list.map((row) => row.number("is_acceptable") ?? 0));
    const shown = (list: readonly Row[]) => `${yes(list)} of ${list.length}`;
    const of = (scenario: number) => rows.filter((row) => row.number("scenario") === scenario);
    const sums = { n: rows.length, sum: yes(rows), sumOfSquares: yes(rows) };
    const persons = (list: readonly Row[]) => [
      ...Map.groupBy(list, (row) => row.text("ResponseId")).values(),
    ];
    const pairs = { pairs: 0, products: 0, sums: 0 };
    for (const own of persons(rows)) {
      const [n, y] = [own.length, yes(own)];
      // Of n answers with y ones: pairs in all, pairs of two ones, and each one in n − 1 pairs.
      pairs.pairs += (n * (n - 1)) / 2;
      pairs.products += (y * (y - 1)) / 2;
      pairs.sums += y * (n - 1);
    }
    const bands = BANDS.map(([name, segment, from, to, published]) => {
      const list = rows.filter((row) => inside(row.number("age"), from, to));
      return { name, segment, list, published, people: persons(list).length };
    });
    const hidden = suppress({
      k: FEWEST_PEOPLE,
      rows: bands.map(({ name, people }) => ({ key: [name], buckets: [people], total: people })),
      additiveOverTime: false,
    });
    const oldest = bands.at(-1);
    const plain = wilson(sums.sum, sums.n, 0.95).estimate ?? Number.NaN;
    const api = await start(DAY);
    await api.send("events", eventsOf(path("sldata.csv")));
    const acceptable = `survey_score?question=acceptable&from=${DAY}&to=${DAY}`;
    const all = cellOf(await api.metric(acceptable));
    const mean = cellOf(await api.metric(`${acceptable}&stat=mean`));
    const byUse = await api.metric(`${acceptable}&by=purpose`);
    const byAge = await api.metric(`${acceptable}&by=segment`);
    // Of 0 to 100, and reaching as many errors as t has for the people, not the answers.
    const reach = ((mean?.high ?? Number.NaN) - (mean?.low ?? Number.NaN)) / 200;
    const errorByApi = reach / criticalT(0.95, persons(rows).length - 1);
    const passed = persons(rows)
      .filter((own) => own.every((row) => row.text("scenario") === row.text("scenario_check")))
      .flat();
    return [
      exactly("acceptable, of all answers", shown(rows), "681 of 942", countOf(all)),
      exactly("people", persons(rows).length, 314),
      figure("share acceptable", plain, "0.72293", all?.value ?? null),
      figure(
        "its error, as if answers were people",
        Math.sqrt((plain * (1 - plain)) / sums.n),
        "0.01458",
      ),
      figure(
        "its error, clustered by person",
        clusteredMean(sums, pairs, 0.95).standardError,
        "0.01668",
        errorByApi,
      ),
      figure("share of the attentive", yes(passed) / passed.length, "0.71196"),
      exactly(
        "acceptable in scenario 9",
        shown(of(9)),
        "68 of 76",
        countOf(cellOf(byUse, "scenario-9")),
      ),
      exactly(
        "acceptable in scenario 7",
        shown(of(7)),
        "44 of 88",
        countOf(cellOf(byUse, "scenario-7")),
      ),
      ...bands.map(({ name, segment, list, published }) => {
        const what = `acceptable at ${name}`;
        if (name === oldest?.name) return exactly(what, shown(list), published);
        return exactly(what, shown(list), published, countOf(cellOf(byAge, segment)));
      }),
      exactly("people of 55+", oldest?.people ?? 0, 3),
      exactly("55+ is hidden", hidden.at(-1)?.total ?? false, true, isHidden(byAge, "age-55-plus")),
    ];
  },
};

/** By the project's own mapping. Raised by 1, acceptable is the upper of two boxes: the top box is what is published. */
function eventsOf(file: string): string {
  const args = [TO_EVENTS, file, "--day", DAY, "--offset", "1"];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (stdout === "") throw new Error(stderr.trim());
  return stdout;
}

function inside(age: number | null, from: number, to: number): boolean {
  return age !== null && age >= from && age <= to;
}
