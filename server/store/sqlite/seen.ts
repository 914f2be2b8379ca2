/**
 * Which event ids are known. A hash of the id leads to the subjects whose history may hold it, and the history decides: ids
 * that share a hash cost a look more, and never count as one.
 */
import { hash } from "node:crypto";
import type { Connection, Statement } from "./open.ts";

/** 44 bits: of 10 million ids some three share theirs with another. */
const HASH_DIGITS = 11;
const ROWS_AT_ONCE = 50;

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
  const marks = (one: string) => new Array(ROWS_AT_ONCE).fill(one).join(", ");
  const find = (values: string): Statement<number[], Found> =>
    db.prepare(`SELECT hash, subject FROM seen WHERE hash IN (${values})`);
  const [findOne, findMany] = [find("?"), find(marks("?"))];
  const insert = (values: string): Statement<number[]> =>
    db.prepare(`INSERT OR IGNORE INTO seen (hash, subject) VALUES ${values}`);
  const [insertOne, insertMany] = [insert("(?, ?)"), insert(marks("(?, ?)"))];
  const removeOne = db.prepare<[number, number]>("DELETE FROM seen WHERE hash = ? AND subject = ?");

  return {
    known(ids: readonly string[]): ReadonlySet<string> {
      const byHash = Map.groupBy(ids, hashOf);
      const hashes = [...byHash.keys()].sort((a, b) => a - b);
      const found = inParts(hashes, (part) =>
        part.length === ROWS_AT_ONCE
          ? findMany.all(...part)
          : part.flatMap((one) => findOne.all(one)),
      );
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
      const rows = ids.map(({ id, subject }) => [hashOf(id), subject] as const);
      rows.sort((a, b) => a[0] - b[0]);
      inParts(rows, (part) => {
        if (part.length === ROWS_AT_ONCE) insertMany.run(...part.flat());
        else for (const row of part) insertOne.run(...row);
        return [];
      });
    },

    remove(ids: readonly string[], subject: number): void {
      for (const id of ids) removeOne.run(hashOf(id), subject);
    },
  };
}

/** A statement for many rows costs as much as one for a few. */
function inParts<T, Out>(list: readonly T[], take: (part: readonly T[]) => Out[]): Out[] {
  const given: Out[] = [];
  for (let from = 0; from < list.length; from += ROWS_AT_ONCE)
    given.push(...take(list.slice(from, from + ROWS_AT_ONCE)));
  return given;
}
