/** The least that keeping events costs: the same rows into a table without any key, by better-sqlite3 alone. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { rowOf } from "./engines/engine.ts";
import { idOf, type RawEvent } from "./generate.ts";

const ROWS_A_TRANSACTION = 10_000;
const HMAC_BYTES = 16;

/** What is stored of an event: its id, the subject's HMAC, and the rest as whole numbers, names being numbers already. */
export function wholeRow(event: RawEvent): unknown[] {
  const hmac = Buffer.alloc(HMAC_BYTES);
  hmac.writeDoubleLE(event.subject);
  return [idOf(event), hmac, ...rowOf(event)];
}

/** Rows a second, flushed at every commit as Candor's own are. The rows are made before. */
export function insertRate(folder: string, rows: readonly unknown[][]): number {
  const file = join(folder, "floor.db");
  const db = new Database(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  const width = rows[0]?.length ?? 1;
  const names = Array.from({ length: width }, (_, i) => `c${i}`);
  db.exec(`CREATE TABLE event (${names.join(", ")})`);
  const insert = db.prepare(`INSERT INTO event VALUES (${names.map(() => "?").join(", ")})`);
  const start = performance.now();
  for (let from = 0; from < rows.length; from += ROWS_A_TRANSACTION) {
    db.transaction((part: unknown[][]) => {
      for (const row of part) insert.run(row);
    })(rows.slice(from, from + ROWS_A_TRANSACTION));
  }
  const rate = (rows.length * 1000) / (performance.now() - start);
  db.close();
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${file}${ending}`, { force: true });
  return rate;
}
