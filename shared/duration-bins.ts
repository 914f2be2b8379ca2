/**
 * Bins for durations and steps: what a rollup keeps of them, so that medians can be had from sums.
 *
 * Formula: the bins tile the whole numbers from 0; each begins after the last one's end e and ends
 * at max(e + 1, ⌊1.024 e⌋). 0 has its own bin; up to 84 every number has. A bin stands for the
 * geometric mean of its first and last number.
 * Units: milliseconds (or steps). Range: whole numbers 0 … 86 400 000 (a day); others throw.
 * Precision: a value, and so a median, is off by at most √1.024 − 1 = 1.2 %, and a ratio of two
 * medians by at most 2.4 %.
 * Bin numbers are stored: they may never change for a value. Whole-number edges make them the same
 * on every machine.
 * Source: as DDSketch (Masson, Rim & Lee 2019, PVLDB 12:2195), with whole-number edges.
 */
const GROWTH = 1.024;
export const LARGEST_BINNED = 86_400_000;

/** lastOf[bin] is the last number in that bin; the first is one more than the last bin's. */
const lastOf = binEnds();

function binEnds(): number[] {
  const ends: number[] = [];
  for (let end = 0; end < LARGEST_BINNED; end = Math.max(end + 1, Math.floor(GROWTH * end))) {
    ends.push(end);
  }
  return [...ends, LARGEST_BINNED];
}

export function binOf(value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > LARGEST_BINNED) {
    throw new RangeError(`no bin for ${value}`);
  }
  let low = 0;
  let high = lastOf.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lastOf[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function valueOfBin(bin: number): number {
  const last = lastOf[bin];
  if (last === undefined) throw new RangeError(`no such bin: ${bin}`);
  const first = (lastOf[bin - 1] ?? -1) + 1;
  return first === last ? last : Math.sqrt(first * last);
}
