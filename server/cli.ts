/** The jobs on the command line: `verify` (also while Candor runs) and `rebuild` (while it does not). */
import { parseConfig } from "./config.ts";
import { verify } from "./jobs/verify.ts";
import { lockFolder } from "./store/lock.ts";
import { openStore } from "./store/sqlite/reader.ts";
import { databaseFile, firstWorld, openWorld } from "./world.ts";

const config = parseConfig(process.env);
const name = firstWorld(config);
const file = databaseFile(config, name);

function runVerify(): void {
  const store = openStore(file);
  const { subjects, facts, differences } = verify(store);
  store.close();
  process.stdout.write(
    `${file}: ${subjects} subjects, ${facts} distinct facts, ${differences.count} sums differ\n`,
  );
  for (const line of differences.first) process.stdout.write(`  ${line}\n`);
  if (differences.count > 0) process.exitCode = 1;
}

async function runRebuild(): Promise<void> {
  const lock = lockFolder(config.dataDir);
  const world = await openWorld(config, name);
  const { subjects } = await world.writer.send("rebuild", null);
  await world.close();
  lock.release();
  process.stdout.write(`${file}: all sums written anew from ${subjects} subjects\n`);
}

try {
  const job = process.argv[2];
  if (job === "verify") runVerify();
  else if (job === "rebuild") await runRebuild();
  else throw new Error(`there is no job "${job}"; there are verify and rebuild.`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
