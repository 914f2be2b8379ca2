/** Command line of the demo world: loads it, whole or smaller, into the demo database of the data folder. */
import { parseArgs } from "node:util";
import { formatDay, parseDay } from "#shared/days.ts";
import { parseConfig } from "../server/config.ts";
import { lockFolder } from "../server/store/lock.ts";
import { openWorld } from "../server/world.ts";
import { load, type SeedOptions } from "./load.ts";
import { printProgress } from "./progress.ts";
import { demoWorld } from "./worlds/demo.ts";

const now = Date.now();
const today = Math.floor(now / 86_400_000);
const yesterday = formatDay(today - 1);

/** Throws with one sentence where a flag is wrong. */
function readOptions(): SeedOptions {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: String(demoWorld.seed) },
      days: { type: "string", default: String(demoWorld.days) },
      subjects: { type: "string", default: String(demoWorld.subjects) },
      until: { type: "string", default: yesterday },
    },
  });
  const until = parseDay(values.until);
  if (until === null)
    throw new Error(`--until is ${values.until}, but has to be a date such as 2026-03-01.`);
  if (until > today) throw new Error(`--until is ${values.until}, which is yet to come.`);
  const wholeNumber = (name: "seed" | "days" | "subjects"): number => {
    if (/^\d{1,9}$/.test(values[name])) return Number(values[name]);
    throw new Error(`--${name} is ${values[name]}, but has to be a whole number.`);
  };
  return {
    seed: wholeNumber("seed"),
    days: wholeNumber("days"),
    subjects: wholeNumber("subjects"),
    until: values.until,
  };
}

try {
  const options = readOptions();
  const config = parseConfig(process.env);
  const lock = lockFolder(config.dataDir);
  const world = await openWorld(config, "demo");
  try {
    const progress = printProgress("Loading the demo world", process.stdout);
    await load(demoWorld, options, world, now, progress);
  } finally {
    await world.close();
    lock.release();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
