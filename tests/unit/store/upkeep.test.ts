// What a database needs from time to time, and that who reads meanwhile is in nobody's way.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type Connection,
  openForReading,
  openForWriting,
} from "../../../server/store/sqlite/open.ts";
import { upkeepOf } from "../../../server/store/sqlite/upkeep.ts";

const ROWS = 20_000;
let folder = "";
let file = "";
let db: Connection;
let upkeep: ReturnType<typeof upkeepOf>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-"));
  file = join(folder, "candor.db");
  db = openForWriting(file);
  db.exec("CREATE TABLE thing (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT");
  const insert = db.prepare("INSERT INTO thing (body) VALUES (randomblob(1000))");
  db.transaction(() => {
    for (let i = 0; i < ROWS; i += 1) insert.run();
  })();
  upkeep = upkeepOf(db);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const logBytes = () => statSync(`${file}-wal`).size;
const free = () => Number(db.pragma("freelist_count", { simple: true }));

test("the log is emptied, and all is in the database", () => {
  expect(logBytes()).toBeGreaterThan(ROWS * 1000);
  expect(upkeep.emptyLog()).toBe(true);
  expect(logBytes()).toBe(0);
  expect(statSync(file).size).toBeGreaterThan(ROWS * 1000);
});

test("a reader that still needs the log is not waited for, and goes on reading what it read", () => {
  const reader = openForReading(file);
  const count = reader.prepare("SELECT count(*) FROM thing").pluck();
  reader.exec("BEGIN");
  expect(count.get()).toBe(ROWS);
  db.exec("DELETE FROM thing");
  const before = performance.now();
  expect(upkeep.emptyLog()).toBe(false);
  expect(performance.now() - before).toBeLessThan(2500);
  expect(count.get()).toBe(ROWS);
  reader.exec("COMMIT");
  expect(count.get()).toBe(0);
  expect(upkeep.emptyLog()).toBe(true);
  reader.close();
});

test("many free pages are given back a few at a time, and who reads goes on reading what it read", () => {
  db.exec(`DELETE FROM thing WHERE id % 2 = 0 OR id > ${ROWS / 2}`);
  db.exec(`DELETE FROM thing WHERE id <= ${ROWS / 4}`);
  expect(upkeep.emptyLog()).toBe(true);
  const [before, bytes] = [free(), statSync(file).size];
  expect(before).toBeGreaterThan(2500);
  const reader = openForReading(file);
  const count = reader.prepare("SELECT count(*) FROM thing").pluck();
  reader.exec("BEGIN");
  const read = count.get();
  let turns = 0;
  while (upkeep.giveBackPages()) {
    turns += 1;
    expect(count.get()).toBe(read);
  }
  expect(turns).toBeGreaterThan(1);
  reader.exec("COMMIT");
  expect(count.get()).toBe(read);
  reader.close();
  expect(free()).toBeLessThan(2500);
  upkeep.emptyLog();
  expect(bytes - statSync(file).size).toBeGreaterThanOrEqual((before - free()) * 4096);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
});

test("few free pages are left for what comes next", () => {
  db.exec("DELETE FROM thing WHERE id <= 1000");
  expect(upkeep.giveBackPages()).toBe(false);
  expect(free()).toBeGreaterThan(0);
});
