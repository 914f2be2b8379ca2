// The NHS's national data opt-out by age band → count records: `node scripts/nhs-to-counts.ts FILE.csv > counts.ndjson`.
// Consent stands unless somebody opts out: those registered were asked, and in force is who of them did not opt out.
import { readFileSync } from "node:fs";

const COLUMNS = "ACH_DATE,AGE_BAND,GENDER,OPT_OUT,LIST_SIZE,RATE";
const TOTALS = new Set(["All", "All deceased"]);
/** What a spreadsheet took for a date. */
const MENDED: Record<string, string> = { "Oct-19": "10-19" };

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("Say which file: node scripts/nhs-to-counts.ts FILE.csv > counts.ndjson\n");
  process.exit(1);
}

const [head, ...lines] = readFileSync(file, "utf8").trim().split(/\r?\n/);
if (head?.replace(/^\uFEFF/, "") !== COLUMNS) {
  process.stderr.write(`${file} does not begin with the columns ${COLUMNS}.\n`);
  process.exit(1);
}
for (const [index, line] of lines.entries()) {
  const record = toCounts(line, index + 2);
  if (record !== null) process.stdout.write(`${JSON.stringify(record)}\n`);
}

/** Null for what would count people twice: totals, the split by gender, and the deceased. */
function toCounts(line: string, number: number): Record<string, string | number> | null {
  const [date = "", band = "", gender, optOut = "", listSize = ""] = line.split(",");
  if (gender !== "All" || TOTALS.has(band)) return null;
  const day = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(date);
  if (day === null || !/^\d+$/.test(optOut) || !/^\d+$/.test(listSize)) {
    throw new Error(`line ${number} of ${file} is not a date, a band, a gender and two counts`);
  }
  const out = Number(optOut);
  // Nobody is registered without an age: those who opted out are all that is known of them.
  const asked = Math.max(Number(listSize), band === "Unknown" ? out : 0);
  if (asked === 0) return null;
  return {
    source: "nhs-national-data-opt-out",
    day: `${day[3]}-${day[2]}-${day[1]}`,
    purpose: "data-sharing",
    segment: segmentOf(MENDED[band] ?? band),
    asked,
    inForce: asked - out,
  };
}

/** "0-9" → "age-0-9", "90+" → "age-90-plus". */
function segmentOf(band: string): string {
  return band === "Unknown" ? "unknown" : `age-${band.replace("+", "-plus")}`;
}
