// Kills who writes while the log is copied beside it, many times over: what was kept is there whole.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Random } from "../../../seed/random.ts";
import { openForWriting } from "../../../server/store/sqlite/open.ts";
import { freshFolder, run } from "../../support/api-process.ts";

const KILLS = 10;
const SCRIPT = "tests/support/copying-process.ts";
const PATIENCE_MS = 60_000;
const random = new Random(3, 0);
const folder = freshFolder();
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes into it, kills who does some moments after pages were copied, and gives the last batch that was said to be kept. */
async function keptBeforeTheEnd(file: string, afterMs: number): Promise<number> {
  const { child, text, ended } = run(SCRIPT, [file], {});
  child.stdout.on("data", () => {
    if (text.out.includes("some copied")) setTimeout(() => child.kill("SIGKILL"), afterMs);
  });
  const { signal, out, err } = await ended;
  expect({ signal, err }).toEqual({ signal: "SIGKILL", err: "" });
  return Number(/(\d+) kept, .*\n$/.exec(out)?.[1]);
}

test(
  "what was kept outlives an end amid copying",
  async () => {
    const file = join(folder, "candor.db");
    let before = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const kept = await keptBeforeTheEnd(file, random.between(0, 100));
      expect(kept).toBeGreaterThan(before);
      const db = openForWriting(file);
      const [first, last, things] = db
        .prepare("SELECT min(batch), max(batch), count(*) FROM thing")
        .raw()
        .get() as [number, number, number];
      expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
      db.close();
      // All of one batch: the last of which it could tell, or the one it was about to tell of.
      expect(first).toBe(last);
      expect([kept, kept + 1]).toContain(last);
      expect(things).toBe(500);
      before = kept;
    }
  },
  PATIENCE_MS,
);
