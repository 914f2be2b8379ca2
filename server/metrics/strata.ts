/** Tallies of groups whose last dimensions are those of a population's strata. */
import { ANY, groupKey, groupValues, type Sums, type Tallies, type Tally } from "./family.ts";

/** Of each group, the row of each stratum by its key. */
export type ByStratum = Map<string, Map<string, Tally[]>>;

export function byStratum(tallies: Tallies, depth: number): ByStratum {
  const groups: ByStratum = new Map();
  for (const [key, row] of tallies) {
    const values = groupValues(key);
    const group = groupKey(values.slice(0, -depth));
    const rows = groups.get(group) ?? new Map<string, Tally[]>();
    groups.set(group, rows.set(groupKey(values.slice(-depth)), row));
  }
  return groups;
}

/**
 * Where only the numerator has a dimension, a stratum without a fact in a group's numerator would be lost to the group,
 * though its denominator is that of all: it gets a fact of nothing there. `tallies` are those of the same sums.
 */
export function withEveryStratum(sums: Sums, tallies: Tallies, depth: number): Sums {
  const isShared = (group: readonly string[]) => group.slice(0, -depth).includes(ANY);
  const shared = sums.facts.flat().filter(({ group }) => isShared(group));
  if (shared.length === 0) return sums;
  const strata = new Map(
    shared.map(({ group, day }) => {
      const values = group.slice(-depth);
      return [groupKey(values), { values, day }] as const;
    }),
  );
  const groups = new Set(
    [...tallies.keys()].map((key) => groupKey(groupValues(key).slice(0, -depth))),
  );
  const nothing = [...groups].flatMap((group) =>
    [...strata.values()].map(({ values, day }) => ({
      group: [...groupValues(group), ...values],
      fields: [],
      day,
      x: 0,
      n: 0,
    })),
  );
  const facts = sums.facts.map((rows) =>
    rows.some(({ group }) => !isShared(group)) ? [...rows, ...nothing] : rows,
  );
  return { ...sums, facts };
}
