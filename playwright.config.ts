import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./tests/support/chromium.ts";

// The server that the page is tested against. It chooses a free port and prints one line,
// `listening on …`, of three addresses; tests find the first, with the demo world, as the base URL.
const SERVER = "tests/support/e2e-server.ts";

export default defineConfig({
  testDir: "tests/e2e",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  globalTimeout: 20 * 60_000,
  use: {
    ...(process.env.CANDOR_URL ? { baseURL: process.env.CANDOR_URL } : {}),
    launchOptions: findChromium(),
    locale: "en-GB",
    timezoneId: "UTC",
  },
  ...(existsSync(SERVER)
    ? {
        webServer: {
          command: `node scripts/build-page.ts && exec node ${SERVER}`,
          wait: {
            stdout:
              /listening on (?<candor_url>http:\S+) empty (?<candor_empty_url>http:\S+) fresh (?<candor_fresh_url>http:\S+)/,
          },
          stdout: "pipe" as const,
          gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 } as const,
          timeout: 180_000,
        },
      }
    : {}),
});
