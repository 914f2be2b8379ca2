/** The whole demo world: each of its changes is said to have done what was planted, all the way from events to the page. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { demoWorld } from "../../seed/worlds/demo.ts";
import { plantedTruth } from "../../seed/worlds/truth.ts";
import type { Verdict } from "../../seed/worlds/world.ts";
import { expect, test } from "../support/e2e-page.ts";

const UNTIL = "2026-08-31";
const words: Record<Verdict, string> = {
  building_trust: "Building trust",
  opt_in_without_understanding: "Opt-in without understanding",
  mixed: "Better, at a price",
  eroding_trust: "Eroding trust",
  no_clear_effect: "No clear effect",
  not_enough_data: "Not enough data",
};
const designs = {
  difference_in_differences: "Compared with where it did not apply",
  interrupted_time_series: "Compared with its own past",
  none: "No comparison possible",
};
const { changes } = plantedTruth(demoWorld, UNTIL);

let server: ChildProcess;
let url = "";

test.describe.configure({ mode: "serial" });
test.slow();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = spawn(process.execPath, [join("tests", "support", "demo-server.ts"), UNTIL], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  url = await new Promise<string>((resolve, reject) => {
    server.once("exit", () => reject(new Error("the demo's server ended before it listened")));
    server.stdout?.on("data", (data: Buffer) => {
      const found = /listening on (\S+)/.exec(data.toString())?.[1];
      if (found !== undefined) resolve(found);
    });
  });
});
test.afterAll(() => server.kill("SIGTERM"));

test("the list of changes shows the verdicts that they deserve", async ({ page }) => {
  expect(changes).toHaveLength(6);
  await page.goto(`${url}/changes`);
  for (const { title, verdict } of changes) {
    const item = page.getByRole("listitem").filter({
      has: page.getByRole("heading", { name: title }),
    });
    await expect(item.getByText(words[verdict], { exact: true })).toBeVisible({ timeout: 60_000 });
  }
});

for (const { key, title, verdict, design, effects } of changes) {
  test(`${key}: ${verdict}, with what it did and how that is known`, async ({ page }) => {
    await page.goto(`${url}/changes/demo-${key}`);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const card = page.getByRole("region", { name: "The verdict" });
    await expect(card.getByText(words[verdict], { exact: true })).toBeVisible();
    await expect(card).toContainText(`“${title}”`);
    const how = page.getByRole("region", { name: "How we know" });
    await expect(how).toContainText(designs[design]);
    if (design === "none") return;
    await expect(card).toContainText("simulated changes that did nothing");
    if (verdict === "no_clear_effect") return;
    for (const metric of ["understanding", "trust"] as const) {
      await expect(card).toContainText(`${metric} ${effects[metric] > 0 ? "rose" : "fell"} by`);
    }
  });
}

test.describe("in a browser that would read Arabic", () => {
  test.use({ locale: "ar" });

  test("what changes did is told in the page's own language", async ({ page }) => {
    await page.goto(url);
    const main = page.locator("main");
    await expect(main.getByText("is building trust:").first()).toBeVisible({ timeout: 60_000 });
    expect(await main.innerText()).not.toMatch(/\p{Script=Arabic}/u);
  });
});
