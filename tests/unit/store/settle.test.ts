// Which facts are put into chunks at once, and which wait for more of their kind.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addFact } from "../../../server/fold/facts.ts";
import { openForReading } from "../../../server/store/sqlite/open.ts";
import { openStore } from "../../../server/store/sqlite/reader.ts";
import {
  type Projection,
  projections,
  whole,
} from "../../../server/store/sqlite/sums/projections.ts";
import { openWriteStore } from "../../../server/store/sqlite/writer.ts";
import type { WriteStore } from "../../../server/store/store.ts";

const ENOUGH = 64;
const DAY = 20_000;
const SPAN = 28;

let folder = "";
let file = "";
let store: WriteStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-"));
  file = join(folder, "candor.db");
  store = openWriteStore(file, { k: 1, reportingZone: "UTC" }, ENOUGH);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function add(facts: number, dayOf: (i: number) => number): void {
  store.transaction(() => {
    for (let i = 0; i < facts; i += 1) addFact(store.facts, "exposure", dayOf(i), null);
  });
}

function chunks(): number {
  return projections.reduce((sum, one) => sum + chunksOf(one), 0);
}

function chunksOf({ id }: Pick<Projection, "id">): number {
  const db = openForReading(file);
  const count = db
    .prepare<[number], number>("SELECT count(*) FROM fact_chunk WHERE projection = ?")
    .pluck()
    .get(id);
  db.close();
  return count ?? 0;
}

function exposures(): number {
  const reader = openStore(file);
  const query = { kind: "exposure", by: [], filters: {}, from: 0, to: 2 * DAY } as const;
  const rows = reader.snapshot((snapshot) => snapshot.sums({ ...query, wholeRange: true }));
  reader.close();
  return rows.reduce((sum, { n }) => sum + n, 0);
}

test("facts of a few weeks are put into chunks as soon as there are enough", () => {
  add(ENOUGH - 1, (i) => DAY + (i % 20));
  expect(chunks()).toBe(0);
  add(1, () => DAY);
  expect(chunks()).toBeGreaterThan(0);
  expect(exposures()).toBe(ENOUGH);
});

test("facts of many weeks wait for more, but not for ever", () => {
  const scattered = (i: number) => DAY + SPAN * (i % 40);
  add(4 * ENOUGH - 1, scattered);
  expect(chunks()).toBe(0);
  expect(exposures()).toBe(4 * ENOUGH - 1);
  add(1, scattered);
  expect(chunks()).toBeGreaterThan(0);
  expect(exposures()).toBe(4 * ENOUGH);
});

test("what waits is settled when it is asked for, unless there is little of it", () => {
  const scattered = (i: number) => DAY + SPAN * (i % 40);
  add(ENOUGH - 1, scattered);
  store.transaction(() => store.settleFacts());
  expect(chunks()).toBe(0);
  add(2, scattered);
  store.transaction(() => store.settleFacts());
  expect(chunks()).toBeGreaterThan(0);
  expect(exposures()).toBe(ENOUGH + 1);
});

test("few facts after many stay apart where all of each is kept, and join them where pages read", () => {
  const widely = projections.filter(({ few, lacks }) => few !== undefined && !lacks.has("answer"));
  const about = { question: "understanding", scale: 5 };
  store.transaction(() => {
    for (let i = 0; i < ENOUGH; i += 1) addFact(store.facts, "answer", DAY, null, about, i);
  });
  expect([whole, ...widely].map(chunksOf)).toEqual([1, ...widely.map(() => 1)]);
  store.transaction(() => {
    for (let i = 0; i < ENOUGH; i += 1) addFact(store.facts, "answer", DAY, null, about, 0);
  });
  expect([whole, ...widely].map(chunksOf)).toEqual([2, ...widely.map(() => 1)]);
  expect(widely.length).toBeGreaterThan(0);
});
