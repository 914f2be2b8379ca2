/**
 * Subsets of a given size: all of them, or so many drawn with a fixed seed, each as ascending places 0 … of − 1.
 *
 * Formula: all in the order of the dictionary; drawn by Floyd's method, with replacement between draws, from the
 *   generator mulberry32. The same call gives the same subsets.
 * Units: places, whole numbers; 0 <= size <= of. Null: never an answer; as `draws` it asks for all.
 * Source: Bentley & Floyd 1987, Comm. ACM 30:754.
 */

const SEED = 20_260_301;

/** How many there are; Infinity where that is no exact number any more. */
export function countOf(of: number, size: number): number {
  let count = 1;
  for (let i = 1; i <= Math.min(size, of - size); i += 1) {
    count = (count * (of - i + 1)) / i;
    if (count > Number.MAX_SAFE_INTEGER) return Number.POSITIVE_INFINITY;
  }
  return Math.round(count);
}

/** `draws`: how many to draw; null gives them all. */
export function subsetsOf(of: number, size: number, draws: number | null): number[][] {
  if (draws === null) return allOf(of, size);
  const next = generator(SEED);
  return Array.from({ length: draws }, () => {
    const chosen = new Set<number>();
    for (let most = of - size; most < of; most += 1) {
      const pick = Math.floor(next() * (most + 1));
      chosen.add(chosen.has(pick) ? most : pick);
    }
    return [...chosen].toSorted((a, b) => a - b);
  });
}

function allOf(of: number, size: number): number[][] {
  const found: number[][] = [];
  const chosen: number[] = [];
  const extend = (from: number) => {
    if (chosen.length === size) {
      found.push([...chosen]);
      return;
    }
    for (let next = from; next <= of - (size - chosen.length); next += 1) {
      chosen.push(next);
      extend(next + 1);
      chosen.pop();
    }
  };
  extend(0);
  return found;
}

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
