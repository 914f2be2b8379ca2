/**
 * The servers that the browser tests look at: one with a small demo world that ends on a fixed day, one empty for tests that
 * send events, and one empty for tests that switch worlds. Prints their addresses in one line.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { load } from "../../seed/load.ts";
import { demoWorld } from "../../seed/worlds/demo.ts";
import { type Serving, serve } from "../../server/serve.ts";

const NOW = Date.parse("2026-06-15T10:00:00Z");
const UNTIL = "2026-06-14";
const LARGE = { seed: demoWorld.seed, until: UNTIL, days: 548, subjects: 8000 };
const SMALL = { seed: demoWorld.seed, until: UNTIL, days: 120, subjects: 400 };

const folder = mkdtempSync(join(tmpdir(), "candor-e2e-"));
const started = performance.now();
const clock = (): number => NOW + Math.round(performance.now() - started);

function start(name: string, seed: "demo" | "none", world: typeof LARGE): Promise<Serving> {
  const config = {
    port: 0,
    host: "127.0.0.1",
    dataDir: join(folder, name),
    seed,
    minCell: 10,
    reportingZone: "UTC",
    logLevel: "error",
  };
  return serve({
    config,
    clock,
    log: pino({ level: config.logLevel }),
    pageFolder: join(import.meta.dirname, "../../dist/client"),
    onDeath: (error) => {
      throw error;
    },
    fillDemo: (target) => load(demoWorld, world, target, clock(), () => {}),
  });
}

const servers = await Promise.all([
  start("demo", "demo", LARGE),
  start("empty", "none", SMALL),
  start("fresh", "none", SMALL),
]);
const [demo, empty, fresh] = servers;
process.stdout.write(`listening on ${demo?.url} empty ${empty?.url} fresh ${fresh?.url}\n`);

process.on("SIGTERM", async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
