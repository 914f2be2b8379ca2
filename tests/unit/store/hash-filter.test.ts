// What a filter says of hashes that were added, and of those that were not.
import { expect, test } from "vitest";
import { HashFilter } from "../../../server/store/sqlite/hash-filter.ts";
import { hashId } from "../../../server/store/sqlite/seen.ts";

const hashes = (prefix: string, n: number) =>
  Array.from({ length: n }, (_, i) => hashId(`${prefix}-${i}`));

test("what was added may be there, the least and the largest hash too", () => {
  const filter = new HashFilter();
  const added = [...hashes("in", 20_000), 0, 2 ** 44 - 1];
  for (const hash of added) filter.add(hash);
  expect(added.every((hash) => filter.mayHold(hash))).toBe(true);
});

test("of what was not, as few may be as two bits of 2^27 each let one expect", () => {
  const filter = new HashFilter();
  expect(hashes("out", 1000).some((hash) => filter.mayHold(hash))).toBe(false);
  const n = 400_000;
  for (const hash of hashes("in", n)) filter.add(hash);
  const wrong = hashes("out", n).filter((hash) => filter.mayHold(hash)).length;
  // Some 14 by chance: three times as many are out of the question, but for hashes that are badly told apart.
  expect(wrong).toBeLessThan(3 * n * (1 - Math.exp((-2 * n) / 2 ** 27)) ** 2);
});
