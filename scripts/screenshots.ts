/** Pictures for the README, of the demo world on a fixed day: the same code gives the same picture. */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findChromium } from "../tests/support/chromium.ts";

const ROOT = join(import.meta.dirname, "..");
const FOLDER = join(ROOT, "docs/images");
const shots = [
  { name: "overview-light", path: "/", colorScheme: "light" },
  { name: "opt-in-dark", path: "/opt-in", colorScheme: "dark" },
  { name: "change-light", path: "/changes/demo-prominent-accept", colorScheme: "light" },
] as const;

const server = spawn(process.execPath, [join(ROOT, "tests/support/e2e-server.ts")], {
  stdio: ["ignore", "pipe", "inherit"],
});
const url = await new Promise<string>((resolve, reject) => {
  server.once("exit", () => reject(new Error("the server ended before it listened")));
  server.stdout.on("data", (data: Buffer) => {
    const found = /listening on (\S+)/.exec(data.toString())?.[1];
    if (found !== undefined) resolve(found);
  });
});
const browser = await chromium.launch(findChromium());
mkdirSync(FOLDER, { recursive: true });
for (const { name, path, colorScheme } of shots) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1000 },
    colorScheme,
    locale: "en-US",
  });
  await page.goto(url + path, { waitUntil: "networkidle" });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await page.close();
}
await browser.close();
server.kill("SIGTERM");
