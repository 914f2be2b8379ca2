/**
 * Rows whose keys come in no order: each would be read and written in a page of its own. So they are gathered in a small table
 * first, whose pages stay in memory, and moved from there to the large one range by range, several into each page.
 *
 * Of most keys that are new a filter knows it, and no page is read: it holds what is in the small table, and of the large one
 * each range that anything was moved to since the start.
 */
import { HASHES, type HashFilter } from "./hash-filter.ts";
import type { Connection } from "./open.ts";
import { rowFinder } from "./row-finder.ts";
import { rowInserter } from "./row-inserter.ts";

const RANGES = 512;
const RANGE = HASHES / RANGES;

export interface Keys<Key> {
  /** Below `HASHES`, in the order of the keys, and as evenly as hashes are. */
  numberOf(key: Key): number;
  /** The first key of a number; for `HASHES` one that comes after all. */
  firstOf(number: number): Key;
}

interface Names {
  /** The small one has `_lately` behind its name. Both have these two columns. */
  table: string;
  key: string;
  value: string;
  insert: "INSERT" | "INSERT OR IGNORE";
}

/** The small table holds `mostLately` rows. `Row` is one as SQLite gives it. */
export function gatheredTable<Key, Row>(
  db: Connection,
  { table, key, value, insert }: Names,
  keys: Keys<Key>,
  filter: HashFilter,
  mostLately: number,
) {
  const small = `${table}_lately`;
  const tables = [small, table];
  const columns = `${key}, ${value}`;
  const inRange = `WHERE ${key} >= ? AND ${key} < ?`;
  const finders = tables.map((from) =>
    rowFinder<Key, Row>(db, `SELECT ${columns} FROM ${from} WHERE ${key}`),
  );
  const values = tables.map((from) =>
    db.prepare<[Key], number>(`SELECT ${value} FROM ${from} WHERE ${key} = ?`).pluck(),
  );
  const removals = tables.map((from) =>
    db.prepare<[Key, number]>(`DELETE FROM ${from} WHERE ${key} = ? AND ${value} = ?`),
  );
  const put = rowInserter<[Key, number]>(db, `${insert} INTO ${small} (${columns})`);
  const settle = db.prepare<[Key, Key]>(
    `${insert} INTO ${table} SELECT * FROM ${small} ${inRange}`,
  );
  const settled = db.prepare<[Key, Key]>(`DELETE FROM ${small} ${inRange}`);
  const keysIn = db.prepare<[Key, Key], Key>(`SELECT ${key} FROM ${table} ${inRange}`).pluck();
  const countLately = db.prepare<[], number>(`SELECT count(*) FROM ${small}`).pluck();
  let lately = countLately.get() ?? 0;
  let range = 0;
  for (const one of db.prepare<[], Key>(`SELECT ${key} FROM ${small}`).pluck().iterate())
    filter.add(keys.numberOf(one));
  const isEmpty = db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined;
  /** Whether the filter holds what is in each range of the large table. */
  const isHeld: boolean[] = new Array(RANGES).fill(isEmpty);

  function makeRoom(): void {
    for (let turn = 0; lately > mostLately && turn < RANGES; turn += 1) {
      const bounds = [keys.firstOf(range * RANGE), keys.firstOf((range + 1) * RANGE)] as const;
      settle.run(...bounds);
      lately -= settled.run(...bounds).changes;
      if (!isHeld[range]) for (const one of keysIn.all(...bounds)) filter.add(keys.numberOf(one));
      isHeld[range] = true;
      range = (range + 1) % RANGES;
    }
  }

  return {
    /** False of a key that is not there for sure. */
    mayHold(one: Key): boolean {
      const number = keys.numberOf(one);
      return !isHeld[Math.floor(number / RANGE)] || filter.mayHold(number);
    },

    /** All rows with these keys; those of keys in their order are found the fastest. */
    find: (wanted: readonly Key[]): Row[] => finders.flatMap((find) => find(wanted)),

    /** Of the one row with this key; null where there is none. */
    get: (one: Key): number | null => {
      for (const statement of values) {
        const found = statement.get(one);
        if (found !== undefined) return found;
      }
      return null;
    },

    add(rows: readonly [Key, number][]): void {
      for (const [one] of rows) filter.add(keys.numberOf(one));
      put(rows.toSorted(([a], [b]) => keys.numberOf(a) - keys.numberOf(b)));
      lately += rows.length;
      makeRoom();
    },

    remove(one: Key, of: number): void {
      const [fewer = 0] = removals.map((remove) => remove.run(one, of).changes);
      lately -= fewer;
    },

    /** After a rollback: what was removed before a range was read is there again. */
    reset(): void {
      isHeld.fill(false);
      lately = countLately.get() ?? 0;
    },
  };
}
