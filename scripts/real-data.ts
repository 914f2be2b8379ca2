// `npm run real-data -- DIR`: the published figures of real public data sets, through the project's own statistics, and,
// where the data map to consent or answers, through its API: sent in as events or counts, and read from the metrics.
// DIR has a folder for each data set; one that is not there is named. Prints a line for each figure.
// Estimates published with their errors, without the answers behind them, have nothing to compute and are left out.
// Not through the API: log-rank and other tests, and series whose effect is a verdict's to find.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type Api, startApi } from "./real-data/api.ts";
import { type Claim, type DataSet, exactly } from "./real-data/claims.ts";
import { udacity } from "./real-data/days.ts";
import { cardKrueger } from "./real-data/did.ts";
import { cookieCats } from "./real-data/experiments.ts";
import { thornton } from "./real-data/incentive.ts";
import { seatbelts, sicily } from "./real-data/series.ts";
import { nhs } from "./real-data/stocks.ts";
import { wifi } from "./real-data/survey.ts";
import { freireich, rossi } from "./real-data/survival.ts";
import {
  cardKruegerVerdict,
  nhsVerdict,
  seatbeltsVerdict,
  sicilyVerdict,
} from "./real-data/verdicts.ts";
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
  sicilyVerdict,
  seatbeltsVerdict,
  cardKruegerVerdict,
  nhsVerdict,
];

export type Checked = { name: string; claims: Claim[] | null };

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error("Say where the data sets are: node scripts/real-data.ts DIR");
    process.exitCode = 1;
  } else {
    process.exitCode = report(await checkRealData(folder)) ? 0 : 1;
  }
}

/** `claims` is null for a data set that is not there. */
export async function checkRealData(folder: string): Promise<Checked[]> {
  const checked: Checked[] = [];
  // One after the other: each has its own server.
  for (const set of DATA_SETS) {
    const isThere = existsSync(join(folder, set.name));
    checked.push({ name: set.name, claims: isThere ? await claimsOf(set, folder) : null });
  }
  return checked;
}

async function claimsOf({ name, check }: DataSet, folder: string): Promise<Claim[]> {
  const started: Api[] = [];
  const path = (file: string) => join(folder, name, file);
  const start = async (day: string) => {
    const api = await startApi(day);
    started.push(api);
    return api;
  };
  try {
    return await check({ path, read: (file) => textOf(path(file)) }, start);
  } catch (error) {
    return [exactly("can be read and computed", String(error), true)];
  } finally {
    for (const api of started) await api.stop();
  }
}

function textOf(file: string): string {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** Prints the claims, and says whether there are some and all hold. */
function report(checked: readonly Checked[]): boolean {
  for (const { name, claims } of checked) {
    if (claims === null) console.log(`${name.padEnd(28)} not there`);
    for (const { what, got, fromApi, published, ok } of claims ?? []) {
      const ours = `got ${got.padEnd(18)} from API ${fromApi.padEnd(14)}`;
      const figures = `${ours} published ${published.padEnd(18)}`;
      console.log(`${name.padEnd(28)} ${what.padEnd(52)} ${figures} ${ok ? "ok" : "MISS"}`);
    }
  }
  const all = checked.flatMap(({ claims }) => claims ?? []);
  const held = all.filter(({ ok }) => ok).length;
  const absent = checked.filter(({ claims }) => claims === null).length;
  console.log(`${held} claims hold, ${all.length - held} miss, ${absent} data sets not there`);
  return all.length > 0 && held === all.length;
}
