/** Each change with what the data say about it: in the list, on its own page, on paper, and on the Overview. */
import type { Page } from "@playwright/test";
import type { Change } from "#shared/contract/change.ts";
import type { VerdictAnswer } from "#shared/contract/verdict.ts";
import { expect, expectAccessible, expectNoSideways, test } from "../support/e2e-page.ts";

test.slow();

const words = {
  building_trust: "Building trust",
  opt_in_without_understanding: "Opt-in without understanding",
  mixed: "Better, at a price",
  eroding_trust: "Eroding trust",
  no_clear_effect: "No clear effect",
  not_enough_data: "Not enough data",
};

async function changesOf(page: Page): Promise<Change[]> {
  return (await (await page.request.get("/api/v1/changes")).json()).changes;
}

async function verdictOf(page: Page, id: string): Promise<VerdictAnswer> {
  return await (await page.request.get(`/api/v1/changes/${id}/verdict`)).json();
}

const DARK = "demo-prominent-accept";

test("the list says of each change what the API says", async ({ page }) => {
  const changes = await changesOf(page);
  await page.goto("/changes");
  for (const { id, title } of changes) {
    const { verdict, sentence } = await verdictOf(page, id);
    const item = page.getByRole("listitem").filter({
      has: page.getByRole("heading", { name: title }),
    });
    await expect(item.getByText(words[verdict], { exact: true })).toBeVisible();
    await expect(item).toContainText(sentence);
  }
});

test("the list is narrowed by verdict and kind, as a link that can be shared", async ({ page }) => {
  const { verdict } = await verdictOf(page, DARK);
  const { title = "" } = (await changesOf(page)).find(({ id }) => id === DARK) ?? {};
  await page.goto(`/changes?verdict=${verdict}&kind=flow`);
  await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  await page.getByRole("combobox", { name: "Kind" }).selectOption("Policy");
  await expect(page).toHaveURL(/kind=policy/);
  await expect(page.getByRole("heading", { level: 2, name: title })).toBeHidden();
});

test("a mark on a chart leads to its change, and so does an old link", async ({ page }) => {
  const [latest] = await changesOf(page);
  const { id = "", title = "" } = latest ?? {};
  await page.goto("/opt-in?last=365");
  const chart = page.getByRole("region", { name: "Opt-in rate over time" });
  await chart.getByRole("link", { name: new RegExp(`^Change \\d+, .*: ${title}`) }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.goto(`/changes#${id}`);
  await expect(page).toHaveURL(new RegExp(`/changes/${id}$`));
});

test("the series of a change mark the others of those weeks, and lead to them", async ({
  page,
}) => {
  const own = "demo-partners-by-name";
  const { title = "" } =
    (await changesOf(page)).find(({ id }) => id === "demo-benefit-explained") ?? {};
  await page.goto(`/changes/${own}`);
  const marks = page.getByRole("link", { name: new RegExp(`^Change \\d+, .*: ${title}`) });
  await expect(marks).toHaveCount(4);
  await marks.first().press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("a change's page holds the sentence, the effects, and the statistician's part", async ({
  page,
}) => {
  const answer = await verdictOf(page, DARK);
  await page.goto(`/changes/${DARK}`);
  const card = page.getByRole("region", { name: "The verdict" });
  await expect(card).toContainText(answer.sentence);
  await expect(card).toContainText("What to do next");
  const forest = page.getByRole("table", { name: "What it did" });
  for (const { effect } of answer.outcomes.filter((one) => one.effect !== null)) {
    const points = ((effect ?? 0) * 100).toFixed(1).replace("-", "−");
    await expect(forest).toContainText(points);
  }
  await page.locator("summary", { hasText: "For the statistician" }).press("Enter");
  await expect(page.getByText("Sizes that matter")).toBeVisible();
  const trust = page.getByRole("region", { name: /^Trust / });
  await trust.getByRole("radio", { name: "Table" }).click();
  await expect(trust.getByRole("row").first()).toContainText("Week of");
  const href = await page.getByRole("link", { name: /series as CSV/ }).getAttribute("href");
  const csv = await (await page.request.get(href ?? "")).text();
  expect(csv).toMatch(/^metric,start,phase,/);
});

test("how often such a verdict is wrong is one click away", async ({ page }) => {
  const { calibration } = await verdictOf(page, DARK);
  await page.goto(`/changes/${DARK}`);
  await expect(page.getByText(calibration?.text ?? "no calibration")).toBeVisible();
  await page.getByRole("link", { name: "How often is a verdict wrong?" }).click();
  await expect(page).toHaveURL(/\/glossary#how-often-wrong$/);
  const nothing = page.getByRole("table", { name: /^Where nothing had happened/ });
  await expect(nothing).toBeInViewport();
  await expect(nothing.getByRole("row")).toHaveCount(6);
  const planted = page.getByRole("table", { name: /^Where a change had done something/ });
  await expect(planted.getByRole("row", { name: /^Everything got better/ })).toContainText(
    words.building_trust,
  );
});

for (const { width, height, colorScheme } of [
  { width: 1440, height: 900, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
] as const) {
  test.describe(`${width} pixels wide, ${colorScheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme });

    for (const path of [
      `/changes/${DARK}`,
      "/changes?view=learned",
      "/changes/no-such-change",
      "/glossary#verdicts",
    ]) {
      test(`${path} fits, and is accessible`, async ({ page }) => {
        await page.goto(path);
        await page.waitForLoadState("networkidle");
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectNoSideways(page);
        await expectAccessible(page);
      });
    }
  });
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test.describe(`the first screen, ${viewport.width} pixels wide`, () => {
    test.use({ viewport });

    test("holds what happened, how sure we are and what to do next", async ({ page }) => {
      for (const { id } of await changesOf(page)) {
        const { sentence } = await verdictOf(page, id);
        await page.goto(`/changes/${id}`);
        const card = page.getByRole("region", { name: "The verdict" });
        await expect(card.getByText(sentence)).toBeInViewport({ ratio: 1 });
        for (const name of ["How sure we are", "What to do next"]) {
          const point = card.locator("dl > div", { hasText: name });
          await expect(point.getByRole("definition")).toBeInViewport({ ratio: 1 });
        }
      }
    });
  });
}

test("every change prints on one page, without controls", async ({ page }) => {
  const margin = { top: "12mm", bottom: "12mm" };
  for (const { id } of await changesOf(page)) {
    await page.goto(`/changes/${id}`);
    await page.waitForLoadState("networkidle");
    for (const format of ["A4", "Letter"]) {
      const pdf = (await page.pdf({ format, margin })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g), `${id} ${format}`).toHaveLength(1);
    }
  }
  await page.goto(`/changes/${DARK}`);
  const box = page.locator(".series-grid .chart-box").first();
  const chart = box.locator(".recharts-surface").first();
  await expect(chart).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("region", { name: "The verdict" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  const [drawn, room] = [await chart.boundingBox(), await box.boundingBox()];
  expect(drawn?.height).toBeGreaterThan(40);
  expect(drawn?.width).toBeCloseTo(room?.width ?? 0, 0);
});

test("what was learned sets all changes side by side, by outcome", async ({ page }) => {
  await page.goto("/changes?view=learned");
  const table = page.getByRole("table", { name: /^Understanding: the effect of each change/ });
  await expect(table.getByRole("row")).not.toHaveCount(1);
  await page.getByRole("combobox", { name: "Outcome" }).selectOption("Opt-in yield");
  await expect(page).toHaveURL(/outcome=opt_in_yield/);
  await expect(page.getByRole("table", { name: "By kind" })).toContainText("All changes");
  const reading = page.getByRole("table", { name: "By how hard the notice is to read" });
  await expect(reading).toContainText("Easier to read");
  await expect(page.getByText(/reading grade [\d.]+ → [\d.]+/).first()).toBeVisible();
  const whom = page.getByRole("table", { name: "What works for whom" });
  await expect(whom.getByRole("columnheader", { name: "Gen Z" })).toBeVisible();
  await expect(whom.getByRole("row", { name: /^Flow/ })).toContainText(/[+−]\d+\.\d/);
});

test("a new notice opens a form that knows it", async ({ page }) => {
  await page.goto("/changes");
  await page
    .getByRole("button", { name: /^Record notice/ })
    .first()
    .press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("What changed")).toHaveValue(/^New notice/);
  await expect(dialog.getByLabel("Notice", { exact: true })).not.toHaveValue("");
  await expectAccessible(page);
});

test("a flag stays on the Overview until it is answered in words", async ({ page }) => {
  await page.goto("/");
  const flags = page.getByRole("region", { name: "Needs an answer" });
  const answer = flags.getByRole("button", { name: "Answer: Harder to leave than to join: iOS" });
  await answer.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Answer the flag" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("Write what is done about it");
  await expectAccessible(page);
  await dialog.getByLabel("Your answer").fill("One tap from July on");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(answer).toBeHidden();
  await page.getByText(/flags? answered/).click();
  await expect(page.getByText("One tap from July on")).toBeVisible();
  await page.getByRole("button", { name: "Open it again" }).first().click();
  await expect(answer).toBeVisible();
});
