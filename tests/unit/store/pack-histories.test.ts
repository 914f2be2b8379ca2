// A store of an earlier schema, one row an event: its events, ids and figures are the same in this one.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventTypes } from "#shared/vocabulary.ts";
import type { ConsentEvent } from "../../../server/fold/event.ts";
import { rebuild } from "../../../server/jobs/rebuild.ts";
import { refold } from "../../../server/jobs/refold.ts";
import { verify } from "../../../server/jobs/verify.ts";
import { openForWriting } from "../../../server/store/sqlite/open.ts";
import { packHistories } from "../../../server/store/sqlite/pack-histories.ts";
import { openStore } from "../../../server/store/sqlite/reader.ts";
import { Terms } from "../../../server/store/sqlite/terms.ts";
import { openWriteStore } from "../../../server/store/sqlite/writer.ts";
import { event } from "../../support/fold-events.ts";

const FILES = new URL("../../../server/store/sqlite/migrations/", import.meta.url);
const names = readdirSync(FILES).toSorted();
const EARLIER = ["0001-first.sql", "0002-records.sql"];
const initial = { k: 1, reportingZone: "UTC" };
const dayOf = (at: number): number => Math.floor(at / 86_400_000);
const hmacOf = (subject: number): Buffer => Buffer.alloc(16, subject);
const HISTORIES = [1, 3, 64, 65, 200];
const GONE = 3;
const gone = event("granted", 5, { id: "gone" });

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-"));
  file = join(folder, "candor.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Subjects 1, 2 …, in turns, so that nobody's events lie together. */
function someEvents(): { subject: number; event: ConsentEvent }[] {
  const details = fc.record({
    purpose: fc.constantFrom("ads", "email"),
    notice: fc.option(fc.constantFrom("n1", "n2")),
    region: fc.constantFrom("unknown", "DE"),
    generation: fc.option(fc.constantFrom("gen_x", "gen_z")),
    experiment: fc.option(fc.constantFrom("x1", "x2")),
    variant: fc.option(fc.constantFrom("a", "b")),
    reason: fc.option(fc.constantFrom("other")),
    durationMs: fc.option(fc.nat(9_000)),
    steps: fc.option(fc.nat(9)),
  });
  const plain = fc.tuple(fc.constantFrom(...eventTypes), fc.nat(1e10), details);
  const made = fc.sample(plain, { numRuns: 333, seed: 5 });
  const given = made.map(([type, at, stated]) => event(type, Date.UTC(2025, 0, 1) + at, stated));
  const left = [...HISTORIES];
  return given.map((one, i) => {
    let subject = i % left.length;
    while (left[subject] === 0) subject = (subject + 1) % left.length;
    left[subject] = (left[subject] ?? 0) - 1;
    return { subject: subject + 1 + Number(subject + 1 >= GONE), event: one };
  });
}

/** As the version of those migrations wrote it. */
function writeEarlier(added: ReturnType<typeof someEvents>): void {
  const db = openForWriting(file);
  db.exec("CREATE TABLE migration (name TEXT PRIMARY KEY) WITHOUT ROWID, STRICT");
  for (const name of EARLIER) {
    db.exec(readFileSync(new URL(name, FILES), "utf8"));
    db.prepare("INSERT INTO migration (name) VALUES (?)").run(name);
  }
  db.exec("BEGIN");
  const terms = new Terms(db);
  for (const [index, { subject, event: given }] of added.entries()) {
    db.prepare("INSERT OR IGNORE INTO subject (id, hmac) VALUES (?, ?)").run(
      subject,
      hmacOf(subject),
    );
    const { id, at, scale, score, durationMs, steps, ...texts } = given;
    const columns = Object.entries(texts).map(
      ([field, value]) => [field, value === null ? null : terms.idOf(field, value)] as const,
    );
    const row = { id, at, scale, score, duration_ms: durationMs, steps, subject };
    const all = { ...row, received_at: index, ...Object.fromEntries(columns) };
    const names = Object.keys(all);
    db.prepare(
      `INSERT INTO event (${names.join(", ")}) VALUES (${names.map((name) => `@${name}`).join(", ")})`,
    ).run(all);
  }
  db.prepare("DELETE FROM event WHERE subject = ?").run(GONE);
  db.prepare("DELETE FROM subject WHERE id = ?").run(GONE);
  db.prepare("INSERT INTO erased_subject (hmac, at) VALUES (?, 9)").run(hmacOf(GONE));
  db.exec("COMMIT");
  db.close();
}

function sumsIn(path: string): unknown {
  const store = openStore(path);
  expect(verify(store).differences).toEqual({ count: 0, first: [] });
  const kinds = ["seen", "decision", "spell", "answer", "exposure", "exit_time"] as const;
  const by = ["purpose", "notice", "region", "generation", "experiment", "variant"] as const;
  const range = { filters: {}, from: 0, to: 99_999, withX: true };
  const sums = store.snapshot((one) =>
    kinds.map((kind) => one.sums({ kind, by: [...by], ...range })),
  );
  store.close();
  return sums.map((rows) => rows.map((row) => JSON.stringify(row)).toSorted());
}

test("a store of one row an event is packed as a whole", () => {
  const kept = someEvents();
  writeEarlier([{ subject: GONE, event: gone }, ...kept]);
  const store = openWriteStore(file, initial);

  const subjects = [...new Set(kept.map(({ subject }) => subject))].toSorted((a, b) => a - b);
  expect(store.subjects()).toEqual(subjects);
  for (const subject of subjects) {
    const own = kept.filter((one) => one.subject === subject).map((one) => one.event);
    expect(store.eventsOf(subject)).toEqual(own);
    expect(store.subjectId(hmacOf(subject))).toBe(subject);
  }
  const ids = kept.map(({ event: { id } }) => id);
  expect([...store.knownEvents([...ids, "gone", "new"])].toSorted()).toEqual(ids.toSorted());
  expect(store.erasedAt(hmacOf(GONE))).toBe(9);
  expect(store.subjectId(hmacOf(GONE))).toBeNull();
  store.transaction(() => rebuild(store, dayOf));

  const reader = openStore(file);
  const [totals, recent] = reader.snapshot((one) => [one.intakeTotals(), one.recentEvents(200)]);
  reader.close();
  expect(totals).toMatchObject({ events: kept.length, subjects: HISTORIES.length });
  expect(totals.lastReceivedAt).toBe(kept.length);
  expect(recent.map(({ sequence, at }) => [sequence, Date.parse(at)])).toEqual(
    kept
      .map(({ event: { at } }, index) => [index + 2, at])
      .slice(-100)
      .toReversed(),
  );

  const next = event("granted", 0);
  const [added = 0] = store.addSubjects([hmacOf(77)]);
  store.addEvents([{ subject: added, event: next }], 0);
  expect(store.subjectId(hmacOf(77))).toBe(Math.max(...subjects) + 1);
  store.eraseSubject(store.subjectId(hmacOf(77)), hmacOf(77), 1);
  store.close();

  expect(sumsIn(file)).toEqual(sumsIn(madeAnew(kept)));
});

/** A store of this version with the same events. */
function madeAnew(kept: ReturnType<typeof someEvents>): string {
  const otherFile = join(folder, "other.db");
  const other = openWriteStore(otherFile, initial);
  other.addSubjects([1, 2, GONE, 4, 5, 6].map(hmacOf));
  other.addEvents(kept, 0);
  other.transaction(() => rebuild(other, dayOf));
  other.close();
  return otherFile;
}

test.each(names.slice(EARLIER.length - 1).map((name, i) => [name, i + EARLIER.length]))(
  "a store with events that came as far as %s has the figures of a new one",
  (_, last) => {
    const kept = someEvents();
    writeEarlier(kept);
    const db = openForWriting(file);
    for (const name of names.slice(EARLIER.length, Number(last))) {
      db.exec(readFileSync(new URL(name, FILES), "utf8"));
      if (name === "0003-histories.sql") packHistories(db);
      db.prepare("INSERT INTO migration (name) VALUES (?)").run(name);
    }
    db.close();
    const store = openWriteStore(file, initial);
    store.transaction(() => refold(store, dayOf));
    store.close();
    expect(sumsIn(file)).toEqual(sumsIn(madeAnew(kept)));
  },
);
