// Requests that wait are carried out together: what fails among them, and what it takes with it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { IntakeAnswer } from "#shared/contract/event.ts";
import { verify } from "../../../server/jobs/verify.ts";
import { openStore } from "../../../server/store/sqlite/reader.ts";
import { startWriter, type Writer } from "../../../server/writer/writer.ts";
import { event } from "../../support/api-records.ts";

const NOW = Date.UTC(2026, 2, 31);
let folder = "";
let writer: Writer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "candor-"));
  const [file, keyFile] = [join(folder, "candor.db"), join(folder, "subject.key")];
  writer = await startWriter({ file, keyFile, initial: { k: 1, reportingZone: "UTC" } });
});
afterEach(async () => {
  await writer.close();
  rmSync(folder, { recursive: true });
});

function send(text: string, now = NOW): Promise<IntakeAnswer> {
  return writer.send("events", { body: new TextEncoder().encode(text), format: "ndjson", now });
}

const granted = (n: number, subject: string): string =>
  Array.from({ length: n }, (_, i) =>
    JSON.stringify(
      event("granted", { id: `${subject}-${i}`, at: "2026-03-01T10:00:00Z", subject }),
    ),
  ).join("\n");

function look() {
  const store = openStore(join(folder, "candor.db"));
  const { events, subjects } = store.snapshot((snapshot) => snapshot.intakeTotals());
  const { differences } = verify(store);
  store.close();
  return { events, subjects, differing: differences.count };
}

test("one that fails midway takes nothing of the others with it, and leaves nothing of itself", async () => {
  // While the first is carried out, the others come to wait: they share a transaction.
  const first = send(granted(2000, "first"));
  const before = send(granted(3, "before"));
  const failing = send(granted(4, "failing"), Number.NaN).then(
    () => null,
    (error) => error.code,
  );
  const after = send(granted(5, "after"));
  expect(await first).toMatchObject({ accepted: 2000 });
  expect(await before).toMatchObject({ accepted: 3, duplicates: 0 });
  expect(await failing).toBe("internal_error");
  expect(await after).toMatchObject({ accepted: 5, duplicates: 0 });
  expect(look()).toEqual({ events: 2008, subjects: 3, differing: 0 });
  expect(await send(granted(4, "failing"))).toMatchObject({ accepted: 4, duplicates: 0 });
  expect(look()).toEqual({ events: 2012, subjects: 4, differing: 0 });
});

test("one whose body cannot be read is refused by itself", async () => {
  const first = send(granted(2000, "first"));
  const unreadable = send("not JSON").then(
    () => null,
    (error) => error.code,
  );
  const after = send(granted(5, "after"));
  expect(await first).toMatchObject({ accepted: 2000 });
  expect(await unreadable).toBe("invalid_json");
  expect(await after).toMatchObject({ accepted: 5 });
  expect(look()).toEqual({ events: 2005, subjects: 2, differing: 0 });
});
