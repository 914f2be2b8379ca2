/** Brings a database to the schema of this build. What is applied must be a prefix of the files on disk. */
import { readdirSync, readFileSync } from "node:fs";
import type { Connection } from "./open.ts";
import { packHistories } from "./pack-histories.ts";

/** What SQL alone cannot do, done after the file of that name. */
const andThen: Record<string, (db: Connection) => void> = {
  "0003-histories.sql": packHistories,
};

const FOLDER = new URL("./migrations/", import.meta.url);

/** Throws where the database was made by a newer or another build: nothing is changed then. */
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
  for (const name of files.slice(applied.length)) {
    db.transaction(() => {
      db.exec(readFileSync(new URL(name, FOLDER), "utf8"));
      andThen[name]?.(db);
      db.prepare("INSERT INTO migration (name) VALUES (?)").run(name);
    }).immediate();
  }
}
