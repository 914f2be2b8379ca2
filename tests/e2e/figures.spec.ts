/** What a person reads is what the API answers. */
import type { Page } from "@playwright/test";
import type { MetricAnswer } from "#shared/contract/metric.ts";
import type { OverviewAnswer } from "#shared/contract/overview.ts";
import { expect, test, tileOf } from "../support/e2e-page.ts";

const RANGE = "from=2026-03-01&to=2026-05-31";

async function ask(page: Page, metric: string, query = ""): Promise<MetricAnswer> {
  const response = await page.request.get(`/api/v1/metrics/${metric}?${RANGE}${query}`);
  return (await response.json()) as MetricAnswer;
}

function percent(value: number | null): string {
  return `${((value ?? Number.NaN) * 100).toFixed(1)}%`;
}

/** The figure of the whole range, which must be there. */
function total(answer: MetricAnswer, group = 0) {
  const figure = answer.series[group]?.total;
  if (figure === undefined || figure.suppressed) throw new Error("no figure");
  return figure;
}

test("the tiles of Opt-in hold the API's values, intervals and denominators", async ({ page }) => {
  await page.goto(`/opt-in?${RANGE}`);
  for (const [metric, name] of [
    ["opt_in_rate", "Opt-in rate"],
    ["opt_in_yield", "Opt-in yield"],
    ["no_choice_rate", "No-choice rate"],
  ] as const) {
    const { value, low, high, n } = total(await ask(page, metric));
    const tile = tileOf(page, name);
    await expect(tile).toContainText(percent(value));
    await expect(tile).toContainText(`${percent(low)} to ${percent(high)}`);
    await expect(tile).toContainText(n.toLocaleString("en-GB"));
  }
  const active = total(await ask(page, "active_consents"));
  await expect(tileOf(page, "Active consents")).toContainText(active.n.toLocaleString("en-GB"));
});

test("the table of a chart holds the figures that the chart draws", async ({ page }) => {
  await page.goto(`/opt-in?${RANGE}&grain=month`);
  const chart = page.getByRole("region", { name: "Opt-in rate over time" });
  await chart.getByRole("radio", { name: "Table" }).click();
  const answer = await ask(page, "opt_in_rate", "&by=generation&grain=month");
  const millennials = answer.series.find(({ group }) => group.generation === "millennial");
  for (const point of millennials?.points ?? []) {
    if (point.suppressed) continue;
    await expect(chart.getByRole("table")).toContainText(percent(point.value));
  }
});

test("a CSV link gives the same figures", async ({ page }) => {
  await page.goto(`/opt-in?${RANGE}&grain=month`);
  const chart = page.getByRole("region", { name: "Opt-in rate over time" });
  const href = await chart.getByRole("link", { name: /CSV/ }).getAttribute("href");
  const csv = await (await page.request.get(href ?? "")).text();
  const answer = await ask(page, "opt_in_rate", "&by=generation&grain=month");
  const point = answer.series[0]?.points[1];
  const group = answer.series[0]?.group.generation;
  if (point === undefined || point.suppressed) throw new Error("no figure");
  expect(csv).toContain(`${point.start},${group},${point.n},${point.count},${point.value}`);
});

test("the retention curve and the effort lead to their files, and to tables", async ({ page }) => {
  await page.goto(`/withdrawals?${RANGE}&table=curve,effort`);
  const curve = page.getByRole("region", { name: "Who still consents" });
  await expect(curve.getByRole("row", { name: /^30 / })).toContainText("%");
  const href = await curve.getByRole("link", { name: /CSV/ }).getAttribute("href");
  const file = await (await page.request.get(href ?? "")).text();
  expect(file.split("\n")[0]).toContain("day");
  expect(file).toContain("millennial");

  const effort = page.getByRole("region", { name: "Effort to leave" });
  for (const stat of ["time", "steps"]) {
    const { value, n } = total(await ask(page, "opt_out_effort", `&stat=${stat}`));
    const table = effort.getByRole("table", { name: new RegExp(`${stat}$`, "i") });
    await expect(table).toContainText((value ?? 0).toFixed(2));
    await expect(table).toContainText(n.toLocaleString("en-GB"));
    const link = effort.getByRole("link", { name: new RegExp(`${stat} as CSV`, "i") });
    const csv = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(await csv.text()).toContain(`${value}`);
  }
});

test("the Overview's cards and sentence are those of the scorecard", async ({ page }) => {
  await page.goto(`/?${RANGE}`);
  const response = await page.request.get(`/api/v1/overview?${RANGE}`);
  const { kpis, standing } = (await response.json()) as OverviewAnswer;
  const words = {
    growing: "Trust is growing",
    growing_at_a_price: "Trust is growing",
    opt_in_without_understanding: "understand",
    slipping: "slipping",
    steady: "steady",
    no_data: "",
    not_enough_data: "",
  };
  await expect(page.getByRole("main")).toContainText(new RegExp(words[standing.code], "i"));
  const understanding = kpis.find(({ metric }) => metric === "understanding");
  if (understanding === undefined || understanding.now.suppressed) throw new Error("no figure");
  const card = tileOf(page, "Understanding");
  await expect(card).toContainText(percent(understanding.now.value));
  await expect(card).toContainText("Benchmark 55%");
  const trust = tileOf(page, "Trust");
  await expect(trust).toContainText("Benchmark 86%");
});

test("what was planted is what is read: the young say yes more often than the old", async ({
  page,
}) => {
  await page.goto(`/opt-in?${RANGE}`);
  const share = async (generation: string): Promise<number> => {
    const row = page.getByRole("row", { name: new RegExp(`^${generation}`) });
    const text = await row
      .getByText(/^\d+(\.\d+)?%$/)
      .first()
      .innerText();
    return Number.parseFloat(text);
  };
  expect(await share("Millennials")).toBeGreaterThan(await share("Boomers"));
  expect(await share("Gen Z")).toBeGreaterThan(await share("Silent"));
});

test("what was planted is what is read: the young leave sooner", async ({ page }) => {
  await page.goto(`/withdrawals?${RANGE}`);
  const answer = await ask(page, "withdrawal_rate", "&by=generation");
  const of = (name: string) => answer.series.findIndex(({ group }) => group.generation === name);
  expect(total(answer, of("gen_z")).low).toBeGreaterThan(total(answer, of("boomer")).high ?? 0);
  const shown = total(await ask(page, "withdrawal_rate")).value ?? 0;
  await expect(tileOf(page, "Withdrawal rate")).toContainText(shown.toPrecision(3));
});
