/** Side by side: every contestant in turn, round by round, so that what else the machine does falls on all of them. */

const BUDGET_MS = 30_000;

/** Median ms of each contestant; those that take long get fewer rounds. The first round, not counted, warms up. */
export async function interleaved<Name extends string>(
  contestants: Record<Name, () => unknown>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(contestants) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const own = times.get(name) ?? [];
      const spent = own.reduce((sum, ms) => sum + ms, 0);
      if (round > 1 && spent > BUDGET_MS) continue;
      const start = performance.now();
      await contestants[name]();
      if (round > 0) own.push(performance.now() - start);
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
