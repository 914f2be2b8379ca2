/**
 * Amounts: what facts and count records add to the denominator and the numerator of a rate. They can be added, so that
 * one rate is another plus the steps between them, to the last case.
 */
import { wilson } from "../stats/wilson.ts";
import {
  type CountRow,
  type FactNeed,
  type Family,
  noData,
  type Question,
  readable,
  type Sums,
  type Tallies,
} from "./family.ts";
import { type Entry, tallyFlows } from "./flows.ts";

/** Added to n, and to count. */
export type Pair = readonly [n: number, count: number];
type FactKind = FactNeed["kind"];

export interface Amount {
  /** By kind and outcome of the facts, each. */
  facts: { readonly [Kind in FactKind]?: { readonly [outcome: string]: Pair } };
  /** Of a count record. */
  counts: (row: CountRow) => Pair;
}

const none: Pair = [0, 0];
const plus = (a: Pair, b: Pair): Pair => [a[0] + b[0], a[1] + b[1]];

export function kindsOf({ facts }: Amount): FactKind[] {
  return Object.keys(facts) as FactKind[];
}

/** The sum; what cancels out is left out, so that it is not read. */
export function addAmounts(amounts: readonly Amount[]): Amount {
  const sum = new Map<string, Map<string, Pair>>();
  for (const { facts } of amounts) {
    for (const [kind, outcomes] of Object.entries(facts)) {
      const own = sum.get(kind) ?? new Map<string, Pair>();
      sum.set(kind, own);
      for (const [outcome, pair] of Object.entries(outcomes)) {
        own.set(outcome, plus(own.get(outcome) ?? none, pair));
      }
    }
  }
  const facts = [...sum].flatMap(([kind, outcomes]) => {
    const left = [...outcomes].filter(([, [n, count]]) => n !== 0 || count !== 0);
    return left.length === 0 ? [] : [[kind, Object.fromEntries(left)]];
  });
  return {
    facts: Object.fromEntries(facts) as Amount["facts"],
    counts: (row) => amounts.reduce((pair, { counts }) => plus(pair, counts(row)), none),
  };
}

/** Facts of these kinds, told apart by outcome. */
export function needsOf(kinds: readonly FactKind[], question: Question): FactNeed[] {
  const range = readable(question);
  return kinds.map((kind) => ({
    kind,
    numerator: true,
    fields: ["outcome"],
    perBucket: true,
    ...range,
  }));
}

/** What the sums, read by `needsOf(kinds)`, come to. Size: cases in the denominator, or where there are none, above it. */
export function tallyAmount(
  { facts, counts }: Amount,
  kinds: readonly FactKind[],
  sums: Sums,
  buckets: Parameters<Family["tally"]>[1],
): Tallies {
  const ofFacts = kinds.flatMap((kind, at) =>
    (sums.facts[at] ?? []).map(({ group, fields, day, n }): Entry => {
      const [perN, perCount] = facts[kind]?.[fields[0] ?? ""] ?? none;
      return { group, day, sums: [perN * n, perCount * n], size: perN * n };
    }),
  );
  const ofRecords = sums.counts.map((row): Entry => {
    const [n, count] = counts(row);
    return { group: row.group, day: row.day, sums: [n, count], size: n, key: row.key };
  });
  const tallies = tallyFlows([...ofFacts, ...ofRecords], buckets, 2);
  for (const tally of [...tallies.values()].flat()) {
    const [n = 0, count = 0] = tally.sums;
    if (n === 0) tally.size = count;
  }
  return tallies;
}

/** A rate of this amount: count / n with its Wilson interval, and none where more was counted than it was divided by. */
export function rateOf(amount: Amount, having: readonly (keyof CountRow["numbers"])[]): Family {
  const kinds = kindsOf(amount);
  return {
    additive: true,
    needs: (question) => ({
      facts: needsOf(kinds, question),
      counts: { having, ...readable(question) },
    }),
    tally: (sums, buckets) => tallyAmount(amount, kinds, sums, buckets),
    figure({ sums }, { confidence }) {
      const [n = 0, count = 0] = sums;
      if (n === 0) return { ...noData, count };
      if (count > n) return { n, count, value: count / n, low: null, high: null };
      const { estimate, low, high } = wilson(count, n, confidence);
      return { n, count, value: estimate, low, high };
    },
  };
}
