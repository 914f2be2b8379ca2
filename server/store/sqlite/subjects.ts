/** The people events are of, each known by an HMAC, and those who were erased. */
import type { Connection } from "./open.ts";
import { rowInserter } from "./row-inserter.ts";

interface Subject {
  hmac: Buffer;
  id: number;
}

export function subjectTable(db: Connection) {
  const find = db.prepare<[Buffer], number>("SELECT id FROM subject WHERE hmac = ?").pluck();
  const add = rowInserter<[Buffer, number]>(db, "INSERT INTO subject (hmac, id)");
  const remove = db.prepare<[Buffer]>("DELETE FROM subject WHERE hmac = ?");
  const erasedAt = db
    .prepare<[Buffer], number>("SELECT at FROM erased_subject WHERE hmac = ?")
    .pluck();
  const remember = db.prepare<[Buffer, number]>(
    "INSERT OR REPLACE INTO erased_subject (hmac, at) VALUES (?, ?)",
  );
  const after = db.prepare<[Buffer, number], Subject>(
    "SELECT hmac, id FROM subject WHERE hmac > ? ORDER BY hmac LIMIT ?",
  );
  let isAnyErased = db.prepare("SELECT 1 FROM erased_subject LIMIT 1").pluck().get() !== undefined;

  return {
    idOf: (hmac: Buffer): number | null => find.get(hmac) ?? null,
    all: (): number[] => allSubjects(db),
    add,
    /** The next so many in the order of their HMACs; an empty one comes before all. */
    after: (hmac: Buffer, limit: number) => after.all(hmac, limit),
    remove: (hmac: Buffer): void => void remove.run(hmac),
    /** In ms since 1970; null where the subject was not erased. */
    erasedAt: (hmac: Buffer): number | null => (isAnyErased ? (erasedAt.get(hmac) ?? null) : null),
    rememberErased(hmac: Buffer, at: number): void {
      isAnyErased = true;
      remember.run(hmac, at);
    },
  };
}

/** In the order in which they were first seen, which is that of their histories. */
export function allSubjects(db: Connection): number[] {
  return db.prepare<[], number>("SELECT id FROM subject ORDER BY id").pluck().all();
}
