/**
 * Which event ids are known. A hash of the id leads to the subjects whose history may hold it, and the history decides: ids
 * that share a hash cost a look more, and never count as one.
 *
 * Hashes come in no order, and each would be written into a page of its own. So they are gathered in a small table first, and
 * moved from there to the large one range by range, several into each page.
 */
import { hash } from "node:crypto";
import type { Connection } from "./open.ts";
import { rowFinder } from "./row-finder.ts";
import { rowInserter } from "./row-inserter.ts";

/** 44 bits: of 10 million ids some three share theirs with another. */
const HASH_DIGITS = 11;
const HASHES = 16 ** HASH_DIGITS;
/** So many are gathered, in pages that fit into memory many times over. */
const MOST_LATELY = 200_000;
const RANGES = 64;

export type HashId = (id: string) => number;

export const hashId: HashId = (id) =>
  Number.parseInt(hash("sha256", id, "hex").slice(0, HASH_DIGITS), 16);

type Found = { hash: number; subject: number };

/** `idsOf` gives the ids in a subject's history. */
export function seenIds(
  db: Connection,
  idsOf: (subject: number) => string[],
  { hashOf = hashId, mostLately = MOST_LATELY } = {},
) {
  const tables = ["seen_lately", "seen"].map((table) => seenTable(db, table));
  const insert = rowInserter<[number, number]>(
    db,
    "INSERT OR IGNORE INTO seen_lately (hash, subject)",
  );
  const settle = db.prepare<[number, number]>(
    "INSERT OR IGNORE INTO seen SELECT * FROM seen_lately WHERE hash BETWEEN ? AND ?",
  );
  const settled = db.prepare<[number, number]>(
    "DELETE FROM seen_lately WHERE hash BETWEEN ? AND ?",
  );
  const countLately = db.prepare<[], number>("SELECT count(*) FROM seen_lately").pluck();
  let lately = countLately.get() ?? 0;
  let range = 0;
  /** Of the ids that were asked for last: those are most often the ones to be added. */
  let hashes = new Map<string, number>();

  function makeRoom(): void {
    for (let turn = 0; lately > mostLately && turn < RANGES; turn += 1) {
      const from = (range * HASHES) / RANGES;
      const to = from + HASHES / RANGES - 1;
      settle.run(from, to);
      lately -= settled.run(from, to).changes;
      range = (range + 1) % RANGES;
    }
  }

  return {
    known(ids: readonly string[]): ReadonlySet<string> {
      hashes = new Map(ids.map((id) => [id, hashOf(id)]));
      const byHash = Map.groupBy(hashes.keys(), (id) => hashes.get(id) ?? 0);
      const asked = [...byHash.keys()].sort((a, b) => a - b);
      const found = tables.flatMap((table) => table.find(asked));
      // Each history is read once, whatever number of its ids is asked for.
      const wanted = Map.groupBy(found, ({ subject }) => subject);
      const known = new Set<string>();
      for (const [subject, rows] of wanted) {
        const candidates = new Set(rows.flatMap((row) => byHash.get(row.hash) ?? []));
        for (const id of idsOf(subject)) if (candidates.has(id)) known.add(id);
      }
      return known;
    },

    add(ids: readonly { id: string; subject: number }[]): void {
      const rows = ids.map(({ id, subject }): [number, number] => [
        hashes.get(id) ?? hashOf(id),
        subject,
      ]);
      insert(rows.sort(([a], [b]) => a - b));
      lately += rows.length;
      makeRoom();
    },

    remove(ids: readonly string[], subject: number): void {
      for (const id of ids) {
        const removed = tables.map((table) => table.remove(hashOf(id), subject));
        lately -= removed[0] ?? 0;
      }
    },

    /** After a rollback. */
    reset(): void {
      lately = countLately.get() ?? 0;
    },
  };
}

function seenTable(db: Connection, table: string) {
  const remove = db.prepare<[number, number]>(
    `DELETE FROM ${table} WHERE hash = ? AND subject = ?`,
  );
  return {
    find: rowFinder<number, Found>(db, `SELECT hash, subject FROM ${table} WHERE hash`),
    /** Gives how many there were. */
    remove: (hash: number, subject: number): number => remove.run(hash, subject).changes,
  };
}
