// The Wi-Fi tracking survey of the University of Melbourne → survey answers, as events:
// `node scripts/wifi-survey-to-events.ts FILE.csv --day 2021-01-31 --offset 1 > events.ndjson`.
// Who sends it in says what the file does not: the day of the answers (at noon, UTC), and by how much its scores from 0 on
// are raised to begin at 1. Each row is what one person thinks of one of 11 uses of tracking, three a person: the use is
// the purpose, so that all three count. `acceptable` is yes or no, a scale of 2, of which the top box is yes.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseDay } from "#shared/days.ts";
import { type Row, table } from "./real-data/table.ts";

/** Column, and its highest score; the lowest is 0. */
const QUESTIONS = {
  is_acceptable: 1,
  decline_difficulty: 5,
  private_benefit: 5,
  participant_benefit: 5,
  public_benefit: 5,
  disproportionality: 5,
  sensitivity: 5,
  risk_of_harm: 5,
  trust: 5,
  security: 5,
  ongoing_control: 5,
  respect_for_privacy: 5,
} as const;
type Question = keyof typeof QUESTIONS;
const LOWEST = 0;
const BANDS = [
  ["age-17-24", 17, 24],
  ["age-25-34", 25, 34],
  ["age-35-44", 35, 44],
  ["age-45-54", 45, 54],
  ["age-55-plus", 55, 120],
] as const;

try {
  const { file, day, offset } = readArguments();
  const rows = table(readFileSync(file, "utf8"));
  // All or nothing: a file that is wrong somewhere is not sent in half.
  const events = rows.flatMap((row, index) => toEvents(row, index + 1, day, offset));
  process.stdout.write(events.map((event) => `${JSON.stringify(event)}\n`).join(""));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function readArguments(): { file: string; day: string; offset: number } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { day: { type: "string" }, offset: { type: "string" } },
  });
  const [file] = positionals;
  const { day, offset } = values;
  if (file === undefined || day === undefined || offset === undefined) {
    throw new Error(
      "Say which file, the day of its answers, and what brings its scores from 0 on to 1: FILE.csv --day 2021-01-31 --offset 1",
    );
  }
  if (parseDay(day) === null) {
    throw new Error(`--day is ${day}, but has to be a day such as 2021-01-31`);
  }
  if (LOWEST + Number(offset) !== 1) {
    throw new Error(
      `--offset is ${offset}, but scores begin at 1: those of this survey, from ${LOWEST} on, take --offset 1`,
    );
  }
  return { file, day, offset: Number(offset) };
}

/** What is not answered is left out. Ids are made of the row: they are kept as sent, so no person may be in them. */
function toEvents(row: Row, number: number, day: string, offset: number) {
  const age = row.number("age");
  const segment = BANDS.find(([, from, to]) => age !== null && age >= from && age <= to)?.[0];
  return Object.entries(QUESTIONS).flatMap(([column, highest]) => {
    const score = row.number(column as Question);
    if (score === null) return [];
    if (!Number.isInteger(score) || score < LOWEST || score > highest) {
      throw new Error(`row ${number}: ${column} is ${score}, not ${LOWEST} to ${highest}`);
    }
    const question = column === "is_acceptable" ? "acceptable" : column;
    return [
      {
        id: `wifi-survey-${number}-${question}`,
        type: "survey_answered",
        at: `${day}T12:00:00Z`,
        subject: row.text("ResponseId"),
        purpose: `scenario-${row.text("scenario")}`,
        segment,
        survey: "wifi-social-licence",
        question,
        score: score + offset,
        scale: highest + offset,
      },
    ];
  });
}
