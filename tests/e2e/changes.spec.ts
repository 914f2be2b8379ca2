/** Changes are written down, marked on the charts, corrected and removed. */
import { expect, serverUrl, test } from "../support/e2e-page.ts";

test("the demo's changes are marked on the charts, with their titles", async ({ page }) => {
  const { changes } = await (await page.request.get("/api/v1/changes")).json();
  await page.goto("/opt-in?from=2025-01-01&to=2026-06-14&grain=month");
  const chart = page.getByRole("region", { name: "Opt-in rate over time" });
  for (const { title } of changes) await expect(chart).toContainText(title);
});

test("a change is recorded, corrected, and removed after a question", async ({ page }) => {
  await page.goto(`${serverUrl("CANDOR_EMPTY_URL")}/changes`);
  await page.getByRole("button", { name: "Record a change" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What changed").fill("Plain words in the notice");
  await dialog.getByLabel("From which day").fill("2026-06-01");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Plain words in the notice" })).toBeVisible();

  await page.getByRole("button", { name: "Edit Plain words in the notice" }).click();
  await page.getByRole("dialog").getByLabel("What changed").fill("Plainer words in the notice");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Plainer words in the notice" })).toBeVisible();

  await page.getByRole("button", { name: "Delete Plainer words in the notice" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { name: "Plainer words in the notice" })).toBeHidden();
});
