/**
 * Which event ids are known. A hash of the id leads to the subjects whose history may hold it, and the history decides: ids
 * that share a hash cost a look more, and never count as one.
 */
import { hash } from "node:crypto";
import type { Connection, Statement } from "./open.ts";
import { rowInserter } from "./row-inserter.ts";

/** 44 bits: of 10 million ids some three share theirs with another. */
const HASH_DIGITS = 11;
/** A statement for many costs as much as one for a few. */
const ASKED_AT_ONCE = 50;

export type HashId = (id: string) => number;

export const hashId: HashId = (id) =>
  Number.parseInt(hash("sha256", id, "hex").slice(0, HASH_DIGITS), 16);

type Found = { hash: number; subject: number };

/** `idsOf` gives the ids in a subject's history. */
export function seenIds(
  db: Connection,
  idsOf: (subject: number) => string[],
  hashOf: HashId = hashId,
) {
  const find = (n: number): Statement<number[], Found> =>
    db.prepare(
      `SELECT hash, subject FROM seen WHERE hash IN (${new Array(n).fill("?").join(", ")})`,
    );
  const [findOne, findMany] = [find(1), find(ASKED_AT_ONCE)];
  const insert = rowInserter<[number, number]>(db, "INSERT OR IGNORE INTO seen (hash, subject)");
  const removeOne = db.prepare<[number, number]>("DELETE FROM seen WHERE hash = ? AND subject = ?");

  function rowsOf(hashes: readonly number[]): Found[] {
    const found: Found[] = [];
    const inMany = hashes.length - (hashes.length % ASKED_AT_ONCE);
    for (let at = 0; at < inMany; at += ASKED_AT_ONCE)
      found.push(...findMany.all(...hashes.slice(at, at + ASKED_AT_ONCE)));
    for (const one of hashes.slice(inMany)) found.push(...findOne.all(one));
    return found;
  }

  return {
    known(ids: readonly string[]): ReadonlySet<string> {
      const byHash = Map.groupBy(ids, hashOf);
      const found = rowsOf([...byHash.keys()].sort((a, b) => a - b));
      // Each history is read once, whatever number of its ids is asked for.
      const wanted = Map.groupBy(found, ({ subject }) => subject);
      const known = new Set<string>();
      for (const [subject, rows] of wanted) {
        const asked = new Set(rows.flatMap((row) => byHash.get(row.hash) ?? []));
        for (const id of idsOf(subject)) if (asked.has(id)) known.add(id);
      }
      return known;
    },

    add(ids: readonly { id: string; subject: number }[]): void {
      const rows = ids.map(({ id, subject }): [number, number] => [hashOf(id), subject]);
      insert(rows.sort(([a], [b]) => a - b));
    },

    remove(ids: readonly string[], subject: number): void {
      for (const id of ids) removeOne.run(hashOf(id), subject);
    },
  };
}
