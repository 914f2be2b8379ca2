/** An experiment is planned, written down, started, stopped and put away. */
import { expect, serverUrl, test } from "../support/e2e-page.ts";

test("the planner says when a test takes too long, and when it does not", async ({ page }) => {
  await page.goto("/new-experiment");
  const plan = page.getByRole("region", { name: "What it takes", exact: true });
  await page.getByLabel("Smallest effect that matters, points").fill("1");
  await expect(plan).toContainText("can't answer its question in a sensible time");
  for (const name of ["Early withdrawal, of those asked", "Understanding"])
    await page.getByRole("checkbox", { name }).uncheck();
  await page.getByLabel("Smallest effect that matters, points").fill("20");
  await expect(plan.getByText(/can't answer/)).toBeHidden();
  await plan.getByRole("button", { name: /^Plan for/ }).click();
  await expect(page.getByLabel("People planned")).not.toHaveValue("");
});

test("a test is planned, started, stopped and archived, and what is fixed stays fixed", async ({
  page,
}) => {
  const empty = serverUrl("CANDOR_EMPTY_URL");
  await page.goto(`${empty}/new-experiment`);
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByText("Say what is tried.")).toBeVisible();
  await page.getByLabel("Title", { exact: true }).first().fill("Shorter words");
  await expect(page.getByLabel("Name in events").first()).toHaveValue("shorter-words");
  await page.getByLabel("Share, %").first().fill("60");
  await expect(page.getByText(/The shares make 110%/)).toBeVisible();
  await page.getByRole("button", { name: "Share evenly" }).click();
  const variant = page.getByRole("group", { name: "new-wording" });
  await page.getByRole("group", { name: "control" }).getByLabel("Text").fill("We set cookies.");
  await variant.getByLabel("Text").fill("We set cookies to count what you open.");
  const card = variant.getByRole("figure");
  await expect(card).toContainText("We set cookies to count what you open.");
  await expect(card).toContainText("Flesch–Kincaid");
  await expect(card.getByRole("term")).toHaveText("cookies");
  await expect(variant.getByRole("insertion")).toContainText("to count what you open");
  await page.getByRole("button", { name: "Save the draft" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Shorter words" })).toBeVisible();
  const status = page.getByRole("article").getByRole("paragraph");
  for (const [step, now] of [
    ["Start", "Running"],
    ["Stop", "Stopped"],
  ] as const) {
    await page.getByRole("button", { name: step, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await dialog.getByRole("button", { name: step, exact: true }).click();
    await expect(status.getByText(now, { exact: true })).toBeVisible();
  }
  await page.getByRole("link", { name: "Edit" }).click();
  await expect(page.getByLabel("Name in events")).toBeDisabled();
  await page.getByLabel("Legal approval").fill("Approved by counsel");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Approved by counsel", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Archive" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
  await expect(status.getByText("Archived", { exact: true })).toBeVisible();

  const trail = page.getByRole("region", { name: "What was done with it", exact: true });
  const steps = ["Written down (draft)", "Started", "Stopped", "Changed", "Archived"];
  for (const [i, step] of steps.entries())
    await expect(trail.getByRole("row").nth(i + 1)).toContainText(step);
  await expect(trail.getByRole("row")).toHaveCount(steps.length + 1);
  await expect(trail).toContainText("Legal approval: nothing → Approved by counsel");
});

test("a draft is deleted after a question, which leads back to the list", async ({ page }) => {
  await page.goto(`${serverUrl("CANDOR_EMPTY_URL")}/new-experiment`);
  await page.getByLabel("Title", { exact: true }).first().fill("Planned in vain");
  const group = (name: string) => page.getByRole("group", { name });
  await group("control").getByLabel("Text").fill("We set cookies.");
  await group("new-wording").getByLabel("Text").fill("We count what you open.");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByRole("button", { name: "Delete Planned in vain" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("The plan was deleted.")).toBeVisible();
  await expect(page).toHaveURL(/\/experiments$/);
  await expect(page.getByRole("main")).not.toContainText("Planned in vain");
});
