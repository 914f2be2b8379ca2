/** Start-up: environment and clock go in, signals stop it. */
import { join } from "node:path";
import { pino } from "pino";
import { loadDemo } from "../seed/load.ts";
import { printProgress } from "../seed/progress.ts";
import { parseConfig } from "./config.ts";
import { serve } from "./serve.ts";

async function start(): Promise<void> {
  const config = parseConfig(process.env);
  const serving = serve({
    config,
    clock: Date.now,
    log: pino({ level: config.logLevel }),
    pageFolder: join(import.meta.dirname, "../dist/client"),
    fillDemo: (world) =>
      loadDemo(world, Date.now(), printProgress("Loading the demo world", process.stdout)),
    onDeath: fail,
  });
  let listening = false;
  let stopping = false;
  const stop = async (): Promise<void> => {
    // A load that is cut short goes on at the next start: what was acknowledged is on disk.
    if (!listening) process.exit(0);
    if (stopping) return;
    stopping = true;
    await (await serving).stop();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  const { url } = await serving;
  listening = true;
  process.stdout.write(`Candor is ready on ${url}\n`);
}

/** Whoever keeps Candor running starts it again; what was acknowledged is on disk. */
function fail(error: Error): void {
  process.stderr.write(`Candor cannot write any more, and stops: ${error.message}\n`);
  process.exit(1);
}

start().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Candor cannot start: ${reason}\n`);
  process.exit(1);
});
