/** A server with the whole demo world, up to a fixed day, for tests that read its verdicts. Prints its address in one line. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { load } from "../../seed/load.ts";
import { demoWorld } from "../../seed/worlds/demo.ts";
import { serve } from "../../server/serve.ts";

const [until = ""] = process.argv.slice(2);
const NOW = Date.parse(`${until}T10:00:00Z`) + 86_400_000;
const { seed, days, subjects } = demoWorld;
const dataDir = mkdtempSync(join(tmpdir(), "candor-demo-"));
const server = await serve({
  config: {
    port: 0,
    host: "127.0.0.1",
    dataDir,
    seed: "demo",
    minCell: 10,
    reportingZone: "UTC",
    logLevel: "error",
  },
  clock: () => NOW,
  log: pino({ level: "error" }),
  pageFolder: join(import.meta.dirname, "../../dist/client"),
  onDeath: (error) => {
    throw error;
  },
  fillDemo: (target) => load(demoWorld, { seed, until, days, subjects }, target, NOW, () => {}),
});
process.stdout.write(`listening on ${server.url}\n`);

process.on("SIGTERM", async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(0);
});
