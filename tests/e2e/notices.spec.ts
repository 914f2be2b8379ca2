/** Notices: what each version said beside what people did, written down and compared. */
import { expect, expectAccessible, serverUrl, test } from "../support/e2e-page.ts";

test("the demo's versions show their figures, reading grades, and what is new in each", async ({
  page,
}) => {
  await page.goto("/notices");
  const first = page.getByRole("main").getByRole("listitem").first();
  await expect(first).toContainText(/Opt-in rate.*%.*decisions.*Understanding.*%.*answers/);
  await expect(first).toContainText(/American English.*Grade \d.*Flesch–Kincaid/);
  await expect(first).toContainText(/German.*LIX \d+.*Björnsson/);
  await first.getByRole("heading").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Notice 20/);
  const compared = page.getByRole("region", { name: "What is new in it" });
  await expect(compared.locator("del").first()).toContainText("Your data, your choice");
  await expect(compared.locator("ins").first()).toContainText("What you get");
  await page.getByLabel("Language").selectOption("German (Germany)");
  await expect(compared.locator("ins").first()).toContainText("Was Sie davon haben");
  await expect(page).toHaveURL(/language=de-DE/);
});

test("a change's page shows what its notice says otherwise", async ({ page }) => {
  await page.goto("/changes/demo-benefit-explained");
  const compared = page.getByRole("region", { name: "What the notice says otherwise" });
  await expect(compared).toContainText(/Grade \d.*Grade \d/);
  await expect(compared.locator("ins").first()).toContainText("What you get");
});

test("a change whose notice is not written down leads to where it is", async ({ page }) => {
  const empty = serverUrl("CANDOR_EMPTY_URL");
  const changes = `${empty}/api/v1/changes`;
  const data = { title: "New words", date: "2026-06-01", kind: "wording", notice: "unwritten" };
  const { id } = await (await page.request.post(changes, { data })).json();
  await page.goto(`${empty}/changes/${id}`);
  const compared = page.getByRole("region", { name: "What the notice says otherwise" });
  await expect(compared).toContainText("What notice unwritten says is not written down");
  await compared.getByRole("link", { name: "Write it down" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Write down notice unwritten");
  await expect(page.getByLabel("Name in events")).toHaveValue("unwritten");
  await page.request.delete(`${changes}/${id}`);
});

test("a notice is written by keyboard, graded as it is typed, corrected and removed", async ({
  page,
}) => {
  await page.goto(`${serverUrl("CANDOR_EMPTY_URL")}/notices`);
  await page.getByRole("link", { name: "Write a notice" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("A name of letters");

  await page.getByLabel("Name in events").fill("written-2");
  await page.getByLabel("Previous notice").fill("");
  await page.getByLabel("Text", { exact: true }).fill("We set cookies pursuant to the law.");
  const preview = page.getByRole("figure");
  await expect(preview).toContainText(/Grade \d.*Flesch–Kincaid.*7 words/);
  await expect(preview.getByRole("term")).toHaveText(["cookies", "pursuant to"]);
  await page.getByLabel("Another language").fill("de-at");
  await page.getByLabel("Another language").press("Enter");
  await page.getByLabel("Text", { exact: true }).fill("Wir zählen, was Sie ansehen.");
  await expect(preview).toContainText("LIX");
  await page.getByLabel("What is collected").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Notice written-2" })).toBeVisible();
  await page.getByLabel("Language").selectOption("Austrian German");
  await expect(page.getByRole("figure")).toContainText("Wir zählen");
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("How to say no later").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("How to say no later", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Delete what is written down" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Notices" })).toBeVisible();
  await expect(page.getByRole("link", { name: "written-2" })).toHaveCount(0);
});
