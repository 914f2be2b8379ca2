// Whole numbers drawn from distributions that are known.
import type { Random } from "../../seed/random.ts";

export type Counted = (random: Random) => number;

/** Draws 0, 1, 2 … with chances in proportion to these weights. */
export function countWith(weights: readonly number[]): Counted {
  let total = 0;
  const upTo = weights.map((weight) => {
    total += weight;
    return total;
  });
  return (random) => {
    const at = random.next() * total;
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** From logarithms of ratios of neighbours, so that nothing overflows on the way. */
function countFrom(most: number, logRatio: (k: number) => number): Counted {
  const logs = [0];
  for (let k = 0; k < most; k += 1) logs.push((logs[k] ?? 0) + logRatio(k));
  const largest = logs.reduce((a, b) => Math.max(a, b));
  return countWith(logs.map((log) => Math.exp(log - largest)));
}

export function binomial(n: number, p: number): Counted {
  return countFrom(n, (k) => Math.log(((n - k) / (k + 1)) * (p / (1 - p))));
}

export function poisson(mean: number): Counted {
  return countFrom(Math.ceil(mean + 12 * Math.sqrt(mean) + 30), (k) => Math.log(mean / (k + 1)));
}
