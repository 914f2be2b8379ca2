/** The state of a page lives in its address: a link is a view, and Back works. */
import { expect, test, tileOf } from "../support/e2e-page.ts";

test("a filter goes into the address, changes the figures, and Back takes it out", async ({
  page,
}) => {
  await page.goto("/opt-in");
  const tile = tileOf(page, "Opt-in rate");
  await expect(tile).toContainText("%");
  const before = await tile.innerText();
  await page.getByRole("button", { name: /^Channel/ }).click();
  await page.getByRole("option", { name: /^iOS/ }).click();
  await expect(page).toHaveURL(/channel=ios/);
  await page.keyboard.press("Escape");
  await expect.poll(() => tile.innerText()).not.toBe(before);
  await page.goBack();
  await expect(page).not.toHaveURL(/channel=ios/);
  await expect.poll(() => tile.innerText()).toBe(before);
});

test("a link is a view: dates, filters, comparison and grain come from it", async ({ page }) => {
  await page.goto(
    "/opt-in?from=2026-03-01&to=2026-05-31&generation=gen_z&grain=month&compare=year",
  );
  const bar = page.getByRole("region", { name: "Dates and filters" });
  await expect(bar).toContainText("Gen Z");
  await expect(bar).toContainText("A year earlier");
  await expect(bar).toContainText("Monthly");
  await expect(bar).toContainText(/1 Mar.*31 May 2026/);
});

test("what a link says wrong is left out, and said", async ({ page }) => {
  await page.goto("/opt-in?from=yesterday&generation=gen_zzz&grain=month");
  await expect(page.getByText(/was not understood and is left out/)).toBeVisible();
  await expect(tileOf(page, "Opt-in rate")).toContainText("%");
});

test.describe("when the server fails", () => {
  test.use({ provoked: ["/api/v1/metrics/"] });

  test("the page says so, and shows the figures once it answers again", async ({ page }) => {
    await page.route("**/api/v1/metrics/**", (route) => route.fulfill({ status: 500, body: "" }));
    await page.goto("/opt-in");
    await expect(page.getByText("This could not be loaded").first()).toBeVisible({
      timeout: 20_000,
    });
    await page.unroute("**/api/v1/metrics/**");
    // Each chart that failed has its own button, and goes when it is loaded.
    await expect(async () => {
      const retry = page.getByRole("button", { name: "Try again" });
      if ((await retry.count()) > 0) await retry.first().click({ timeout: 1000 });
      await expect(page.getByText("This could not be loaded")).toHaveCount(0, { timeout: 500 });
    }).toPass({ timeout: 20_000 });
  });
});
