// Which event ids are known, hashes that several share included.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { HashFilter } from "../../../server/store/sqlite/hash-filter.ts";
import { migrate } from "../../../server/store/sqlite/migrate.ts";
import { type Connection, openForWriting } from "../../../server/store/sqlite/open.ts";
import { hashId, seenIds } from "../../../server/store/sqlite/seen.ts";

let folder = "";
let db: Connection;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-"));
  db = openForWriting(join(folder, "candor.db"));
  db.pragma("synchronous = OFF");
  migrate(db);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const idsOf = (subject: number, n: number): string[] =>
  Array.from({ length: n }, (_, i) => `s${subject}-${i}`);

/** As evenly as real ones, but only some few. */
const coarse = (id: string) => Math.floor(hashId(id) / 2 ** 40) * 2 ** 40;

describe.each([
  ["of their own", { hashOf: hashId }],
  ["of their own, most of them settled", { hashOf: hashId, mostLately: 20 }],
  ["that few others share", { hashOf: coarse, mostLately: 100 }],
  ["that all share", { hashOf: () => 7 }],
  ["that all share, settled", { hashOf: () => 7, mostLately: 0 }],
])("ids with hashes %s", (_, options) => {
  const histories = new Map([1, 2, 3].map((subject) => [subject, idsOf(subject, 60 * subject)]));
  const seen = () =>
    seenIds(db, (subject) => histories.get(subject) ?? [], new HashFilter(), options);
  function addAll() {
    const ids = seen();
    for (const [subject, own] of histories) ids.add(own.map((id) => ({ id, subject })));
    return ids;
  }

  test("are known once they were added, and no others are", () => {
    const ids = addAll();
    const all = [...histories.values()].flat();
    const asked = [...all, ...idsOf(4, 60), "s1-60", "s2"];
    expect([...ids.known(asked)].toSorted()).toEqual(all.toSorted());
    expect([...ids.known([])]).toEqual([]);
  });

  test("are free again when their subject is gone, and only those", () => {
    const ids = addAll();
    const gone = histories.get(2) ?? [];
    ids.remove(gone, 2);
    histories.delete(2);
    expect(ids.known(gone).size).toBe(0);
    expect(ids.known(idsOf(1, 60)).size).toBe(60);
    expect(ids.known(idsOf(3, 180)).size).toBe(180);
    for (const table of ["seen", "seen_lately"]) {
      const left = db.prepare(`SELECT count(*) FROM ${table} WHERE subject = 2`);
      expect(left.pluck().get()).toBe(0);
    }
    histories.set(2, gone);
  });
});

test("of ids many are settled, no more than asked for are left, and all are known over restarts", () => {
  const ids = idsOf(1, 2000);
  const open = () => seenIds(db, () => ids, new HashFilter(), { mostLately: 300 });
  for (let at = 0; at < ids.length; at += 100)
    open().add(ids.slice(at, at + 100).map((id) => ({ id, subject: 1 })));
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  expect(count("seen_lately")).toBeLessThanOrEqual(300);
  expect(count("seen")).toBeGreaterThan(1000);
  expect(open().known(ids).size).toBe(2000);
});

describe("of a store that is opened with ids in it", () => {
  const [early, late] = [idsOf(1, 2000), idsOf(2, 2000)];
  function openWithEarly(mostLately: number) {
    const open = () =>
      seenIds(db, (subject) => (subject === 1 ? early : late), new HashFilter(), { mostLately });
    open().add(early.map((id) => ({ id, subject: 1 })));
    return open();
  }

  test("they are known before any more are settled, while, and after", () => {
    const ids = openWithEarly(500);
    for (let at = 0; at < late.length; at += 50) {
      expect(ids.known(early).size).toBe(2000);
      expect(ids.known(late).size).toBe(at);
      ids.add(late.slice(at, at + 50).map((id) => ({ id, subject: 2 })));
    }
  });

  test("one that was removed before its neighbours were settled is known again after a rollback", () => {
    const ids = openWithEarly(0);
    const write = db.transaction(() => {
      ids.remove(early, 1);
      ids.add(late.map((id) => ({ id, subject: 2 })));
      throw new Error("the disk is full");
    });
    expect(() => write()).toThrow("the disk is full");
    ids.reset();
    expect(ids.known(early).size).toBe(2000);
    expect(ids.known(late).size).toBe(0);
  });
});

test("a hash is a whole number of 44 bits, and the same on every machine", () => {
  expect(hashId("e-000001")).toBe(0x833e3289baf);
  const most = Math.max(...idsOf(1, 5000).map(hashId));
  expect(most).toBeLessThan(2 ** 44);
  expect(most).toBeGreaterThan(2 ** 43);
});
