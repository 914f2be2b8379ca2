/** A figure can be audited: what it means, worked through on a few people, and beside what other systems report. */
import type { ReconciliationAnswer } from "#shared/contract/reconciliation.ts";
import { expect, expectAccessible, expectNoSideways, test } from "../support/e2e-page.ts";

const RANGE = "from=2026-03-01&to=2026-05-31";

test("a definition link leads to a worked example, and the old address still does", async ({
  page,
}) => {
  await page.goto(`/opt-in?${RANGE}`);
  const chart = page.getByRole("region", { name: "Opt-in rate over time" });
  await chart.getByRole("link", { name: "What is Opt-in rate?" }).click();
  await expect(page).toHaveURL(/\/glossary\/opt_in_rate$/);
  await expect(page.getByRole("heading", { level: 1, name: "Opt-in rate" })).toBeVisible();
  await expect(page.getByText("4 / 6 = 66.7%")).toBeVisible();
  await expect(page.getByRole("row", { name: /Cem not at all/ })).toContainText("no decision");
  await expectAccessible(page);
  await page.goto("/glossary#opt_in_rate");
  await expect(page).toHaveURL(/\/glossary\/opt_in_rate$/);
});

test("other dashboards stand beside ours, and the way between is told in cases", async ({
  page,
}) => {
  const response = await page.request.get(`/api/v1/metrics/opt_in_rate/reconciliation?${RANGE}`);
  const { ours, peers } = (await response.json()) as ReconciliationAnswer;
  const didomi = peers.find(({ as }) => as === "didomi")?.figure;
  if (ours.suppressed || didomi === undefined || didomi.suppressed) throw new Error("hidden");

  await page.goto(`/opt-in?${RANGE}`);
  const panel = page.getByRole("region", { name: "The same people in other dashboards" });
  const button = panel.getByRole("button", { name: "Didomi, opt-in rate" });
  await expect(panel.getByRole("row", { name: /Didomi, opt-in rate/ })).toContainText(
    didomi.n.toLocaleString("en-GB"),
  );
  await button.press("Enter");
  await expect(page).toHaveURL(/explain=didomi/);
  const steps = panel.getByRole("table", { name: "From Candor to Didomi, opt-in rate" });
  await expect(steps).toContainText(ours.n.toLocaleString("en-GB"));
  await expect(steps).toContainText(didomi.n.toLocaleString("en-GB"));
  await expectAccessible(page);
  await button.press("Enter");
  await expect(steps).toBeHidden();
});

test("the chart can be counted as another system counts, and says so", async ({ page }) => {
  await page.goto(`/opt-in?${RANGE}`);
  await page.getByLabel("Counted as by").selectOption({ label: "Osano, opt-in rate" });
  await expect(page).toHaveURL(/as=osano/);
  const chart = page.getByRole("region", { name: "Osano's opt-in rate over time" });
  await expect(chart).toContainText("our events, counted their way");
  await expect(chart).toContainText("A dismissal is an opt-out");
  const csv = await chart.getByRole("link", { name: /as CSV/ }).getAttribute("href");
  expect(csv).toContain("as=osano");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: "dark" });

  for (const path of ["/glossary/opt_in_rate", `/opt-in?${RANGE}&as=didomi&explain=didomi`]) {
    test(`${path} fits, and is accessible`, async ({ page }) => {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      await expectNoSideways(page);
      await expectAccessible(page);
    });
  }
});
