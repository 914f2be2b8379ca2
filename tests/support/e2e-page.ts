/**
 * A page that is watched: a test fails on any console error, policy violation, uncaught exception, failed request of the page,
 * or request to anywhere but Candor.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Locator, type Page } from "@playwright/test";

/** The address of another of the test servers, by the name of its variable. */
export function serverUrl(name: "CANDOR_EMPTY_URL" | "CANDOR_FRESH_URL"): string {
  const url = process.env[name];
  if (url === undefined)
    throw new Error(`${name} is not set: the test server did not say its address`);
  return url;
}

/** Failed answers that a test provokes: parts of their address. */
export const test = base.extend<{ provoked: string[] }>({
  provoked: [[], { option: true }],

  page: async ({ page, provoked }, use) => {
    const faults: string[] = [];
    const isProvoked = (text: string): boolean => provoked.some((part) => text.includes(part));
    page.on("console", (message) => {
      const { url } = message.location();
      if (["error", "warning"].includes(message.type()) && !isProvoked(url))
        faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      const own =
        ["localhost", "127.0.0.1"].includes(hostname) || ["data:", "blob:"].includes(protocol);
      if (!own) faults.push(`request to ${request.url()}`);
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});
export { expect } from "@playwright/test";

/** The headline figure of this name. */
export function tileOf(page: Page, name: string): Locator {
  const title = page.getByText(name, { exact: true });
  return page.getByRole("main").getByRole("listitem").filter({ has: title });
}

/** No violation of WCAG 2.2 A and AA that axe can find. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`,
  );
  expect(found).toEqual([]);
}

/** The page is not wider than its window. */
export async function expectNoSideways(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(0);
}
