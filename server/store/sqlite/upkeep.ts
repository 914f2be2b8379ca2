/** What a database needs from time to time. Readers go on meanwhile: none of it takes what they read away. */
import { type Connection, openForCopying, WAIT_MS } from "./open.ts";

/** So many pages are given back at once, some milliseconds of work. */
const PAGES_AT_ONCE = 500;
/** Fewer free ones, or a smaller part of all, are left for what comes in next. */
const FREE_PAGES = 2500;
const FREE_PART = 1 / 8;
const INCREMENTAL = 2;

/** Pages in the log, and those of them that are where they belong, too; both -1 where that cannot be told. */
interface Checkpointed {
  busy: number;
  log: number;
  checkpointed: number;
}

export function upkeepOf(db: Connection) {
  const numberOf = (name: string): number => Number(db.pragma(name, { simple: true }));
  return {
    emptyLog(): boolean {
      db.pragma("busy_timeout = 0");
      const [result] = db.pragma("wal_checkpoint(TRUNCATE)") as [Checkpointed];
      db.pragma(`busy_timeout = ${WAIT_MS}`);
      return result.busy === 0;
    },

    logPages(): { all: number; copied: number } {
      const [{ log, checkpointed }] = db.pragma("wal_checkpoint(NOOP)") as [Checkpointed];
      return { all: log, copied: checkpointed };
    },

    giveBackPages(): boolean {
      const free = numberOf("freelist_count");
      const isMuch = free >= FREE_PAGES && free >= FREE_PART * numberOf("page_count");
      if (!isMuch || numberOf("auto_vacuum") !== INCREMENTAL) return false;
      db.pragma(`incremental_vacuum(${PAGES_AT_ONCE})`);
      return true;
    },

    analyze: (): void => void db.pragma("optimize"),
  };
}

export function logCopying(file: string) {
  const db = openForCopying(file);
  return {
    /** Puts what is in the log where it belongs, as far as no reader needs what is there: beside a writer, who goes on. */
    copy: (): void => void db.pragma("wal_checkpoint(PASSIVE)"),
    close: (): void => void db.close(),
  };
}
