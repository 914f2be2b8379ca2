/** Where figures add up several sources, the page warns; the Overview shows one, and says which. */
import { expect, serverUrl, test } from "../support/e2e-page.ts";

const url = serverUrl("CANDOR_EMPTY_URL");

test("several sources are never added in silence", async ({ page }) => {
  const records = ["tool-one", "tool-two"].map((source) =>
    JSON.stringify({
      source,
      day: "2026-06-10",
      purpose: "leaflets",
      shown: 400,
      granted: 200,
      declined: 100,
    }),
  );
  const headers = { "content-type": "application/x-ndjson" };
  await page.request.post(`${url}/api/v1/counts`, { headers, data: records.join("\n") });

  await page.goto(`${url}/opt-in?purpose=leaflets`);
  const warning = page.getByText("These figures add up tool-one and tool-two");
  await expect(warning).toBeVisible();
  await page.goto(`${url}/opt-in?purpose=leaflets&source=tool-one`);
  await expect(page.getByText("66.7%").first()).toBeVisible();
  await expect(warning).toBeHidden();
  await page.goto(`${url}/?purpose=leaflets`);
  await expect(page.getByText("These figures are of one source")).toBeVisible();
});
