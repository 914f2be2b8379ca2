// Answers of which several are one person's.
import { suppress } from "../../server/metrics/suppress.ts";
import { clusteredMean } from "../../server/stats/clustered.ts";
import { wilson } from "../../server/stats/wilson.ts";
import { type DataSet, exactly, figure } from "./claims.ts";
import { type Row, sum, table } from "./table.ts";

/** Groups of fewer people are hidden, as the server does unless told otherwise. */
const FEWEST_PEOPLE = 10;

/** Years of age, and what is published of them. */
const BANDS = [
  ["18-24", 17, 24, "390 of 534"],
  ["25-34", 25, 34, "201 of 285"],
  ["35-44", 35, 44, "39 of 57"],
  ["45-54", 45, 54, "27 of 33"],
  ["55+", 55, 120, "6 of 9"],
] as const;

export const wifi: DataSet = {
  name: "wifi-social-licence",
  check: ({ read }) => {
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
    const bands = BANDS.map(([name, from, to, published]) => {
      const list = rows.filter((row) => inside(row.number("age"), from, to));
      return { name, list, published, people: persons(list).length };
    });
    const hidden = suppress({
      k: FEWEST_PEOPLE,
      rows: bands.map(({ name, people }) => ({ key: [name], buckets: [people], total: people })),
      additiveOverTime: false,
    });
    const oldest = bands.at(-1);
    const plain = wilson(sums.sum, sums.n, 0.95).estimate ?? Number.NaN;
    const passed = persons(rows)
      .filter((own) => own.every((row) => row.text("scenario") === row.text("scenario_check")))
      .flat();
    return [
      exactly("acceptable, of all answers", shown(rows), "681 of 942"),
      exactly("people", persons(rows).length, 314),
      figure("share acceptable", plain, "0.72293"),
      figure(
        "its error, as if answers were people",
        Math.sqrt((plain * (1 - plain)) / sums.n),
        "0.01458",
      ),
      figure(
        "its error, clustered by person",
        clusteredMean(sums, pairs, 0.95).standardError,
        "0.01668",
      ),
      figure("share of the attentive", yes(passed) / passed.length, "0.71196"),
      exactly("acceptable in scenario 9", shown(of(9)), "68 of 76"),
      exactly("acceptable in scenario 7", shown(of(7)), "44 of 88"),
      ...bands.map(({ name, list, published }) =>
        exactly(`acceptable at ${name}`, shown(list), published),
      ),
      exactly("people of 55+", oldest?.people ?? 0, 3),
      exactly("55+ is hidden", hidden.at(-1)?.total ?? false, true),
    ];
  },
};

function inside(age: number | null, from: number, to: number): boolean {
  return age !== null && age >= from && age <= to;
}
