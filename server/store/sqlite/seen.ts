/**
 * Which event ids are known. A hash of the id leads to the subjects whose history may hold it, and the history decides: ids
 * that share a hash cost a look more, and never count as one.
 */
import { hash } from "node:crypto";
import { gatheredTable, type Keys } from "./gathered.ts";
import type { HashFilter } from "./hash-filter.ts";
import type { Connection } from "./open.ts";

/** 44 bits: of 10 million ids some three share theirs with another. */
const HASH_DIGITS = 11;
/** So many are gathered, in pages that fit into memory many times over. */
const MOST_LATELY = 200_000;

const NAMES = { table: "seen", key: "hash", value: "subject", insert: "INSERT OR IGNORE" } as const;
const KEYS: Keys<number> = { numberOf: (one) => one, firstOf: (number) => number };

export type HashId = (id: string) => number;

export const hashId: HashId = (id) =>
  Number.parseInt(hash("sha256", id, "hex").slice(0, HASH_DIGITS), 16);

type Found = { hash: number; subject: number };

/** `idsOf` gives the ids in a subject's history. */
export function seenIds(
  db: Connection,
  idsOf: (subject: number) => string[],
  filter: HashFilter,
  { hashOf = hashId, mostLately = MOST_LATELY } = {},
) {
  const rows = gatheredTable<number, Found>(db, NAMES, KEYS, filter, mostLately);
  /** Of the ids that were asked for last: those are most often the ones to be added. */
  let hashes = new Map<string, number>();

  return {
    known(ids: readonly string[]): ReadonlySet<string> {
      hashes = new Map(ids.map((id) => [id, hashOf(id)]));
      const possible = [...hashes].filter(([, one]) => rows.mayHold(one));
      const byHash = Map.groupBy(possible, ([, one]) => one);
      const found = rows.find([...byHash.keys()].sort((a, b) => a - b));
      // Each history is read once, whatever number of its ids is asked for.
      const wanted = Map.groupBy(found, ({ subject }) => subject);
      const known = new Set<string>();
      for (const [subject, own] of wanted) {
        const candidates = new Set(
          own.flatMap((row) => byHash.get(row.hash) ?? []).map(([id]) => id),
        );
        for (const id of idsOf(subject)) if (candidates.has(id)) known.add(id);
      }
      return known;
    },

    add: (ids: readonly { id: string; subject: number }[]): void =>
      rows.add(ids.map(({ id, subject }) => [hashes.get(id) ?? hashOf(id), subject])),

    remove(ids: readonly string[], subject: number): void {
      for (const id of ids) rows.remove(hashOf(id), subject);
    },

    /** After a rollback. */
    reset: rows.reset,
  };
}
