/** Experiments: what the demo's two come to, in the list, on a page, on paper, and as a change. */
import type { Page } from "@playwright/test";
import type { ExperimentResults } from "#shared/contract/experiment-results.ts";
import { expect, expectAccessible, expectNoSideways, test } from "../support/e2e-page.ts";

test.slow();

const words = {
  ship: "Ship",
  more_accepted_less_understood: "More accepted, less understood",
  keep_the_control: "Keep the control",
  no_difference: "No difference that matters",
  keep_running: "Keep running",
  broken: "Do not read",
};

async function resultsOf(page: Page, slug: string): Promise<ExperimentResults> {
  return await (await page.request.get(`/api/v1/experiments/${slug}/results`)).json();
}

for (const slug of ["benefit-first", "short-and-sweet"]) {
  test(`${slug} says in the list and on its page what the API says`, async ({ page }) => {
    const answer = await resultsOf(page, slug);
    const { recommendation, ended } = answer;
    const word = recommendation === "keep_running" && ended ? "No answer" : words[recommendation];
    const title = answer.experiment.title ?? "";
    await page.goto("/experiments?status=stopped");
    const item = page.getByRole("listitem").filter({
      has: page.getByRole("heading", { name: title }),
    });
    await expect(item.getByText(word, { exact: true })).toBeVisible();
    await expect(item).toContainText(answer.sentence);
    await item.getByRole("link", { name: /^See the results in full/ }).press("Enter");

    const card = page.getByRole("region", { name: "The recommendation" });
    await expect(card).toContainText(answer.sentence);
    await expect(card).toContainText("What to do next:");
    const [comparison] = answer.comparisons;
    const watched = page.getByRole("table", { name: /^What must not get worse/ });
    for (const { difference } of comparison?.outcomes.slice(1) ?? []) {
      if (difference === null) continue;
      const points = (difference * 100).toFixed(1).replace("-", "−");
      await expect(watched).toContainText(points);
    }
  });
}

const ended = [["keep_running", "No answer"]] as const;
for (const [recommendation, word] of [...Object.entries(words), ...ended]) {
  test(`a recommendation has its word in the list and on its page: ${word}`, async ({ page }) => {
    const patch = {
      recommendation: recommendation as keyof typeof words,
      ended: word === "No answer",
    };
    await answerInstead(page, "short-and-sweet", patch);
    await page.goto("/experiments");
    await expect(page.getByRole("main").getByText(word, { exact: true }).first()).toBeVisible();
    await page.goto("/experiments/short-and-sweet");
    const card = page.getByRole("region", { name: "The recommendation" });
    await expect(card.getByText(word, { exact: true })).toBeVisible();
    const watched = page.getByRole("table", { name: /^What must not get worse/ });
    await expect(watched).toBeVisible({ visible: recommendation !== "broken" });
    await expectAccessible(page);
  });
}

test("results are asked for, and what draws them is fetched, while the page's code is on its way", async ({
  page,
}) => {
  const code = Promise.withResolvers<void>();
  await page.route("**/assets/experiment-page-*.js", async (route) => {
    await code.promise;
    await route.continue();
  });
  const asked = page.waitForRequest("**/experiments/short-and-sweet/results?by=channel");
  const lines = page.waitForRequest("**/assets/sequence-lines-*.js");
  await page.goto("/experiments/short-and-sweet?by=channel", { waitUntil: "commit" });
  await asked;
  await lines;
  code.resolve();
  await expect(page.getByRole("region", { name: "The recommendation" })).toBeVisible();
});

test("the list is narrowed by status, as a link that can be shared", async ({ page }) => {
  await page.goto("/experiments?status=archived");
  await expect(page.getByText("No experiment has this status")).toBeVisible();
  await page.getByRole("combobox", { name: "Status" }).selectOption("Stopped");
  await expect(page).toHaveURL(/status=stopped/);
  await expect(page.getByRole("heading", { name: /One friendly line/ })).toBeVisible();
});

test("the page has what a statistician asks, by any cohort, as tables and as a file", async ({
  page,
}) => {
  await page.goto("/experiments/short-and-sweet");
  const cohorts = page.getByRole("region", { name: /^For whom/ });
  await expect(cohorts).toContainText("Exploratory");
  await cohorts.getByRole("combobox", { name: "By" }).selectOption("Channel");
  await expect(page).toHaveURL(/by=channel/);
  await expect(cohorts.getByRole("row", { name: /^iOS/ })).toBeVisible();
  const sequence = page.getByRole("region", { name: /^How the difference settled/ });
  await sequence.getByRole("radio", { name: "Table" }).click();
  await expect(sequence.getByRole("row").first()).toContainText("Interval");
  await page.locator("summary", { hasText: "For the statistician" }).press("Enter");
  await expect(page.getByText("95% for one planned look")).toBeVisible();
  const href = await page.getByRole("link", { name: /as CSV$/ }).getAttribute("href");
  const csv = await (await page.request.get(href ?? "")).text();
  expect(csv).toContain("one-line");
});

for (const { width, height, colorScheme } of [
  { width: 1440, height: 900, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
] as const) {
  test.describe(`${width} pixels wide, ${colorScheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme });

    for (const path of [
      "/experiments/short-and-sweet",
      "/experiments/no-such-experiment",
      "/experiments/benefit-first/edit",
      "/new-experiment",
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

/** The small demo world has too few people for its larger one's answers, so this one is put into theirs. */
async function answerInstead(page: Page, slug: string, patch: Partial<ExperimentResults>) {
  await page.route(`**/experiments/${slug}/results?*`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), ...patch } });
  });
}

test("what was shipped becomes a change, and then leads to it", async ({ page }) => {
  await answerInstead(page, "benefit-first", { recommendation: "ship", variant: "benefit-led" });
  await page.goto("/experiments/benefit-first");
  await page.getByRole("button", { name: "Make it a change" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Make it a change" });
  await expect(dialog.getByLabel("What changed")).toHaveValue(/^benefit-led for everybody/);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "See its change" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /^benefit-led/ })).toBeVisible();
  const { changes } = await (await page.request.get("/api/v1/changes")).json();
  const made = changes.find((one: { experiment: string }) => one.experiment === "benefit-first");
  await page.request.delete(`/api/v1/changes/${made.id}`);
});

test("results print on three pages at most, without controls", async ({ page }) => {
  await page.goto("/experiments/short-and-sweet");
  await page.waitForLoadState("networkidle");
  const pdf = await page.pdf({ format: "A4", margin: { top: "12mm", bottom: "12mm" } });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  expect(pages.length).toBeLessThanOrEqual(3);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("region", { name: "The recommendation" })).toBeVisible();
});
