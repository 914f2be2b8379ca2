/** Populations and benchmarks: written down in the settings, seen on the charts, removed after a question. */
import { expect, expectAccessible, test } from "../support/e2e-page.ts";

test("shares are weighted to a population that is added, and charts say so", async ({ page }) => {
  await page.goto("/settings");
  await page.getByRole("button", { name: "Add a population" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("adults-e2e");
  await dialog.getByLabel("Title").fill("adults of a census");
  const shares = { Boomers: "30", "Gen X": "25", Millennials: "25", "Gen Z": "10" };
  const rows = ["Silent", "Boomers", "Gen X", "Millennials", "Gen Z"];
  for (const [name, share] of Object.entries(shares)) {
    await dialog.getByLabel(`Per cent, row ${rows.indexOf(name) + 1}`).fill(share);
  }
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Together 90%: it has to be 100%.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Per cent, row 5").fill("20");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("adults of a census")).toBeVisible();

  await page.goto("/opt-in");
  await page.getByLabel("Weighted to").selectOption("adults of a census");
  await expect(page).toHaveURL(/weights=adults-e2e/);
  const chart = page.getByRole("region", { name: "Opt-in rate over time" });
  await expect(chart).toContainText("weighted to adults of a census");
  await expect(page.getByText("Weighted to adults of a census.")).toBeVisible();
  const byGeneration = page.getByRole("region", { name: "Opt-in rate by cohort" });
  await expect(byGeneration).toContainText("not weighted");
  await page.goto("/opt-in?weights=adults-e2e&generation=gen_z");
  await expect(chart).toContainText("No figure weighted to adults of a census");
  await expect(chart).toContainText("Boomers");

  await page.goto("/settings");
  await page.getByRole("button", { name: "Delete adults-e2e" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("adults of a census")).toBeHidden();
});

test("a benchmark that is added is a line with its label, and a note says how far it compares", async ({
  page,
}) => {
  await page.goto("/settings");
  await expect(page.getByText("whose original is not confirmed").first()).toBeVisible();
  await page.getByRole("button", { name: "Add a benchmark" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Figure").selectOption("Control");
  await dialog.getByLabel("Value in per cent").fill("40.5");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Say what was asked.")).toBeVisible();
  await dialog.getByLabel("Question").fill("I decide what happens to my data");
  await dialog.getByLabel("Date").fill("2024-05");
  await dialog.getByLabel("Source").fill("An institute");
  await dialog.getByLabel("How far it compares").fill("Asked of all companies.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Control: 40.5%")).toBeVisible();

  // By month, so that enough of these few people are behind each point.
  await page.goto("/understanding?topic=control&grain=month");
  const chart = page.getByRole("region", { name: "Control over time" });
  await expect(chart.getByText("40.5% · benchmark 2024")).toBeVisible();
  await expect(chart).toContainText("no target: “I decide what happens to my data”");
  await expect(chart).toContainText("Asked of all companies.");

  await page.goto("/settings");
  await page.getByRole("button", { name: "Delete “I decide what happens to my data”" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Control: 40.5%")).toBeHidden();
});

test("another time zone is asked for twice", async ({ page }) => {
  await page.goto("/settings");
  await page.getByLabel("Time zone").fill("Europe/Berlin");
  await page.getByRole("button", { name: "Save" }).click();
  const dialog = page.getByRole("dialog", { name: "Use another time zone?" });
  await expect(dialog).toContainText("Europe/Berlin");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  const { reportingZone } = await (await page.request.get("/api/v1/settings")).json();
  expect(reportingZone).toBe("UTC");
});
