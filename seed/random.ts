/**
 * Seeded random numbers: the same seed and stream give the same numbers on every machine.
 * Generator: sfc32 (PractRand, Chris Doty-Humphrey), its state filled by splitmix32.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;
  private spare: number | undefined;

  /** `stream` numbers independent streams of one seed, so that any of them can be had alone. */
  constructor(seed: number, stream: number) {
    const mix = splitmix32(hash(hash(seed) ^ Math.imul(hash(stream), 0x9e3779b1)));
    this.a = mix();
    this.b = mix();
    this.c = mix();
    for (let round = 0; round < 8; round++) this.next();
  }

  /** Uniform in [0, 1). */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return (sum >>> 0) / 4294967296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** Uniform among the integers low … high, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** Standard normal (Box–Muller; the second of each pair is kept for the next call). */
  normal(): number {
    if (this.spare !== undefined) {
      const kept = this.spare;
      this.spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    const angle = 2 * Math.PI * this.next();
    this.spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  choose<T>(table: Weighted<T>): T {
    const target = this.next() * table.total;
    let low = 0;
    let high = table.entries.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (entryAt(table, middle).upTo > target) high = middle;
      else low = middle + 1;
    }
    return entryAt(table, low).value;
  }
}

/** A table to choose from: each value with the sum of the weights up to it. */
export type Weighted<T> = {
  readonly total: number;
  readonly entries: readonly { readonly value: T; readonly upTo: number }[];
};

export function weighted<T>(values: readonly T[], weightOf: (value: T) => number): Weighted<T> {
  let total = 0;
  const entries = values.map((value) => {
    total += weightOf(value);
    return { value, upTo: total };
  });
  return { total, entries };
}

/** The same from `{ value: weight }`. */
export function weightedKeys<K extends string>(weights: Readonly<Record<K, number>>): Weighted<K> {
  return weighted(Object.keys(weights) as K[], (key) => weights[key]);
}

/** Share of a standard normal below `z` (Abramowitz & Stegun 26.2.17, error below 1e-7). */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    0.3989422804014327 *
    Math.exp(-0.5 * z * z) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

function entryAt<T>(table: Weighted<T>, index: number): Weighted<T>["entries"][number] {
  const entry = table.entries[index];
  if (entry === undefined) throw new RangeError("nothing to choose from");
  return entry;
}

/** 32 bits out of any finite number, so that seeds past 2^32 differ too. */
function hash(value: number): number {
  const low = value | 0;
  const high = Math.floor(value / 4294967296) | 0;
  let x = low ^ Math.imul(high, 0x85ebca6b) ^ 0x5bd1e995;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}

function splitmix32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let x = state ^ (state >>> 16);
    x = Math.imul(x, 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return x ^ (x >>> 15);
  };
}
