/** Subject ids → HMACs, under a key of this installation. The raw id goes no further than here. */
import { createHmac, createSecretKey, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const KEY_BYTES = 32;
const HMAC_BYTES = 16;
const CACHE_SIZE = 10_000;
/** A database without subjects. */
const LOCK = "lock.db";

export type Pseudonymize = (subject: string) => Buffer;

/**
 * Reads the key, or makes one that only this user can read: in a folder without a database, since the subjects of one that
 * is there are known under a key that is lost then. To be called before a database is made.
 */
export function readOrMakeKey(file: string): Buffer {
  if (!existsSync(file)) makeKey(file);
  const key = readFileSync(file);
  if (key.length === KEY_BYTES) return key;
  throw new Error(
    `${file} is not a key of ${KEY_BYTES} bytes: put back the key that belongs to the databases beside it.`,
  );
}

function makeKey(file: string): void {
  const folder = dirname(file);
  const database = readdirSync(folder).find((name) => name.endsWith(".db") && name !== LOCK);
  if (database !== undefined) {
    throw new Error(
      `${file} is missing, without which nobody in ${database} is known again: put the key back, or set DATA_DIR to an empty folder.`,
    );
  }
  // Whole or not there at all, however the process ends.
  const draft = `${file}.draft`;
  writeFileSync(draft, randomBytes(KEY_BYTES), { mode: 0o600, flush: true });
  renameSync(draft, file);
}

/** HMAC-SHA-256, its first 128 bits: among a billion subjects two meet with a chance of 1 in 10^20. */
export function pseudonymizer(key: Buffer): Pseudonymize {
  const known = new Map<string, Buffer>();
  const secret = createSecretKey(key);
  return (subject) => {
    const cached = known.get(subject);
    if (cached !== undefined) return cached;
    // By way of a text: a digest as bytes has memory of its own, for 32 of them.
    const digest = createHmac("sha256", secret).update(subject, "utf8").digest("binary");
    const hmac = Buffer.from(digest.slice(0, HMAC_BYTES), "latin1");
    if (known.size >= CACHE_SIZE) known.clear();
    known.set(subject, hmac);
    return hmac;
  };
}

/** Tells a key from another without telling the key. */
export function fingerprint(key: Buffer): string {
  return createHmac("sha256", key).update("candor subject key").digest("hex").slice(0, 16);
}
