/** The people events are of, each known by an HMAC, and those who were erased. */
import { gatheredTable, type Keys } from "./gathered.ts";
import { HASHES, type HashFilter } from "./hash-filter.ts";
import type { Connection } from "./open.ts";

interface Subject {
  hmac: Buffer;
  id: number;
}

/** So many are gathered: most events are of people who came lately. */
const MOST_LATELY = 100_000;
/** A number is the first 44 bits of an HMAC's 128. */
const [HMAC_BYTES, NUMBER_BYTES, OTHER_BITS] = [16, 6, 16];

const NAMES = { table: "subject", key: "hmac", value: "id", insert: "INSERT" } as const;
const KEYS: Keys<Buffer> = {
  numberOf: (hmac) => Math.floor(hmac.readUIntBE(0, NUMBER_BYTES) / OTHER_BITS),
  firstOf(number) {
    if (number === HASHES) return Buffer.alloc(HMAC_BYTES + 1, 0xff);
    const first = Buffer.alloc(HMAC_BYTES);
    first.writeUIntBE(number * OTHER_BITS, 0, NUMBER_BYTES);
    return first;
  },
};

export function subjectTable(db: Connection, filter: HashFilter, mostLately = MOST_LATELY) {
  const rows = gatheredTable<Buffer, Subject>(db, NAMES, KEYS, filter, mostLately);
  const erasedAt = db
    .prepare<[Buffer], number>("SELECT at FROM erased_subject WHERE hmac = ?")
    .pluck();
  const remember = db.prepare<[Buffer, number]>(
    "INSERT OR REPLACE INTO erased_subject (hmac, at) VALUES (?, ?)",
  );
  const after = db.prepare<{ hmac: Buffer; limit: number }, Subject>(
    `SELECT hmac, id FROM subject WHERE hmac > @hmac
     UNION ALL SELECT hmac, id FROM subject_lately WHERE hmac > @hmac ORDER BY hmac LIMIT @limit`,
  );
  let isAnyErased = db.prepare("SELECT 1 FROM erased_subject LIMIT 1").pluck().get() !== undefined;

  return {
    idOf: (hmac: Buffer): number | null => (rows.mayHold(hmac) ? rows.get(hmac) : null),
    all: (): number[] => allSubjects(db),
    add: rows.add,
    /** The next so many in the order of their HMACs; an empty one comes before all. */
    after: (hmac: Buffer, limit: number) => after.all({ hmac, limit }),
    remove: rows.remove,
    /** In ms since 1970; null where the subject was not erased. */
    erasedAt: (hmac: Buffer): number | null => (isAnyErased ? (erasedAt.get(hmac) ?? null) : null),
    rememberErased(hmac: Buffer, at: number): void {
      isAnyErased = true;
      remember.run(hmac, at);
    },
    /** After a rollback. */
    reset: rows.reset,
  };
}

/** In the order in which they were first seen, which is that of their histories. */
export function allSubjects(db: Connection): number[] {
  const ids = "SELECT id FROM subject UNION ALL SELECT id FROM subject_lately ORDER BY id";
  return db.prepare<[], number>(ids).pluck().all();
}
