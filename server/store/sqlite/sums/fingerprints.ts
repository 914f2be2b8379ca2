/** Two numbers a place that tell its facts from others: they add up over facts in any order, and over any parts. */
import { at, type FactRows } from "./fact-rows.ts";

const SEEDS = [0x2c1b3c6d, 0x297a2d39] as const;

export class Fingerprints {
  readonly #places = new Map<string, [number, number]>();

  add(place: string, { rows, columns }: FactRows): void {
    const sums = this.#places.get(place) ?? [0, 0];
    this.#places.set(place, sums);
    const n = columns[at.n];
    for (let row = 0; row < rows; row += 1) {
      const times = n?.[row] ?? 0;
      for (const [i, seed] of SEEDS.entries()) {
        const sum = (sums[i] ?? 0) + Math.imul(times, hashOf(columns, row, seed));
        sums[i] = sum | 0;
      }
    }
  }

  /** Places where the two are not the same; of one that has none they are 0. */
  differing(other: Fingerprints): string[] {
    const places = new Set([...this.#places.keys(), ...other.#places.keys()]);
    return [...places].filter((place) => {
      const [a, b] = [this.#places.get(place) ?? [0, 0], other.#places.get(place) ?? [0, 0]];
      return a[0] !== b[0] || a[1] !== b[1];
    });
  }
}

/** Of all that a fact is, but for how often. */
function hashOf(columns: FactRows["columns"], row: number, seed: number): number {
  let hash: number = seed;
  for (let c = 0; c < columns.length; c += 1) {
    if (c === at.n) continue;
    hash = Math.imul(hash ^ (columns[c]?.[row] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return Math.imul(hash, 0x85ebca6b);
}
