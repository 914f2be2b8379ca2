// A database of an earlier version of Candor: what its fold did not yet make is made at the first start.
import { rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verify } from "../../server/jobs/verify.ts";
import { openStore } from "../../server/store/sqlite/reader.ts";
import { startWriter, type Writer } from "../../server/writer/writer.ts";
import { freshFolder } from "../support/api-process.ts";
import { event } from "../support/api-records.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = freshFolder();
  file = join(folder, "candor.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (): Promise<Writer> =>
  startWriter({
    file,
    keyFile: join(folder, "subject.key"),
    initial: { k: 10, reportingZone: "Europe/Berlin" },
  });

/** Starts, and has two answers of one person written. */
async function withTwoAnswers(): Promise<void> {
  const writer = await start();
  const answers = ["2026-02-10T09:00:00Z", "2026-03-10T09:00:00Z"].map((at) =>
    event("survey_answered", { at, subject: "somebody" }),
  );
  const body = new TextEncoder().encode(answers.map((one) => JSON.stringify(one)).join("\n"));
  await writer.send("events", { body, format: "ndjson", now: Date.UTC(2026, 2, 31) });
  await writer.close();
}

function inDatabase(sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

function look() {
  const store = openStore(file);
  const { differences } = verify(store);
  const version = store.snapshot((snapshot) => snapshot.dataVersion());
  const query = { by: [], filters: {}, from: 0, to: 99_999 };
  const pairs = store.snapshot((one) => one.sums({ kind: "answer_pair", ...query }));
  store.close();
  return { differing: differences.count, version, pairs: pairs.length };
}

/** Two events seen, two answers, and their pair. */
const FACTS = 5;
const WITHOUT_SUMS = "DELETE FROM fact_tail;";

test.each([
  ["older than versions of the fold", "DELETE FROM meta WHERE name = 'fold_version'"],
  ["of another version", "UPDATE meta SET value = '1' WHERE name = 'fold_version'"],
])(
  "sums of a store %s are written anew at the start, and known as another state",
  async (_, sql) => {
    await withTwoAnswers();
    expect(look()).toEqual({ differing: 0, version: 1, pairs: 1 });
    inDatabase(WITHOUT_SUMS);
    inDatabase(sql);
    expect(look()).toEqual({ differing: FACTS, version: 1, pairs: 0 });
    await (await start()).close();
    expect(look()).toEqual({ differing: 0, version: 2, pairs: 1 });
  },
);

test("sums of this version are left as they are", async () => {
  await withTwoAnswers();
  inDatabase(WITHOUT_SUMS);
  await (await start()).close();
  expect(look()).toMatchObject({ differing: FACTS, version: 1 });
});
