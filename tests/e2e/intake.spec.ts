/** From the first event to the figure that a person reads. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, serverUrl, test, tileOf } from "../support/e2e-page.ts";

const url = serverUrl("CANDOR_EMPTY_URL");

function decision(id: string, type: string, more: object = {}): object {
  const at = "2026-06-15T09:00:00Z";
  return {
    id,
    type,
    at,
    subject: `person-${id}`,
    purpose: "letters",
    notice: "n1",
    channel: "web",
    ...more,
  };
}

async function post(page: Page, events: object[]): Promise<unknown> {
  const body = events.map((event) => JSON.stringify(event)).join("\n");
  const headers = { "content-type": "application/x-ndjson" };
  return (await page.request.post(`${url}/api/v1/events`, { headers, data: body })).json();
}

test("the README's command sends fourteen decisions, and its link shows their rate", async ({
  page,
}) => {
  const readme = readFileSync("README.md", "utf8");
  const command = /```sh\n(for i in[\s\S]+?)```/.exec(readme)?.[1] ?? "";
  const at = "$(date -u +%Y-%m-%dT%H:%M:%SZ)";
  expect(command).toContain(at);
  // The test server's clock stands in June 2026, so that today is that day.
  const here = command.replaceAll("http://localhost:3000", url).replace(at, "2026-06-15T09:00:00Z");
  const printed = execFileSync("sh", ["-c", here], { encoding: "utf8" });
  expect(printed).toContain('"accepted":14');
  const link = /See it at (\S+)/.exec(printed)?.[1] ?? "";
  await page.goto(link);
  const tile = tileOf(page, "Opt-in rate");
  await expect(tile).toContainText("64%");
  await expect(tile).toContainText("14 decisions");
});

test("events show on the Data page as they come in, and what was refused with the reason", async ({
  page,
}) => {
  await page.goto(`${url}/data`);
  // Both lists are there before anything comes in.
  await expect(page.getByText(/Nothing was refused|records? refused/)).toBeVisible();
  await post(page, [
    decision("live-1", "granted", { purpose: "live-letters" }),
    decision("live-2", "granted", { purpose: "live-letters", notice: undefined }),
  ]);
  await expect(page.getByText("live-letters").first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText("notice is missing").first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("main")).not.toContainText("person-live");
});

test("a cell of fewer than ten people is hidden on the page", async ({ page }) => {
  const few = Array.from({ length: 4 }, (_, i) =>
    decision(`few-${i}`, "granted", { purpose: "few-letters", generation: "gen_z" }),
  );
  await post(page, few);
  await page.goto(`${url}/opt-in?purpose=few-letters`);
  const tile = tileOf(page, "Opt-in rate");
  await expect(tile).toContainText(/hidden|fewer than 10/i);
  await expect(tile).not.toContainText("100");
});
