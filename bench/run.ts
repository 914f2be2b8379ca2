/** `npm run bench`: every question in turn, side by side with what else could answer it, and a table of the ratios. */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { openDuckdb } from "./engines/duckdb.ts";
import { rowOf } from "./engines/engine.ts";
import { openPostgres } from "./engines/postgres.ts";
import { openSqlite } from "./engines/sqlite.ts";
import { foldAll } from "./fold-all.ts";
import { generate } from "./generate.ts";
import { importAll, importOnly } from "./import.ts";
import { parseOptions } from "./options.ts";
import { answers } from "./questions/answers.ts";
import { filters } from "./questions/filters.ts";
import { growth } from "./questions/growth.ts";
import { importRows } from "./questions/import.ts";
import { intake } from "./questions/intake.ts";
import { page } from "./questions/page.ts";
import { pageQueries } from "./questions/page-queries.ts";
import { readsUnderIntake } from "./questions/reads-under-intake.ts";
import { retention } from "./questions/retention.ts";
import { upkeep } from "./questions/upkeep.ts";
import type { Bench, Question, Row } from "./row.ts";
import { summaryOf, tableOf } from "./table.ts";

/** The last one writes into the store that the others read. */
const questions: Record<string, Question> = {
  intake,
  "page-queries": pageQueries,
  filters,
  retention,
  growth,
  answers,
  page,
  upkeep,
  reads: readsUnderIntake,
};

const options = parseOptions(process.argv.slice(2), Object.keys(questions));
const folder = mkdtempSync(join(tmpdir(), "candor-bench-"));
const say = (text: string) =>
  void process.stderr.write(`${Math.round(performance.now() / 1000)} s: ${text}\n`);

// However it ends, it leaves nothing behind.
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

installCompetitors();
const engines: Bench["engines"] = {
  duckdb: await openDuckdb(folder),
  postgres: await openPostgres(folder),
  sqlite: openSqlite(folder),
};
const there = Object.values(engines).filter((engine) => engine !== null);
await measure();
for (const engine of there) await engine.close();

async function measure(): Promise<void> {
  const { events, days, rounds, isShort } = options;
  const dataDir = join(folder, "store");
  // Growth asks for figures alone: for those no server has to take in the events, and nobody else has to hold them.
  const isFolded = options.only === "growth";
  const fill = async (into: string, count: number): Promise<void> =>
    isFolded ? foldAll(into, count, days) : importOnly(into, count, days);
  say(`${isFolded ? "Folding" : "Importing"} ${events.toLocaleString("en")} events …`);
  const imported = isFolded ? null : await importAll(dataDir, folder, events, days);
  if (isFolded) await fill(dataDir, events);
  if (!isFolded) await loadEngines();
  const bench: Bench = { events, days, rounds, isShort, folder, dataDir, fill, engines };
  const isWhole = imported !== null && options.only === null;
  const rows: Row[] = isWhole ? importRows(imported, events) : [];
  for (const [name, ask] of Object.entries(questions)) {
    if (options.only !== null && options.only !== name) continue;
    say(`Measuring ${name} …`);
    rows.push(...(await ask(bench)));
  }
  const machine = describeMachine();
  const report = [
    `${events.toLocaleString("en")} events over ${days} days; ${machine.join("; ")}.`,
    `Medians of ${rounds} interleaved rounds, files in the system's cache.`,
    "",
    tableOf(rows),
    "",
    summaryOf(rows),
  ];
  process.stdout.write(`${report.join("\n")}\n`);
  if (options.json === null) return;
  const given = { events, days, rounds, machine, rows };
  writeFileSync(options.json, `${JSON.stringify(given, null, 2)}\n`);
}

/** All from one file; better-sqlite3 reads it line by line, the others as a whole. */
async function loadEngines(): Promise<void> {
  const csv = join(folder, "events.csv");
  const file = createWriteStream(csv);
  for (const day of generate(options.events, options.days)) {
    const text = day.map((event) => `${rowOf(event).join(",")}\n`).join("");
    if (!file.write(text)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
  for (const engine of there) {
    say(`Loading ${engine.name} …`);
    await engine.load(csv);
  }
  rmSync(csv);
}

function describeMachine(): string[] {
  const [cpu] = cpus();
  return [
    `${cpus().length} cores (${cpu?.model.trim() ?? "unknown"})`,
    `${Math.round(totalmem() / 1e9)} GB of memory`,
    `${process.platform} ${process.arch}, Node ${process.versions.node}`,
    ...there.map(({ name }) => name),
    ...(engines.duckdb === null ? ["DuckDB not there"] : []),
    ...(engines.postgres === null ? ["PostgreSQL not there"] : []),
  ];
}

/** On first use, into a folder of their own. Whatever cannot be had is left out of the table's comparisons. */
function installCompetitors(): void {
  if (options.isShort || existsSync(join(import.meta.dirname, "node_modules"))) return;
  say("Installing what is measured against …");
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const args = ["ci", "--prefix", import.meta.dirname, ...flags];
  const { status } = spawnSync("npm", args, { stdio: ["ignore", 2, 2] });
  if (status !== 0) say("npm could not install them: see above. They are left out.");
}
