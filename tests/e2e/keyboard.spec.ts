/** What opens is reached by keyboard, closes on Escape, gives focus back, and is accessible while open. */
import { expect, expectAccessible, expectNoSideways, test } from "../support/e2e-page.ts";

const menus = [
  { name: /^Channel/, inside: "Channel" },
  { name: /^Region/, inside: "Region" },
  { name: /^Last 90 days/, inside: "Dates" },
];

for (const { name, inside } of menus) {
  test(`the menu of ${inside} opens, is accessible, and closes on Escape`, async ({ page }) => {
    await page.goto("/opt-in");
    const button = page.getByRole("button", { name });
    await button.press("Enter");
    const menu = page.getByRole("dialog", { name: inside });
    await expect(menu).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(button).toBeFocused();
  });
}

test("a value is chosen by arrow keys", async ({ page }) => {
  await page.goto("/opt-in");
  await page.getByRole("button", { name: /^Channel/ }).press("Enter");
  const list = page.getByRole("listbox", { name: "Channel" });
  await expect(list.getByRole("option").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/channel=\w+/);
});

for (const { width, height, colorScheme } of [
  { width: 1440, height: 900, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
] as const) {
  test.describe(`${width} pixels wide, ${colorScheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme });

    test("the form of a change begins at its first field, and gives focus back", async ({
      page,
    }) => {
      await page.goto("/changes");
      const button = page.getByRole("button", { name: "Record a change" });
      await button.press("Enter");
      await expect(page.getByRole("textbox", { name: "What changed" })).toBeFocused();
      await page.getByRole("button", { name: "Save" }).press("Enter");
      await expect(page.getByText("Say what changed.")).toBeVisible();
      await expectNoSideways(page);
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(button).toBeFocused();
    });

    test("questions begin at the button that changes nothing", async ({ page }) => {
      await page.goto("/changes");
      const remove = page.getByRole("button", { name: /^Delete / }).first();
      await remove.press("Enter");
      await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(remove).toBeFocused();
      await page.getByRole("button", { name: "Start with your own data" }).press("Enter");
      await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
      await expectAccessible(page);
    });
  });
}

test("the arrow keys read the points of a chart, which says so", async ({ page }) => {
  await page.goto("/opt-in");
  const chart = page.getByRole("application", { name: /^Opt-in rate over time.*arrow keys/ });
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".chart-tooltip")).toContainText("Millennials");
});

test("on a phone the menu holds every page", async ({ page }) => {
  await page.goto("/");
  const pages = page.getByRole("navigation", { name: "Pages" }).getByRole("link");
  await expect(pages.first()).toBeVisible();
  const names = await pages.allInnerTexts();
  expect(names.length).toBeGreaterThan(6);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Menu" }).press("Enter");
  const drawer = page.getByRole("dialog", { name: "Candor" });
  await expect(drawer.getByRole("link")).toHaveText(names);
  await expectAccessible(page);
  await drawer.getByRole("link", { name: "Glossary" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Glossary" })).toBeVisible();
  await expect(drawer).toBeHidden();
});
