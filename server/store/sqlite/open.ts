/** Connections. A write is durable when its commit returns: WAL, with the log flushed at every commit. */
import Database from "better-sqlite3";

export type Connection = Database.Database;
export type Statement<In extends unknown[], Out = unknown> = Database.Statement<In, Out>;

/** How long a connection waits for another, in ms. */
export const WAIT_MS = 5000;

export function openForWriting(file: string): Connection {
  const db = new Database(file);
  // Of a new database only: pages that become free can then be given back a few at a time.
  db.pragma("auto_vacuum = INCREMENTAL");
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  // Checkpoints write pages a second time: rarer ones write less. The log comes to some 160 MB while much comes in.
  db.pragma("wal_autocheckpoint = 32000");
  db.pragma(`busy_timeout = ${WAIT_MS}`);
  // What one transaction writes has room in it: what has not is written, and has its checksums made, twice.
  db.pragma("cache_size = -24576");
  db.pragma("temp_store = MEMORY");
  return db;
}

/** For a second thread beside the one that writes. */
export function openForCopying(file: string): Connection {
  const db = new Database(file, { fileMustExist: true });
  db.pragma("synchronous = FULL");
  return db;
}

export function openForReading(file: string): Connection {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  db.pragma(`busy_timeout = ${WAIT_MS}`);
  db.pragma("cache_size = -24576");
  db.pragma("temp_store = MEMORY");
  return db;
}
