/** The demo says that it is one, and one's own data are a click away, and back. */
import { expect, serverUrl, test } from "../support/e2e-page.ts";

test("demo data are called so", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByText("Demo data.", { exact: true })).toBeVisible();
});

test("an empty store offers the demo, and the demo leads back to one's own", async ({ page }) => {
  await page.goto(serverUrl("CANDOR_FRESH_URL"));
  await page.getByRole("button", { name: "Look around in the demo" }).first().click();
  await expect(page.getByText("Demo data.", { exact: true })).toBeVisible({ timeout: 30_000 });
  // What is listed of the demo is asked for by name, which one's own world knows nothing of.
  const verdicts = page.getByRole("region", { name: "Latest verdicts" });
  await expect(verdicts.getByText(/Preliminary|Final/).first()).toBeVisible({ timeout: 15_000 });
  await page.getByRole("button", { name: "Start with your own data" }).click();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.getByRole("button", { name: "Start with my own data" }).click();
  await expect(page.getByText("Demo data.", { exact: true })).toBeHidden({ timeout: 15_000 });
  expect(asked.filter((url) => url.includes("/changes/demo-"))).toEqual([]);

  // The Data page leads back too, whatever has come in since.
  await page.getByRole("link", { name: "Data", exact: true }).click();
  await page.getByRole("button", { name: "Look around in the demo" }).click();
  await expect(page.getByText("Demo data.", { exact: true })).toBeVisible({ timeout: 30_000 });
});
