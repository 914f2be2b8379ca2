/** The store for reading: every snapshot is one transaction, so all it gives is of one data version. */
import type { IntakeTotals, Snapshot, Store } from "../store.ts";
import { countReader } from "./counts.ts";
import { readTotals, recentEvents } from "./events.ts";
import { historyReader } from "./histories.ts";
import { type Connection, openForReading } from "./open.ts";
import { metaTable, quarantineTable, recordTable } from "./records.ts";
import { allSubjects } from "./subjects.ts";
import { checkSums } from "./sums/check.ts";
import { sumsReader } from "./sums/sums-reader.ts";
import { Terms } from "./terms.ts";

/** The database must have been opened for writing before: that is what creates and migrates it. */
export function openStore(file: string): Store {
  const db = openForReading(file);
  const terms = new Terms(db);
  const sums = sumsReader(db, terms);
  const snapshot = snapshotOf(db, terms, sums);
  const stamp = db.prepare<[], number>("PRAGMA data_version").pluck();
  return {
    stamp: () => stamp.get() ?? 0,
    snapshot: (read) =>
      db.transaction(() => {
        terms.refresh();
        sums.refresh();
        return read(snapshot);
      })(),
    close: () => void db.close(),
  };
}

function snapshotOf(db: Connection, terms: Terms, sums: ReturnType<typeof sumsReader>): Snapshot {
  const meta = metaTable(db);
  const records = recordTable(db);
  const counts = countReader(db, terms);
  const quarantine = quarantineTable(db);
  const latestCount = db.prepare<[], number | null>("SELECT max(day) FROM count_record").pluck();
  return {
    storeId: meta.storeId,
    dataVersion: meta.dataVersion,
    settings: meta.settings,
    latestDay() {
      const days = [latestCount.get(), sums.latestDay("seen")];
      return days.reduce<number | null>((a, b) => (b == null ? a : Math.max(a ?? b, b)), null);
    },
    sums: sums.sums,
    counts: counts.read,
    recordVersion: meta.recordVersion,
    records: records.all,
    seedState: meta.seedState,
    hasEvents: () => sums.latestDay("seen") !== null,
    intakeTotals: () => intakeTotals(db),
    recentEvents: (limit) => recentEvents(db, terms, limit),
    quarantine: quarantine.page,
    subjects: () => allSubjects(db),
    eventsOf: historyReader(db, terms).of,
    check: (fold) => checkSums(db, terms, fold),
  };
}

function intakeTotals(db: Connection): IntakeTotals {
  const { events, subjects, received_at: lastEventAt } = readTotals(db);
  const rest = db
    .prepare<[], { countRecords: number; lastCountAt: number; rejected: number }>(
      `SELECT (SELECT count(*) FROM count_record) AS countRecords,
        coalesce((SELECT max(received_at) FROM count_record), 0) AS lastCountAt,
        (SELECT count(*) FROM quarantine) AS rejected`,
    )
    .get();
  const { countRecords = 0, lastCountAt = 0, rejected = 0 } = rest ?? {};
  const lastReceivedAt = Math.max(lastEventAt, lastCountAt) || null;
  return { events, countRecords, subjects, rejected, lastReceivedAt };
}
