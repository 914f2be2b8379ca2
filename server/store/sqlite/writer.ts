/** The store for writing, for the one writer. Registers in memory follow the transaction, back too. */
import { randomUUID } from "node:crypto";
import type { FirstSettings } from "#shared/contract/settings.ts";
import { GENERAL, NONE, UNKNOWN } from "#shared/vocabulary.ts";
import { type LimitedField, limitedFields, type WriteStore } from "../store.ts";
import { countTable } from "./counts.ts";
import { eventTables } from "./events.ts";
import { migrate } from "./migrate.ts";
import { openForWriting } from "./open.ts";
import { metaTable, quarantineTable, recordTable } from "./records.ts";
import { ledgerRows } from "./sums/ledger.ts";
import { projections, whole } from "./sums/projections.ts";
import { FACTS_FOR_CHUNKS, sumsWriter } from "./sums/sums-writer.ts";
import { Terms } from "./terms.ts";
import { upkeepOf } from "./upkeep.ts";

const MAX_VALUES = 5000;
const RESERVED = new Set([UNKNOWN, NONE, GENERAL]);

/** Creates and migrates the database; `initial` are the settings of a new one. Sums are put into chunks of `factsForChunks`. */
export function openWriteStore(
  file: string,
  initial: FirstSettings,
  factsForChunks = FACTS_FOR_CHUNKS,
): WriteStore {
  const db = openForWriting(file);
  migrate(db);
  const terms = new Terms(db);
  const meta = metaTable(db);
  const events = eventTables(db, terms);
  const sums = sumsWriter(db, terms, factsForChunks, "fact", projections);
  // Smaller ones take less time, and hardly anybody reads them.
  const ledger = sumsWriter(db, terms, factsForChunks / 4, "ledger", [whole]);
  const bothSums = [sums, ledger];
  const counts = countTable(db, terms);
  const quarantine = quarantineTable(db);
  const records = recordTable(db);
  if (!meta.hasSettings()) meta.putSettings(initial);
  if (meta.storeId() === "") meta.putStoreId(randomUUID());

  const hasRoom = (field: string, value: string): boolean =>
    RESERVED.has(value) ||
    terms.find(field, value) !== undefined ||
    terms.countOf(field, RESERVED) < MAX_VALUES;

  return {
    transaction(write) {
      if (db.inTransaction) throw new Error("a transaction cannot begin within another");
      try {
        return db
          .transaction(() => {
            const result = write();
            for (const one of bothSums) one.write();
            return result;
          })
          .immediate();
      } catch (error) {
        terms.reset();
        events.reset();
        for (const one of bothSums) one.reset();
        throw error;
      }
    },
    settings: meta.settings,
    putSettings: meta.putSettings,
    touch: meta.touch,
    putSeedState: meta.putSeedState,
    knownEvents: events.known,
    subjectId: events.subjectId,
    addSubjects: events.addSubjects,
    eventsOf: events.of,
    readAhead: events.readAhead,
    addEvents: events.add,
    erasedAt: events.erasedAt,
    eraseSubject: events.erase,
    subjects: events.subjects,
    hasRoom,
    register(event) {
      const isNew = (field: LimitedField) => terms.find(field, event[field] ?? "") === undefined;
      const unknown = limitedFields.filter(isNew);
      const full = unknown.find((field) => !hasRoom(field, event[field] ?? ""));
      if (full !== undefined) return full;
      for (const field of unknown) terms.idOf(field, event[field] ?? "");
      return null;
    },
    facts: sums,
    clearFacts: sums.clear,
    settleFacts: sums.settle,
    ledger,
    addLedger() {
      for (const rows of ledgerRows(db)) sums.takeRows(rows);
    },
    eventsFrom: meta.eventsFrom,
    putEventsFrom: meta.putEventsFrom,
    subjectsAfter: events.subjectsAfter,
    dropEvents: events.dropBefore,
    dropEmptySubjects: events.dropEmpty,
    foldVersion: meta.foldVersion,
    putFoldVersion: meta.putFoldVersion,
    keyFingerprint: meta.keyFingerprint,
    putCount: counts.put,
    removeCount: counts.remove,
    quarantine: (entries, receivedAt) => {
      for (const entry of entries) quarantine.add(entry, receivedAt);
    },
    putRecord(kind, record) {
      records.put(kind, record);
      meta.touchRecords();
    },
    removeRecord(kind, id) {
      records.remove(kind, id);
      meta.touchRecords();
    },
    ...upkeepOf(db),
    close: () => void db.close(),
  };
}
