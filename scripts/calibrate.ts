// `npm run calibrate`: how often a verdict is wrong, by judging simulated worlds whose truth is known.
// `--worlds 500` a line, `--seed 1001`, `--threads 1`; `--write` keeps the document and what the server says of it. `--json FILE`
// keeps all counts, anew after every few worlds; with `--resume` a run that was stopped goes on from them, by the same code.
// `--experiments N` is about experiments instead (calibrate/experiments.ts). Seeds 1 to 20 and 200 to 260 were tuned on: publish
// another.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { document } from "./calibrate/document.ts";
import { reportExperiments } from "./calibrate/experiments.ts";
import type { Line } from "./calibrate/goals.ts";
import { run } from "./calibrate/run.ts";
import { scenarios } from "./calibrate/scenario.ts";
import { summaryOf } from "./calibrate/summary.ts";
import { type Tally, together } from "./calibrate/tally.ts";

const { values } = parseArgs({
  options: {
    worlds: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    threads: { type: "string", default: String(availableParallelism()) },
    json: { type: "string" },
    resume: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    experiments: { type: "string" },
  },
});
const [worlds, seed] = [Number(values.experiments ?? values.worlds), Number(values.seed)];
if (!Number.isSafeInteger(worlds) || worlds < 1 || !Number.isSafeInteger(seed)) {
  throw new Error("--worlds and --experiments take a whole number above 0, --seed a whole number");
}
const threads = Number(values.threads);
if (!Number.isSafeInteger(threads) || threads < 1) {
  throw new Error("--threads takes a whole number above 0");
}
/** Worlds a line between two times that the counts are kept. */
const AT_A_TIME = 20;

if (values.experiments !== undefined) {
  process.exitCode = reportExperiments(worlds, seed) ? 0 : 1;
} else {
  await calibrateVerdicts();
}

async function calibrateVerdicts(): Promise<void> {
  const start = performance.now();
  const kept = values.resume ? keptIn(values.json) : null;
  let [done, tallies] = [kept?.worlds ?? 0, kept?.tallies ?? scenarios.map((): Tally => ({}))];
  const linesOf = () =>
    scenarios.map((scenario, i): Line => ({ scenario, tally: tallies[i] ?? {} }));
  const before = done;
  while (done < worlds) {
    const until = Math.min(worlds, done + AT_A_TIME);
    const more = await run(seed, { from: done, worlds: until, threads });
    tallies = tallies.map((tally, i) => together([tally, more[i] ?? {}]));
    done = until;
    if (values.json !== undefined) {
      writeFileSync(values.json, `${JSON.stringify({ seed, worlds: done, lines: linesOf() })}\n`);
    }
  }
  const lines = linesOf();
  const text = document(lines, { seed, worlds });
  console.log(text);
  const [count, minutes] = [(worlds - before) * lines.length, (performance.now() - start) / 60_000];
  console.log(`${count} worlds, ${Math.round(count / minutes)} a minute`);
  if (!values.write) return;
  const root = join(import.meta.dirname, "..");
  const summary = { writtenBy: "npm run calibrate", worlds, seed, ...summaryOf(lines) };
  writeFileSync(join(root, "docs/calibration.md"), text);
  writeFileSync(join(root, "shared/calibration.json"), `${JSON.stringify(summary, null, 2)}\n`);
}

function keptIn(file: string | undefined): { worlds: number; tallies: Tally[] } | null {
  if (file === undefined) throw new Error("--resume needs --json, the file to go on from");
  if (!existsSync(file)) return null;
  const kept: { seed: number; worlds: number; lines: Line[] } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  const isSame =
    JSON.stringify(kept.lines.map((line) => line.scenario)) === JSON.stringify(scenarios);
  if (kept.seed !== seed || kept.worlds > worlds || !isSame) {
    throw new Error(
      `${file} holds ${kept.worlds} worlds of seed ${kept.seed}, not a part of this run`,
    );
  }
  return { worlds: kept.worlds, tallies: kept.lines.map(({ tally }) => tally) };
}
