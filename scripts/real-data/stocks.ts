// Stocks of withdrawals by age, and how they rise.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { wilson } from "../../server/stats/wilson.ts";
import { cellOf } from "./api.ts";
import { type DataSet, exactly, figure } from "./claims.ts";
import { sum } from "./table.ts";

const LAST_DAY = "2021-07-01";
const TO_COUNTS = join(import.meta.dirname, "../nhs-to-counts.ts");

type CountRecord = { day: string; segment: string; asked: number; inForce: number };

export const nhs: DataSet = {
  name: "nhs-opt-out",
  check: async ({ path }, start) => {
    // The project's own mapping, which leaves out totals and the split by gender.
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [TO_COUNTS, path("NDOP_age_gen_Jul_2021.csv")],
      { encoding: "utf8" },
    );
    if (stdout === "") throw new Error(stderr.trim());
    const records = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as CountRecord);
    const out = (day: string, segment?: string) => {
      const own = records.filter((r) => r.day === day && (!segment || r.segment === segment));
      const asked = sum(own.map((record) => record.asked));
      return { count: asked - sum(own.map((record) => record.inForce)), asked };
    };
    const rise = (from: string, to: string) => out(to).count - out(from).count;
    const api = await start(LAST_DAY);
    await api.send("counts", stdout);
    // The same file again is the same records: they replace themselves.
    await api.send("counts", stdout);
    const outByApi = async (day: string) => {
      const { n = 0, count = 0 } =
        cellOf(await api.metric(`consent_coverage?from=${day}&to=${day}`)) ?? {};
      return n - count;
    };
    const riseByApi = async (from: string, to: string) =>
      (await outByApi(to)) - (await outByApi(from));
    const bands = await api.metric(`consent_coverage?from=${LAST_DAY}&to=${LAST_DAY}&by=segment`);
    const shareByApi = (segment: string) =>
      100 * (1 - (cellOf(bands, segment)?.value ?? Number.NaN));
    const share = (day: string, segment: string) => {
      const { count, asked } = out(day, segment);
      return 100 * (wilson(count, asked, 0.95).estimate ?? Number.NaN);
    };
    return [
      exactly(
        "withdrawn by 1 May 2021",
        out("2021-05-01").count,
        1_650_335,
        await outByApi("2021-05-01"),
      ),
      exactly(
        "asked − in force rises in May 2021",
        rise("2021-05-01", "2021-06-01"),
        107_429,
        await riseByApi("2021-05-01", "2021-06-01"),
      ),
      exactly(
        "asked − in force rises in June 2021",
        rise("2021-06-01", "2021-07-01"),
        1_275_153,
        await riseByApi("2021-06-01", "2021-07-01"),
      ),
      exactly(
        "it falls in January 2021",
        rise("2021-01-01", "2021-02-01"),
        -548,
        await riseByApi("2021-01-01", "2021-02-01"),
      ),
      figure(
        "withdrawn, 10 to 19 years, 1 July, %",
        share(LAST_DAY, "age-10-19"),
        "2.836",
        shareByApi("age-10-19"),
      ),
      figure(
        "withdrawn, 30 to 39 years, 1 July, %",
        share(LAST_DAY, "age-30-39"),
        "6.368",
        shareByApi("age-30-39"),
      ),
    ];
  },
};
