/** Side by side: every contestant in turn, round by round, so that what else the machine does falls on all of them. */

const BUDGET_MS = 30_000;
/** So long each contestant is asked before, as a server is that has run for a while: interpreters get faster, files are cached. */
const WARM_UP_MS = 1000;
/** A turn lasts so long at least: what takes less is measured by its own work, not by what the seconds of the others left in the processor. */
const TURN_MS = 200;

/** Median ms of each contestant; those that take long get fewer rounds. Each is asked once before, and again for `warmUpMs`. */
export async function interleaved<Name extends string>(
  contestants: Record<Name, () => unknown>,
  rounds: number,
  { warmUpMs, turnMs } = rounds > 1
    ? { warmUpMs: WARM_UP_MS, turnMs: TURN_MS }
    : { warmUpMs: 0, turnMs: 0 },
): Promise<Record<Name, number>> {
  const names = Object.keys(contestants) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (const name of names) {
    const start = performance.now();
    do await contestants[name]();
    while (performance.now() - start < warmUpMs);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const own = times.get(name) ?? [];
      const spent = own.reduce((sum, ms) => sum + ms, 0);
      if (spent > BUDGET_MS) continue;
      const turn = performance.now();
      do {
        const start = performance.now();
        await contestants[name]();
        own.push(performance.now() - start);
      } while (performance.now() - turn < turnMs);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The lower of two middle ones. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
