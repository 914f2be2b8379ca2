/** The store for writing, for the one writer. Registers in memory follow the transaction, back too. */
import { randomUUID } from "node:crypto";
import type { FirstSettings } from "#shared/contract/settings.ts";
import { GENERAL, NONE, UNKNOWN } from "#shared/vocabulary.ts";
import type { WriteStore } from "../store.ts";
import { countTable } from "./counts.ts";
import { eventTable } from "./events.ts";
import { migrate } from "./migrate.ts";
import { openForWriting } from "./open.ts";
import { metaTable, quarantineTable, recordTable } from "./records.ts";
import { FACTS_FOR_CHUNKS, sumsWriter } from "./sums/sums-writer.ts";
import { Terms } from "./terms.ts";

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
  const events = eventTable(db, terms);
  const sums = sumsWriter(db, terms, factsForChunks);
  const counts = countTable(db, terms);
  const quarantine = quarantineTable(db);
  const records = recordTable(db);
  const subjectId = db.prepare<[Buffer], number>("SELECT id FROM subject WHERE hmac = ?").pluck();
  const addSubject = db.prepare<[Buffer]>("INSERT INTO subject (hmac) VALUES (?)");
  const removeSubject = db.prepare<[number]>("DELETE FROM subject WHERE id = ?");
  const erasedAt = db
    .prepare<[Buffer], number>("SELECT at FROM erased_subject WHERE hmac = ?")
    .pluck();
  const remember = db.prepare<[Buffer, number]>(
    "INSERT OR REPLACE INTO erased_subject (hmac, at) VALUES (?, ?)",
  );
  const subjects = db.prepare<[], number>("SELECT id FROM subject").pluck();
  if (!meta.hasSettings()) meta.putSettings(initial);
  if (meta.storeId() === "") meta.putStoreId(randomUUID());

  return {
    transaction(write) {
      const mark = db.inTransaction ? sums.mark() : null;
      try {
        return db
          .transaction(() => {
            const result = write();
            sums.write();
            return result;
          })
          .immediate();
      } catch (error) {
        terms.reset();
        if (mark === null) sums.reset();
        else sums.backTo(mark);
        throw error;
      }
    },
    settings: meta.settings,
    putSettings: meta.putSettings,
    touch: meta.touch,
    putSeedState: meta.putSeedState,
    hasEvent: events.has,
    subjectId: (hmac) => subjectId.get(hmac) ?? null,
    addSubject: (hmac) => Number(addSubject.run(hmac).lastInsertRowid),
    eventsOf: events.of,
    addEvent: events.add,
    erasedAt: (hmac) => erasedAt.get(hmac) ?? null,
    eraseSubject(subject, hmac, at) {
      if (subject !== null) {
        events.removeOf(subject);
        removeSubject.run(subject);
      }
      remember.run(hmac, at);
    },
    subjects: () => subjects.all(),
    hasRoom: (field, value) =>
      RESERVED.has(value) ||
      terms.find(field, value) !== undefined ||
      terms.countOf(field, RESERVED) < MAX_VALUES,
    facts: sums,
    clearFacts: sums.clear,
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
    close: () => void db.close(),
  };
}
