/** Brings a database to the schema of this build. What is applied must be a prefix of the files on disk. */
import { readdirSync, readFileSync } from "node:fs";
import Database from "better-sqlite3";
import type { Connection } from "./open.ts";
import { packHistories } from "./pack-histories.ts";

/** What SQL alone cannot do, done after the file of that name. */
const andThen: Record<string, (db: Connection) => void> = {
  "0003-histories.sql": packHistories,
};

const FOLDER = new URL("./migrations/", import.meta.url);

/**
 * All in one transaction: where one fails, the database stays as it was, and the build that made it can still open it. Afterwards
 * it is written anew as a whole, without the room that its old tables took. Throws where the database was made by a newer or another
 * build: nothing is changed then.
 */
export function migrate(db: Connection): void {
  db.exec("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY) WITHOUT ROWID, STRICT");
  const applied = db.prepare<[], string>("SELECT name FROM migration ORDER BY name").pluck().all();
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const stray = applied.find((name, index) => files[index] !== name);
  if (stray !== undefined) {
    throw new Error(
      `the database holds the migration ${stray}, which this version of Candor does not know`,
    );
  }
  db.transaction(() => {
    for (const name of files.slice(applied.length)) {
      db.exec(readFileSync(new URL(name, FOLDER), "utf8"));
      andThen[name]?.(db);
      db.prepare("INSERT INTO migration (name) VALUES (?)").run(name);
    }
  }).immediate();
  if (applied.length > 0 && applied.length < files.length) compact(db);
}

/** Gives `auto_vacuum` to what was made without. It needs as much room again; where there is none, it stays as it is. */
function compact(db: Connection): void {
  const before = db.pragma("temp_store", { simple: true });
  // Room on disk: in memory the whole database would lie there once more.
  db.pragma("temp_store = FILE");
  try {
    db.exec("VACUUM");
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
  db.pragma(`temp_store = ${before}`);
}
