/** One process a data folder: a lock that the operating system lets go of when the process ends, however it does. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

/** Throws with one sentence where another process holds the folder, or it cannot be written. */
export function lockFolder(folder: string): { release: () => void } {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const db = new Database(join(folder, "lock.db"), { timeout: 0 });
    db.pragma("journal_mode = DELETE");
    db.exec("BEGIN EXCLUSIVE");
    return { release: () => void db.close() };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code.startsWith("SQLITE_BUSY")) {
      throw new Error(
        `another Candor uses the data folder ${folder}: stop it, or set DATA_DIR to another folder.`,
      );
    }
    throw new Error(
      `the data folder ${folder} cannot be written (${code}): mend its rights, or set DATA_DIR to another folder.`,
    );
  }
}
