/** Subject ids → HMACs, under a key of this installation. The raw id goes no further than here. */
import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const KEY_BYTES = 32;
const HMAC_BYTES = 16;
const CACHE_SIZE = 100_000;

export type Pseudonymize = (subject: string) => Buffer;

/** Reads the key, or makes one that only this user can read. */
export function readOrMakeKey(file: string): Buffer {
  if (!existsSync(file)) writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flag: "wx" });
  const key = readFileSync(file);
  if (key.length !== KEY_BYTES) throw new Error(`${file} is not a key of ${KEY_BYTES} bytes`);
  return key;
}

/** HMAC-SHA-256, its first 128 bits: among a billion subjects two meet with a chance of 1 in 10^20. */
export function pseudonymizer(key: Buffer): Pseudonymize {
  const known = new Map<string, Buffer>();
  return (subject) => {
    const cached = known.get(subject);
    if (cached !== undefined) return cached;
    const hmac = createHmac("sha256", key).update(subject, "utf8").digest().subarray(0, HMAC_BYTES);
    if (known.size >= CACHE_SIZE) known.clear();
    known.set(subject, hmac);
    return hmac;
  };
}

/** Tells a key from another without telling the key. */
export function fingerprint(key: Buffer): string {
  return createHmac("sha256", key).update("candor subject key").digest("hex").slice(0, 16);
}
