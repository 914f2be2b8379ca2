// The log is copied beside whoever writes, and begins anew.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  type Connection,
  openForReading,
  openForWriting,
} from "../../../server/store/sqlite/open.ts";
import { upkeepOf } from "../../../server/store/sqlite/upkeep.ts";
import { LogCopier } from "../../../server/writer/log-copier.ts";

let folder = "";
let file = "";
let db: Connection;
let copier: LogCopier;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-"));
  file = join(folder, "candor.db");
  db = openForWriting(file);
  // Nobody else copies.
  db.pragma("wal_autocheckpoint = 0");
  db.exec("CREATE TABLE thing (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT");
});
afterEach(() => {
  copier.stop();
  db.close();
  rmSync(folder, { recursive: true });
});

const logPages = () => upkeepOf(db).logPages();
const begin = (limits = {}) => {
  const usual = { beginAt: 100, least: 10, waitAt: 1e6 };
  copier = new LogCopier(upkeepOf(db), file, { ...usual, ...limits });
};
function write(pages: number): void {
  const insert = db.prepare("INSERT INTO thing (body) VALUES (randomblob(4000))");
  db.transaction(() => {
    for (let i = 0; i < pages; i += 1) insert.run();
  })();
}
const count = (of: Connection) => of.prepare("SELECT count(*) FROM thing").pluck().get();
const allCopied = () =>
  vi.waitFor(() => expect(logPages().copied).toBe(logPages().all), { timeout: 20_000 });

test("a long log is copied, and the next write begins it anew", async () => {
  begin();
  write(200);
  expect(logPages().all).toBeGreaterThan(200);
  expect(logPages().copied).toBe(0);
  copier.written();
  await allCopied();
  write(1);
  expect(logPages().all).toBeLessThan(10);
  expect(count(db)).toBe(201);
});

test.each([
  ["a short log", { beginAt: 1000 }],
  ["one of which little is left to copy", { least: 1000 }],
])("%s is left alone", (_, limits) => {
  begin(limits);
  write(200);
  copier.written();
  // What it was told is done then.
  copier.stop();
  expect(logPages().copied).toBe(0);
});

test("where a reader needs what is in the database, all of the log stays, and is copied when it is done", async () => {
  begin();
  write(10);
  upkeepOf(db).emptyLog();
  const reader = openForReading(file);
  reader.exec("BEGIN");
  expect(count(reader)).toBe(10);
  write(300);
  copier.written();
  copier.stop();
  expect(logPages().copied).toBe(0);
  expect(count(reader)).toBe(10);
  reader.exec("COMMIT");
  begin();
  copier.written();
  await allCopied();
  expect(count(reader)).toBe(310);
  reader.close();
});

test("whoever writes faster than the disk copies waits", () => {
  begin({ waitAt: 150 });
  write(200);
  copier.written();
  copier.written();
  expect(logPages().copied).toBe(logPages().all);
});

test("once it has stopped, whoever closes the database last leaves no log behind", () => {
  begin();
  write(200);
  copier.written();
  copier.stop();
  db.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
  db = openForWriting(file);
  expect(count(db)).toBe(200);
});
