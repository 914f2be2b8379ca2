// Made-up answers in the form of the Wi-Fi tracking survey, whose own file may not be copied here.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Estimate } from "#shared/contract/metric.ts";
import { wilson } from "../../server/stats/wilson.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

const SCRIPT = join(import.meta.dirname, "../../scripts/wifi-survey-to-events.ts");
const HEAD =
  "ResponseId,scenario,scenario_check,decline_difficulty,private_benefit,participant_benefit,public_benefit,disproportionality,sensitivity,risk_of_harm,trust,security,ongoing_control,respect_for_privacy,is_acceptable,age,gender,rel_to_unimelb,education";
const folder = mkdtempSync(join(tmpdir(), "candor-wifi-"));
const file = join(folder, "answers.csv");
const DAY = "2026-03-20";

/** 24 people, of whom the first 15 find all three uses acceptable, and the last 3 are the oldest; the first has no trust to state. */
const rows = Array.from({ length: 24 }, (_, person) =>
  [1, 2, 3].map((scenario) => {
    const trust = person === 0 ? "NA" : person % 6;
    const age = person < 21 ? 20 + (person % 2) * 10 : 60;
    const yes = person < 15 ? 1 : 0;
    return `R_${person},${scenario},${scenario},0,1,2,3,4,5,0,${trust},1,2,3,${yes},${age},1,1,1`;
  }),
).flat();

function map(...flags: string[]) {
  const args = [SCRIPT, file, ...flags];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { stdout, stderr, status };
}

let api: ApiServer;
beforeAll(async () => {
  writeFileSync(file, `${[HEAD, ...rows].join("\n")}\n`);
  api = await startApi({ k: 10 });
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

describe("the Wi-Fi survey, as events", () => {
  test("is taken in whole, and doubles nothing when it is sent again", async () => {
    const { stdout } = map("--day", DAY, "--offset", "1");
    const answers = 72 * 12 - 3;
    const first = { accepted: answers, duplicates: 0, rejected: [], ignoredFields: [] };
    expect(await api.take("events", stdout)).toEqual(first);
    expect(await api.take("events", stdout)).toMatchObject({ accepted: 0, duplicates: answers });
  });

  test("shows as top box what was found acceptable, all three answers of a person, as sure as of one", async () => {
    const { series, scale } = await api.metric(`survey_score?question=acceptable&from=${DAY}`);
    const total = series[0]?.total as Estimate;
    expect(scale).toBe(2);
    expect(total).toMatchObject({ n: 72, count: 45 });
    // Whose three answers are the same is one person: as wide as for 24 people.
    const people = wilson(15, 24, 0.95);
    expect(total.low).toBeCloseTo(people.low ?? 0, 2);
    expect(total.low).toBeLessThan(wilson(45, 72, 0.95).low ?? 0);
    expect(total.high).toBeGreaterThan(wilson(45, 72, 0.95).high ?? 1);
  });

  test("has its scores from 0 to 5 on a scale of 6, and leaves out what is not answered", async () => {
    const { series, scale } = await api.metric(`trust?from=${DAY}&stat=mean`);
    expect(scale).toBe(6);
    const sum = Array.from({ length: 23 }, (_, i) => (i + 1) % 6).reduce((a, b) => a + b, 0);
    const total = series[0]?.total as Estimate;
    expect(total.n).toBe(69);
    expect(total.value).toBeCloseTo((100 * sum) / 23 / 5, 9);
  });

  test("hides the three oldest, and another band with them", async () => {
    const { series } = await api.metric(`survey_score?question=acceptable&from=${DAY}&by=segment`);
    const hidden = series.filter(({ total }) => total.suppressed).map(({ group }) => group.segment);
    expect(hidden).toHaveLength(2);
    expect(hidden).toContain("age-55-plus");
  });

  test("puts no person into the ids that are kept as sent", () => {
    const { stdout } = map("--day", DAY, "--offset", "1");
    const events = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string });
    expect(events.filter(({ id }) => id.includes("R_"))).toEqual([]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  test.each([
    [[], /Say which file, the day/],
    [["--day", DAY], /Say which file, the day/],
    [["--day", "March", "--offset", "1"], /--day is March/],
    [["--day", "2026-02-30", "--offset", "1"], /--day is 2026-02-30/],
    [["--day", DAY, "--offset", "0"], /--offset is 0, but scores begin at 1/],
    [["--day", DAY, "--offset", "x"], /--offset is x, but scores begin at 1/],
  ])("wants to be told what the file does not say: %j", (flags, message) => {
    const { stdout, stderr, status } = map(...flags);
    expect(stderr).toMatch(message);
    expect(stdout).toBe("");
    expect(status).toBe(1);
  });
});
