// Real input: the fixture's README says where the file comes from, and the file itself what must come out.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Estimate } from "#shared/contract/metric.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

const ROOT = join(import.meta.dirname, "../..");
const FILE = join(ROOT, "tests/fixtures/nhs-opt-out/NDOP_age_gen_Jul_2021.csv");
const BANDS = [
  "0-9",
  "10-19",
  "20-29",
  "30-39",
  "40-49",
  "50-59",
  "60-69",
  "70-79",
  "80-89",
  "90+",
];
/** Of 1 May and 1 July 2021, in per cent. */
const RATES = [
  [1.265, 1.833, 2.834, 3.074, 2.787, 2.707, 3.121, 4.007, 3.643, 2.511],
  [1.395, 2.836, 5.693, 6.368, 6.055, 5.828, 5.777, 5.476, 4.182, 2.755],
];

const rows = readFileSync(FILE, "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.trim().split(","));
let records: string;
let api: ApiServer;

beforeAll(async () => {
  const script = join(ROOT, "scripts/nhs-to-counts.ts");
  records = execFileSync(process.execPath, [script, FILE], { encoding: "utf8" });
  api = await startApi({ k: 10 });
  expect(await api.take("counts", records)).toMatchObject({
    accepted: 132,
    rejected: [],
    ignoredFields: [],
  });
});
afterAll(() => api.stop());

async function coverage(day: string, more = ""): Promise<Estimate> {
  const { series } = await api.metric(`consent_coverage?from=${day}&to=${day}${more}`);
  expect(series).toHaveLength(1);
  return series[0]?.total as Estimate;
}

const percent = (share: number | null | undefined): string =>
  (100 * (share ?? Number.NaN)).toFixed(3);

describe("the national data opt-out, as counts", () => {
  test("shows the consent coverage of England", async () => {
    expect(percent((await coverage("2021-06-01")).value)).toBe("97.112");
    expect(percent((await coverage("2021-07-01")).value)).toBe("95.026");
    expect(percent((await coverage("2020-08-01")).value)).toBe("97.389");
  });

  test("shows in each month as many opt-outs as the file's own total, and 1 275 153 more in June", async () => {
    const optOuts = new Map<string, number>();
    for (const [date = "", band, gender, out] of rows) {
      if (band !== "All" || gender !== "All") continue;
      const day = date.split("/").toReversed().join("-");
      const { n, count = 0 } = await coverage(day);
      expect(n - count, day).toBe(Number(out));
      optOuts.set(day, n - count);
    }
    expect(optOuts.size).toBe(12);
    const rise = (optOuts.get("2021-07-01") ?? 0) - (optOuts.get("2021-06-01") ?? 0);
    expect(rise).toBe(1_275_153);
  });

  test("shows by age band one minus its opt-out rate", async () => {
    for (const [at, day] of ["2021-05-01", "2021-07-01"].entries()) {
      const { series } = await api.metric(`consent_coverage?from=${day}&to=${day}&by=segment`);
      for (const [i, band] of BANDS.entries()) {
        const segment = `age-${band.replace("+", "-plus")}`;
        const total = series.find(({ group }) => group.segment === segment)?.total as Estimate;
        expect(percent(1 - (total.value ?? 0)), `${segment} ${day}`).toBe(
          RATES[at]?.[i]?.toFixed(3),
        );
      }
    }
  });

  test("mends the band that a spreadsheet took for October 2019", async () => {
    expect(records).not.toContain("Oct");
    expect(records.match(/"age-10-19"/g)).toHaveLength(12);
  });

  test("counts nobody twice: bands and unknown make the total, and the deceased are in neither", async () => {
    const { series } = await api.metric(
      "consent_coverage?from=2021-07-01&to=2021-07-01&by=segment",
    );
    expect(series.map(({ group }) => group.segment)).toHaveLength(11);
    expect(series.at(-1)).toMatchObject({
      group: { segment: "unknown" },
      total: { n: 69, count: 0 },
    });
    const total = await coverage("2021-07-01");
    expect(total.n - 69).toBe(60_970_002);
  });

  test("hides who is of unknown age where they are few, with the smallest band", async () => {
    const { series } = await api.metric(
      "consent_coverage?from=2021-01-01&to=2021-01-01&by=segment",
    );
    const hidden = series.filter(({ total }) => total.suppressed).map(({ group }) => group.segment);
    expect(hidden).toEqual(["age-90-plus", "unknown"]);
  });

  test("doubles nothing when it is sent again", async () => {
    const before = await coverage("2021-07-01");
    expect(await api.take("counts", records)).toMatchObject({ accepted: 132, duplicates: 0 });
    expect(await coverage("2021-07-01")).toEqual(before);
    const intake = (await (await api.get("/api/v1/intake")).json()) as { countRecords: number };
    expect(intake.countRecords).toBe(132);
  });
});
