// Kills who writes while the log is copied beside it, many times over: what was kept is there whole.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Random } from "../../../seed/random.ts";
import { openForWriting } from "../../../server/store/sqlite/open.ts";

const KILLS = 10;
const SCRIPT = fileURLToPath(new URL("../../support/copying-process.ts", import.meta.url));
const random = new Random(3, 0);
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Kills it some moments after pages were copied, and gives the last batch that it said was kept. */
async function keptBeforeItsEnd(child: ChildProcess, afterMs: number): Promise<number> {
  let text = "";
  let isEnding = false;
  child.stdout?.on("data", (part) => {
    text += part;
    if (isEnding || !text.includes("some copied")) return;
    isEnding = true;
    setTimeout(() => child.kill("SIGKILL"), afterMs);
  });
  const signal = await new Promise((resolve) => child.once("close", (_, by) => resolve(by)));
  expect(signal).toBe("SIGKILL");
  return Number(/(\d+) kept, .*\n$/.exec(text)?.[1]);
}

test("what was kept outlives an end amid copying", async () => {
  const file = join(folder, "candor.db");
  let before = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = spawn(process.execPath, [SCRIPT, file], { stdio: ["ignore", "pipe", "inherit"] });
    const kept = await keptBeforeItsEnd(child, random.between(0, 100));
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
}, 60_000);
