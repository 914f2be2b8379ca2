// Who is known, whichever of the two tables they are in.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { HashFilter } from "../../../server/store/sqlite/hash-filter.ts";
import { migrate } from "../../../server/store/sqlite/migrate.ts";
import { type Connection, openForWriting } from "../../../server/store/sqlite/open.ts";
import { allSubjects, subjectTable } from "../../../server/store/sqlite/subjects.ts";

const N = 3000;
const EDGES = [Buffer.alloc(16), Buffer.alloc(16, 0xff)];
const hmacOf = (id: number): Buffer =>
  EDGES[id - 1] ?? createHash("sha256").update(`${id}`).digest().subarray(0, 16);
const ids = Array.from({ length: N }, (_, i) => i + 1);

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

const open = (mostLately: number) => subjectTable(db, new HashFilter(), mostLately);
const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

/** A few at a time, each time by a store that was just opened. */
function addAll(mostLately: number) {
  for (let from = 0; from < N; from += 500)
    open(mostLately).add(ids.slice(from, from + 500).map((id) => [hmacOf(id), id]));
}

test.each([
  ["gathered", N, N],
  ["gathered and settled", 800, 800],
  ["all settled", 0, 0],
])("all are known: %s", (_, mostLately, left) => {
  addAll(mostLately);
  expect(count("subject_lately")).toBeLessThanOrEqual(left);
  expect(Number(count("subject")) + Number(count("subject_lately"))).toBe(N);
  const subjects = open(mostLately);
  expect(ids.map((id) => subjects.idOf(hmacOf(id)))).toEqual(ids);
  expect(subjects.idOf(hmacOf(N + 1))).toBeNull();
  expect(allSubjects(db)).toEqual(ids);
});

test("who is new is known at once, and with whoever was settled before while more are", () => {
  addAll(800);
  const subjects = open(800);
  for (let id = N + 1; id <= N + 2000; id += 1) {
    expect(subjects.idOf(hmacOf(id))).toBeNull();
    subjects.add([[hmacOf(id), id]]);
    expect(subjects.idOf(hmacOf(id))).toBe(id);
    const earlier = (id * 7919) % N || 1;
    expect(subjects.idOf(hmacOf(earlier))).toBe(earlier);
  }
});

test("they are gone through in the order of their HMACs, both tables at once", () => {
  addAll(800);
  const subjects = open(800);
  const seen: Buffer[] = [];
  for (let last: Buffer = Buffer.alloc(0); ; ) {
    const some = subjects.after(last, 700);
    seen.push(...some.map(({ hmac }) => hmac));
    if (some.length < 700) break;
    last = some.at(-1)?.hmac ?? last;
  }
  expect(seen).toEqual(ids.map(hmacOf).toSorted(Buffer.compare));
});

test("who is removed is in neither table, and after a rollback is there again", () => {
  addAll(800);
  const subjects = open(0);
  for (const id of [1, 2, 3, N]) subjects.remove(hmacOf(id), id);
  for (const id of [1, 2, 3, N]) expect(subjects.idOf(hmacOf(id))).toBeNull();
  expect(allSubjects(db)).toHaveLength(N - 4);
  const write = db.transaction(() => {
    for (const id of ids) subjects.remove(hmacOf(id), id);
    subjects.add([[hmacOf(N + 1), N + 1]]);
    throw new Error("the disk is full");
  });
  expect(() => write()).toThrow("the disk is full");
  subjects.reset();
  expect(subjects.idOf(hmacOf(5))).toBe(5);
  expect(subjects.idOf(hmacOf(N + 1))).toBeNull();
});
