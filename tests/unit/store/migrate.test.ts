// Bringing a database to this build's schema.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate } from "../../../server/store/sqlite/migrate.ts";
import { type Connection, openForWriting } from "../../../server/store/sqlite/open.ts";
import { packHistories } from "../../../server/store/sqlite/pack-histories.ts";

const FILES = new URL("../../../server/store/sqlite/migrations/", import.meta.url);
const names = readdirSync(FILES).toSorted();

let folder = "";
let open: Connection[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-"));
});
afterEach(() => {
  for (const db of open) db.close();
  open = [];
  rmSync(folder, { recursive: true });
});

function database(name = "candor"): Connection {
  const db = openForWriting(join(folder, `${name}.db`));
  open.push(db);
  return db;
}

function schemaOf(db: Connection): unknown[] {
  return db
    .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    .all();
}

function appliedTo(db: Connection): unknown[] {
  return db.prepare("SELECT name FROM migration ORDER BY name").pluck().all();
}

test("a new database gets every migration, in order of name", () => {
  const db = database();
  migrate(db);
  expect(appliedTo(db)).toEqual(names);
});

test("migrating again changes nothing", () => {
  const db = database();
  migrate(db);
  const before = schemaOf(db);
  migrate(db);
  expect(schemaOf(db)).toEqual(before);
  expect(appliedTo(db)).toEqual(names);
});

test("two new databases have the same schema", () => {
  const [one, other] = [database("one"), database("other")];
  migrate(one);
  migrate(other);
  expect(schemaOf(other)).toEqual(schemaOf(one));
});

test("changes of the first schema become records", () => {
  const db = database();
  const first = names[0] ?? "";
  db.exec("CREATE TABLE migration (name TEXT PRIMARY KEY) WITHOUT ROWID, STRICT");
  db.exec(readFileSync(new URL(first, FILES), "utf8"));
  db.prepare("INSERT INTO migration (name) VALUES (?)").run(first);
  db.exec(`INSERT INTO change (id, date, body) VALUES ('c1', '2026-03-01', '{"id":"c1"}')`);
  migrate(db);
  expect(appliedTo(db)).toEqual(names);
  expect(db.prepare("SELECT * FROM record").all()).toEqual([
    { kind: "change", id: "c1", body: '{"id":"c1"}' },
  ]);
});

test("every table is strict, so that no column holds what it was not made for", () => {
  const db = database();
  migrate(db);
  const loose = db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
});

test.each([
  ["after those known", "9999-from-the-future.sql"],
  ["before those known", "0000-from-elsewhere.sql"],
])(
  "a migration that this build does not know stops the start, %s, and nothing changes",
  (_, stray) => {
    const db = database();
    migrate(db);
    db.prepare("INSERT INTO migration (name) VALUES (?)").run(stray);
    const before = schemaOf(db);
    expect(() => migrate(db)).toThrow(
      /holds the migration .*, which this version of Candor does not know/,
    );
    expect(schemaOf(db)).toEqual(before);
    expect(appliedTo(db)).toContain(stray);
  },
);

test("a migration that fails leaves nothing of itself", () => {
  const db = database();
  db.exec("CREATE TABLE event (stands TEXT, 'in' TEXT, the TEXT, way TEXT)");
  expect(() => migrate(db)).toThrow(/already exists/);
  expect(appliedTo(db)).toEqual([]);
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  expect(tables.pluck().all()).toEqual(["event", "migration"]);
});

/** As the build left it whose last migration was this one. */
function earlier(db: Connection, last: number): void {
  db.exec("CREATE TABLE migration (name TEXT PRIMARY KEY) WITHOUT ROWID, STRICT");
  for (const name of names.slice(0, last)) {
    db.exec(readFileSync(new URL(name, FILES), "utf8"));
    if (name === "0003-histories.sql") packHistories(db);
    db.prepare("INSERT INTO migration (name) VALUES (?)").run(name);
  }
}

test.each(names.map((name, i) => [i + 1, name]))(
  "a database of the first %i migrations (to %s) comes to the schema of a new one",
  (last) => {
    const [db, fresh] = [database(), database("fresh")];
    earlier(db, Number(last));
    db.exec("INSERT INTO meta (name, value) VALUES ('data_version', '7')");
    db.exec("INSERT INTO term (field, value) VALUES ('purpose', 'ads')");
    migrate(db);
    migrate(fresh);
    expect(schemaOf(db).map(withoutQuotes)).toEqual(schemaOf(fresh).map(withoutQuotes));
    expect(appliedTo(db)).toEqual(names);
    expect(db.prepare("SELECT value FROM meta WHERE name = 'data_version'").pluck().get()).toBe(
      "7",
    );
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  },
);

test.each(names.slice(1).map((name, i) => [name, i + 1]))(
  "where %s fails, the database stays as it was",
  (name, before) => {
    const db = database();
    earlier(db, Number(before));
    const left = schemaOf(db);
    const made = /CREATE TABLE (\w+)/g;
    const tables = [...readFileSync(new URL(String(name), FILES), "utf8").matchAll(made)];
    const last = tables.map(([, table]) => table).findLast((table) => !hasTable(db, table));
    db.exec(`CREATE VIEW ${last} AS SELECT 1`);
    expect(() => migrate(db)).toThrow(/already/);
    expect(appliedTo(db)).toEqual(names.slice(0, Number(before)));
    db.exec(`DROP VIEW ${last}`);
    expect(schemaOf(db)).toEqual(left);
    migrate(db);
    expect(appliedTo(db)).toEqual(names);
  },
);

function hasTable(db: Connection, name = ""): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?").get(name) !== undefined;
}

/** SQLite puts some, where a table was renamed. */
function withoutQuotes(entry: unknown): unknown {
  return JSON.parse(JSON.stringify(entry).replaceAll('\\"', ""));
}

test("a database made without it can give pages back once it was migrated", () => {
  const db = database();
  db.pragma("auto_vacuum = NONE");
  db.exec("VACUUM");
  earlier(db, 1);
  db.close();
  open = [];
  const again = database();
  expect(again.pragma("auto_vacuum", { simple: true })).toBe(0);
  migrate(again);
  expect(again.pragma("auto_vacuum", { simple: true })).toBe(2);
});
