/** SQLite by itself, through the same driver that Candor uses. */
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import Database from "better-sqlite3";
import { columns, createIndexes, createTable, type Engine } from "./engine.ts";

const ROWS_A_TRANSACTION = 10_000;

export function openSqlite(folder: string): Engine {
  const db = new Database(join(folder, "raw.db"));
  db.pragma("journal_mode = WAL");
  db.pragma("cache_size = -65536");
  const version = db.prepare("SELECT sqlite_version()").pluck().get();
  return {
    name: `SQLite ${version}`,
    async load(csvFile) {
      db.exec(createTable);
      const marks = Object.keys(columns).map(() => "?");
      const insert = db.prepare(`INSERT INTO event VALUES (${marks.join(", ")})`);
      let rows = 0;
      db.exec("BEGIN");
      for await (const line of createInterface({ input: createReadStream(csvFile) })) {
        insert.run(line.split(",").map((text) => (text === "" ? null : Number(text))));
        rows += 1;
        if (rows % ROWS_A_TRANSACTION === 0) db.exec("COMMIT; BEGIN");
      }
      db.exec(`COMMIT; ${createIndexes.join("; ")}; ANALYZE`);
    },
    query: async (sql) => db.prepare(sql).raw().all() as number[][],
    async close() {
      db.close();
    },
  };
}
