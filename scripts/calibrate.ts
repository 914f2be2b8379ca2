// `npm run calibrate`: how often a verdict is wrong, by judging simulated worlds whose truth is known.
// `--worlds 500` a line, `--seed 1001`; `--json FILE` keeps all counts, `--write` the document and what the server says of it.
// `--experiments N` is about experiments instead (calibrate/experiments.ts). Seeds 1 to 20 were tuned on: publish another.
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { document } from "./calibrate/document.ts";
import { reportExperiments } from "./calibrate/experiments.ts";
import type { Line } from "./calibrate/goals.ts";
import { run } from "./calibrate/run.ts";
import { scenarios } from "./calibrate/scenario.ts";
import { summaryOf } from "./calibrate/summary.ts";

const { values } = parseArgs({
  options: {
    worlds: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    json: { type: "string" },
    write: { type: "boolean", default: false },
    experiments: { type: "string" },
  },
});
const [worlds, seed] = [Number(values.experiments ?? values.worlds), Number(values.seed)];
if (!Number.isSafeInteger(worlds) || worlds < 1 || !Number.isSafeInteger(seed)) {
  throw new Error("--worlds and --experiments take a whole number above 0, --seed a whole number");
}
if (values.experiments !== undefined) {
  process.exitCode = reportExperiments(worlds, seed) ? 0 : 1;
} else {
  await calibrateVerdicts();
}

async function calibrateVerdicts(): Promise<void> {
  const start = performance.now();
  const tallies = await run(seed, worlds, availableParallelism());
  const lines = scenarios.map((scenario, i): Line => ({ scenario, tally: tallies[i] ?? {} }));
  const text = document(lines, { seed, worlds });
  console.log(text);
  const [count, minutes] = [worlds * lines.length, (performance.now() - start) / 60_000];
  console.log(`${count} worlds, ${Math.round(count / minutes)} a minute`);
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ seed, worlds, lines })}\n`);
  }
  if (!values.write) return;
  const root = join(import.meta.dirname, "..");
  const summary = { writtenBy: "npm run calibrate", worlds, seed, ...summaryOf(lines) };
  writeFileSync(join(root, "docs/calibration.md"), text);
  writeFileSync(join(root, "shared/calibration.json"), `${JSON.stringify(summary, null, 2)}\n`);
}
