/** Every page, wide and narrow, light and dark: complete, accessible, and quiet. */
import {
  expect,
  expectAccessible,
  expectNoSideways,
  serverUrl,
  test,
} from "../support/e2e-page.ts";

const pages = [
  { path: "/", name: "Overview" },
  { path: "/opt-in", name: "Opt-in" },
  { path: "/withdrawals", name: "Withdrawals" },
  { path: "/understanding", name: "Understanding" },
  { path: "/changes", name: "Changes" },
  { path: "/experiments", name: "Experiments" },
  { path: "/notices", name: "Notices" },
  { path: "/data", name: "Data" },
  { path: "/glossary", name: "Glossary" },
  { path: "/settings", name: "Settings" },
];
const sizes = [
  { width: 1440, height: 900, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;

for (const { width, height, colorScheme } of sizes) {
  test.describe(`${width} pixels wide, ${colorScheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme });

    for (const { path, name } of pages) {
      test(`${name} shows its figures, fits, and is accessible`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
        await page.waitForLoadState("networkidle");
        await expect(page).toHaveTitle(`${name} · Candor`);
        await expectNoSideways(page);
        await expectAccessible(page);
      });

      test(`${name} of an empty store says what to do`, async ({ page }) => {
        await page.goto(`${serverUrl("CANDOR_FRESH_URL")}${path}`);
        await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
        await page.waitForLoadState("networkidle");
        await expectNoSideways(page);
        await expectAccessible(page);
      });
    }
  });
}

test("an address that does not exist says so, and leads home", async ({ page }) => {
  await page.goto("/no-such-page");
  await page.getByRole("link", { name: "Go to the overview" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
});

test("every page is reached by keyboard, the content first", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.getByRole("link", { name: "Withdrawals", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Withdrawals" })).toBeVisible();
});
