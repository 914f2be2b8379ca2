/** The page in a browser: how much it loads, how soon it shows an answer, how smoothly it moves. */
import { chromium, type Page } from "@playwright/test";
import { formatDay } from "../../shared/days.ts";
import { findChromium } from "../../tests/support/chromium.ts";
import { buildPage } from "../../tests/support/page-files.ts";
import { median, quantile } from "../measure.ts";
import { year } from "../pages.ts";
import { type Bench, ms, type Row } from "../row.ts";
import { startCandor } from "../server-process.ts";

const FIRST_LOAD_KB = 180;
const PAINT_MS = 100;
/** Two frames of a screen that shows sixty a second. */
const FRAME_MS = 34;
const LONG_RANGE_DAYS = 550;
const STEPS = 60;

export async function page(bench: Bench): Promise<Row[]> {
  buildPage();
  const server = await startCandor(bench.dataDir);
  // In a small store, hidden cells would leave little to draw.
  const before = await putSettings(server.url, { k: 1 });
  const browser = await chromium.launch(findChromium());
  const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const rows: Row[] = [];
  const row = (what: string, value: number, unit: Row["unit"], atMost: number, detail: string) =>
    void rows.push({ question: "page", what, value, unit, goal: { atMost }, detail });

  await tab.goto(server.url, { waitUntil: "networkidle" });
  const { bytes, files } = await loaded(tab);
  row("first load, compressed", bytes / 1000, "kB", FIRST_LOAD_KB, `${files} scripts and styles`);

  const long = `from=${formatDay(year.to - LONG_RANGE_DAYS + 1)}&to=${formatDay(year.to)}`;
  await tab.goto(`${server.url}/opt-in?${long}&by=region`, { waitUntil: "networkidle" });
  const paints: number[] = [];
  const channels = ["web", "ios", "android", "email", "in_person", "web,ios", "web,android"];
  for (const channel of channels.slice(0, bench.isShort ? 2 : channels.length))
    paints.push(await paintAfter(tab, `/opt-in?${long}&by=region&channel=${channel}`));
  const paint = `median of ${paints.length}, slowest ${ms(Math.max(...paints))}`;
  row("paint after a filter's last answer", median(paints), "ms", PAINT_MS, paint);

  await tab.goto(`${server.url}/opt-in?${long}&by=region&grain=day`, { waitUntil: "networkidle" });
  const chart = tab.locator(".chart-box").first();
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (box === null) throw new Error("there is no chart to point at");
  const hover = await frameTimes(tab, (step) =>
    tab.mouse.move(box.x + 60 + ((box.width - 80) * step) / STEPS, box.y + box.height / 2),
  );
  if (!(await tab.locator(".chart-tooltip").isVisible())) throw new Error("nothing was pointed at");
  row("hover, p95 frame", quantile(hover, 0.95), "ms", FRAME_MS, about(hover));
  const scroll = await frameTimes(tab, () => tab.mouse.wheel(0, 60));
  row("scroll, p95 frame", quantile(scroll, 0.95), "ms", FRAME_MS, about(scroll));
  await browser.close();
  await putSettings(server.url, before);
  await server.stop();
  return rows;
}

/** Gives what they were. */
async function putSettings(url: string, patch: { k: number }): Promise<{ k: number }> {
  const address = `${url}/api/v1/settings`;
  const { k } = (await (await fetch(address)).json()) as { k: number };
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(address, { method: "PATCH", headers, body: JSON.stringify(patch) });
  if (!response.ok) throw new Error(await response.text());
  return { k };
}

const about = (frames: readonly number[]): string =>
  `${LONG_RANGE_DAYS} days by day, all regions; median ${ms(median(frames))}, longest ${ms(Math.max(...frames))}`;

/** Of scripts and styles, as they came over the wire; their heads left out. */
function loaded(tab: Page): Promise<{ bytes: number; files: number }> {
  return tab.evaluate(() => {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const own = entries.filter(({ name }) => /\.(?:js|css)$/.test(name));
    return { bytes: own.reduce((sum, one) => sum + one.encodedBodySize, 0), files: own.length };
  });
}

/** From the last answer's last byte to the frame after the page's last change. */
function paintAfter(tab: Page, address: string): Promise<number> {
  return tab.evaluate(async (to) => {
    const QUIET_MS = 700;
    performance.clearResourceTimings();
    let painted = 0;
    const watcher = new MutationObserver(() => {
      requestAnimationFrame(() =>
        setTimeout(() => {
          painted = performance.now();
        }),
      );
    });
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
    const answered = () =>
      Math.max(
        0,
        ...performance
          .getEntriesByType("resource")
          .filter(({ name }) => name.includes("/api/v1/metrics/"))
          .map((entry) => (entry as PerformanceResourceTiming).responseEnd),
      );
    while (answered() === 0 || performance.now() - Math.max(answered(), painted) < QUIET_MS)
      await new Promise((resolve) => setTimeout(resolve, 50));
    watcher.disconnect();
    return painted - answered();
  }, address);
}

/** Between frames, while something is done step by step. */
async function frameTimes(tab: Page, act: (step: number) => Promise<void>): Promise<number[]> {
  const recording = tab.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        let last = performance.now();
        const frame = (): void => {
          const now = performance.now();
          times.push(now - last);
          last = now;
          if ((globalThis as { isDone?: boolean }).isDone) resolve(times);
          else requestAnimationFrame(frame);
        };
        (globalThis as { isDone?: boolean }).isDone = false;
        requestAnimationFrame(frame);
      }),
  );
  for (let step = 0; step < STEPS; step += 1) await act(step);
  await tab.evaluate(() => {
    (globalThis as { isDone?: boolean }).isDone = true;
  });
  return recording;
}
