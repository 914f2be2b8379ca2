// `npm run real-data -- DIR`: the published figures of real public data sets, through the project's own statistics.
// DIR has a folder for each data set; one that is not there is named. Prints a line for each figure.
// Estimates published with their errors, without the answers behind them, have nothing to compute and are left out.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Claim, type DataSet, exactly } from "./real-data/claims.ts";
import { udacity } from "./real-data/days.ts";
import { cardKrueger } from "./real-data/did.ts";
import { cookieCats, thornton } from "./real-data/experiments.ts";
import { seatbelts, sicily } from "./real-data/series.ts";
import { nhs } from "./real-data/stocks.ts";
import { wifi } from "./real-data/survey.ts";
import { freireich, rossi } from "./real-data/survival.ts";
import { upworthy } from "./real-data/wordings.ts";

const DATA_SETS: readonly DataSet[] = [
  freireich,
  rossi,
  cookieCats,
  udacity,
  thornton,
  cardKrueger,
  sicily,
  seatbelts,
  upworthy,
  nhs,
  wifi,
];

export type Checked = { name: string; claims: Claim[] | null };

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error("Say where the data sets are: node scripts/real-data.ts DIR");
    process.exitCode = 1;
  } else {
    process.exitCode = report(checkRealData(folder)) ? 0 : 1;
  }
}

/** `claims` is null for a data set that is not there. */
export function checkRealData(folder: string): Checked[] {
  return DATA_SETS.map(({ name, check }) => {
    const path = (file: string) => join(folder, name, file);
    if (!existsSync(join(folder, name))) return { name, claims: null };
    try {
      return { name, claims: check({ path, read: (file) => textOf(path(file)) }) };
    } catch (error) {
      return { name, claims: [exactly("can be read and computed", String(error), true)] };
    }
  });
}

function textOf(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** Prints the claims, and says whether there are some and all hold. */
function report(checked: readonly Checked[]): boolean {
  for (const { name, claims } of checked) {
    if (claims === null) console.log(`${name.padEnd(28)} not there`);
    for (const { what, got, published, ok } of claims ?? []) {
      const figures = `got ${got.padEnd(18)} published ${published.padEnd(18)}`;
      console.log(`${name.padEnd(28)} ${what.padEnd(52)} ${figures} ${ok ? "ok" : "MISS"}`);
    }
  }
  const all = checked.flatMap(({ claims }) => claims ?? []);
  const held = all.filter(({ ok }) => ok).length;
  const absent = checked.filter(({ claims }) => claims === null).length;
  console.log(`${held} claims hold, ${all.length - held} miss, ${absent} data sets not there`);
  return all.length > 0 && held === all.length;
}
