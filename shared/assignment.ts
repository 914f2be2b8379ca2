/**
 * Which variant a unit (a person's or a device's id) is shown. The same everywhere and at any time, without being stored:
 * this file depends on nothing, so that a client can take it as it is.
 *
 * Formula: h = MurmurHash3 (x86, 32 bit, seed 0) of the UTF-8 bytes of `experiment`, a slash and `unit`; the variant is the
 *   first, in their order, whose shares and those before it exceed h / 2³² of all shares.
 * The experiment's name is the salt: who is in one variant of one test is in any variant of the next.
 * Shares are weights above 0. A change of order or shares moves people: neither may change while a test runs.
 * Source: Appleby 2011, MurmurHash3, public domain; checked with its published vectors.
 */

export function assignedVariant<Arm extends { readonly share: number }>(
  experiment: string,
  unit: string,
  arms: readonly Arm[],
): Arm | undefined {
  const all = arms.reduce((sum, { share }) => sum + share, 0);
  const place = (murmur3(new TextEncoder().encode(`${experiment}/${unit}`)) / 2 ** 32) * all;
  let end = 0;
  for (const arm of arms) {
    end += arm.share;
    if (place < end) return arm;
  }
  return arms.at(-1);
}

/** A whole number from 0 to 2³² − 1. */
export function murmur3(bytes: Uint8Array, seed = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  let hash = seed;
  for (let at = 0; at < whole; at += 4) {
    hash = Math.imul(rotate(hash ^ scrambled(view.getUint32(at, true)), 13), 5) + 0xe6546b64;
  }
  let rest = 0;
  for (let at = bytes.length - 1; at >= whole; at -= 1) rest = (rest << 8) | view.getUint8(at);
  hash ^= scrambled(rest) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function scrambled(block: number): number {
  return Math.imul(rotate(Math.imul(block, 0xcc9e2d51), 15), 0x1b873593);
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
