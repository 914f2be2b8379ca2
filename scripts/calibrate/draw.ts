// Whole numbers of known distributions at any size, fast enough for thousands of worlds a minute.
import type { Random } from "../../seed/random.ts";

/** Below this mean by summing up chances one by one, above it by rejection or rounding. */
const SMALL = 12;

/**
 * How many of n say yes, each with chance p.
 * Source: Hörmann 1993, J. Stat. Comput. Simul. 46:101 (transformed rejection, BTRS); exact, as is the sum below it.
 */
export function binomial(random: Random, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomial(random, n, 1 - p);
  return n * p < SMALL ? bySumming(random, n, p) : byRejection(random, n, p);
}

function bySumming(random: Random, n: number, p: number): number {
  const odds = p / (1 - p);
  let chance = (1 - p) ** n;
  let at = random.next();
  let k = 0;
  while (at > chance && k < n) {
    at -= chance;
    k += 1;
    chance *= (odds * (n - k + 1)) / k;
  }
  return k;
}

function byRejection(random: Random, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const inner = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logOdds = Math.log(p / (1 - p));
  const mode = Math.floor((n + 1) * p);
  const atMode = logFactorial(mode) + logFactorial(n - mode);
  for (;;) {
    const u = random.next() - 0.5;
    const v = random.next();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (k < 0 || k > n) continue;
    if (us >= 0.07 && v <= inner) return k;
    const height = Math.log((v * alpha) / (a / (us * us) + b));
    if (height <= atMode - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds) return k;
  }
}

/** Stirling's series; to 1e-7 from 2 on. */
function logFactorial(k: number): number {
  if (k < 2) return 0;
  const x = k + 1;
  const tail = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5);
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + tail;
}

/** How many arrive where so many are expected; a rounded normal where they are many. */
export function poisson(random: Random, mean: number): number {
  if (mean >= SMALL) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  let chance = Math.exp(-mean);
  let at = random.next();
  let k = 0;
  while (at > chance && k < 100) {
    at -= chance;
    k += 1;
    chance *= mean / k;
  }
  return k;
}
