import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fingerprint, pseudonymizer, readOrMakeKey } from "../../../server/ingest/pseudonym.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "candor-key-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the key", () => {
  test("is made once, and read from then on", () => {
    const file = join(folder, "subject.key");
    const key = readOrMakeKey(file);
    expect(key).toHaveLength(32);
    expect(readOrMakeKey(file)).toEqual(key);
    expect(readdirSync(folder)).toEqual(["subject.key"]);
  });

  test("is not made beside a database, but beside the lock of a first start", () => {
    writeFileSync(join(folder, "lock.db"), "");
    expect(readOrMakeKey(join(folder, "one.key"))).toHaveLength(32);
    writeFileSync(join(folder, "candor.db"), "");
    expect(() => readOrMakeKey(join(folder, "two.key"))).toThrow("two.key is missing");
  });

  test("is told from another by its fingerprint, which does not tell it", () => {
    const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    expect(fingerprint(one)).not.toBe(fingerprint(other));
    expect(fingerprint(one)).toMatch(/^[0-9a-f]{16}$/);
  });
});

test("a subject has one pseudonym under one key, HMAC-SHA-256 cut to 128 bits", () => {
  // RFC 4231, case 2, whose key is shorter.
  const pseudonymize = pseudonymizer(Buffer.from("Jefe"));
  const expected = "5bdcc146bf60754e6a042426089575c7";
  expect(pseudonymize("what do ya want for nothing?").toString("hex")).toBe(expected);
  expect(pseudonymize("what do ya want for nothing?").toString("hex")).toBe(expected);
});
