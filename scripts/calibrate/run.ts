// Draws and judges all scenarios on several threads; the result depends on the seed alone.
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { scenarios } from "./scenario.ts";
import { type Tally, tallyOf, together } from "./tally.ts";

type Part = { seed: number; worlds: number; from: number; step: number };

/** Worlds `from` … `worlds` − 1: one tally a scenario, in their order. */
export async function run(
  seed: number,
  { from, worlds, threads }: { from: number; worlds: number; threads: number },
): Promise<Tally[]> {
  const parts = await Promise.all(
    Array.from({ length: threads }, (_, i) =>
      inThread({ seed, worlds, from: from + i, step: threads }),
    ),
  );
  return scenarios.map((_, i) => together(parts.map((tallies) => tallies[i] ?? {})));
}

function inThread(part: Part): Promise<Tally[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./run.ts", import.meta.url), { workerData: part });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

if (!isMainThread && parentPort !== null) {
  const part = workerData as Part;
  parentPort.postMessage(scenarios.map((scenario, i) => tallyOf(scenario, i, part)));
}
