/** On paper: the figures and what they are of, without what only a screen needs. */
import { expect, expectNoSideways, test } from "../support/e2e-page.ts";

test.use({ viewport: { width: 794, height: 1123 } });

for (const path of ["/", "/withdrawals"]) {
  test(`${path} prints its figures, dates and filters, and no controls`, async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await page.goto(`${path}?from=2026-03-01&to=2026-05-31&channel=ios`);
    const main = page.getByRole("main");
    await expect(main).toContainText(/1 Mar.*31 May 2026 · Channel: iOS/);
    await expect(main.getByText(/%/).first()).toBeVisible();
    await expect(page.getByRole("navigation")).toHaveCount(0);
    await expect(page.getByRole("region", { name: "Dates and filters" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: /CSV/ })).toHaveCount(0);
    await expectNoSideways(page);
    for (const box of await page.locator(".table-box").all()) {
      const over = await box.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(over).toBeLessThanOrEqual(1);
    }
  });
}
