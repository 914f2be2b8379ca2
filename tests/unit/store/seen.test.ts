// Which event ids are known, hashes that several share included.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrate } from "../../../server/store/sqlite/migrate.ts";
import { type Connection, openForWriting } from "../../../server/store/sqlite/open.ts";
import { hashId, seenIds } from "../../../server/store/sqlite/seen.ts";

let folder = "";
let db: Connection;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-"));
  db = openForWriting(join(folder, "candor.db"));
  migrate(db);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const idsOf = (subject: number, n: number): string[] =>
  Array.from({ length: n }, (_, i) => `s${subject}-${i}`);

describe.each([
  ["of their own", hashId],
  ["that few others share", (id: string) => id.length],
  ["that all share", () => 7],
])("ids with hashes %s", (_, hashOf) => {
  const histories = new Map([1, 2, 3].map((subject) => [subject, idsOf(subject, 60 * subject)]));
  const seen = () => seenIds(db, (subject) => histories.get(subject) ?? [], hashOf);
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
    expect(db.prepare("SELECT count(*) FROM seen WHERE subject = 2").pluck().get()).toBe(0);
    histories.set(2, gone);
  });
});

test("a hash is a whole number of 44 bits, and the same on every machine", () => {
  expect(hashId("e-000001")).toBe(0x833e3289baf);
  const most = Math.max(...idsOf(1, 5000).map(hashId));
  expect(most).toBeLessThan(2 ** 44);
  expect(most).toBeGreaterThan(2 ** 43);
});
