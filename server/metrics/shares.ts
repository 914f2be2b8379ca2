/** Shares of facts that belong to a day: count / n with its Wilson interval. */
import type { CountNumber } from "#shared/contract/count.ts";
import { wilson } from "../stats/wilson.ts";
import {
  type CountRow,
  type FactNeed,
  type FactRow,
  type Family,
  noData,
  type Question,
  readable,
  type Tally,
} from "./family.ts";
import { type Entry, spreadAny, tallyFlows } from "./flows.ts";

/** Days that an exposure or a spell must have been seen for, its own and the as-of day left out. */
const OUTCOME_WAIT = 8;
const ATTEMPT_WAIT = 2;
/** A withdrawal is early within this many days of the grant. */
const EARLY_DAYS = 7;

interface Share {
  /** Days between a fact and the as-of day before it counts. */
  wait: number;
  kind: FactNeed["kind"];
  /** The outcomes that make the numerator. */
  outcomes: readonly string[];
  counts: {
    having: readonly CountNumber[];
    of: (row: CountRow) => [n: number, count: number];
  } | null;
}

const number = (row: CountRow, name: CountNumber): number => row.numbers[name] ?? 0;

export const optInRate = shareOf({
  wait: 0,
  kind: "decision",
  outcomes: ["granted"],
  counts: {
    having: ["granted", "declined"],
    of: (row) => [number(row, "granted") + number(row, "declined"), number(row, "granted")],
  },
});

export const optInYield = shareOf({
  wait: OUTCOME_WAIT,
  kind: "exposure",
  outcomes: ["granted"],
  counts: {
    having: ["shown", "granted", "declined"],
    of: (row) => [number(row, "shown"), number(row, "granted")],
  },
});

export const noChoiceRate = shareOf({
  wait: OUTCOME_WAIT,
  kind: "exposure",
  outcomes: ["dismissed", "none"],
  counts: {
    having: ["shown", "granted", "declined"],
    of: (row) => [
      number(row, "shown"),
      number(row, "shown") - number(row, "granted") - number(row, "declined"),
    ],
  },
});

export const optOutCompletion = shareOf({
  wait: ATTEMPT_WAIT,
  kind: "attempt",
  outcomes: ["finished"],
  counts: null,
});

function shareOf({ wait, kind, outcomes, counts }: Share): Family {
  return {
    additive: true,
    needs(question) {
      const range = readable(question, wait);
      const need: FactNeed = {
        kind,
        numerator: true,
        fields: ["outcome"],
        perBucket: true,
        ...range,
      };
      return { facts: [need], counts: counts && { having: counts.having, ...range } };
    },
    tally(sums, buckets) {
      const facts = (sums.facts[0] ?? []).map((row) => entryOf(row, outcomes));
      const records = sums.counts.map((row): Entry => {
        const [n, count] = counts?.of(row) ?? [0, 0];
        return { group: row.group, day: row.day, sums: [n, count], size: n, key: row.key };
      });
      return tallyFlows([...facts, ...records], buckets, 2);
    },
    figure: shareFigure,
  };
}

function entryOf({ group, fields, day, n }: FactRow, outcomes: readonly string[]): Entry {
  const count = outcomes.includes(fields[0] ?? "") ? n : 0;
  return { group, day, sums: [n, count], size: n };
}

/** Of the spells granted, those closed within a week; the reason of a closing splits the numerator only. */
export const earlyWithdrawalRate: Family = {
  additive: true,
  needs(question) {
    const range = readable(question, OUTCOME_WAIT);
    return {
      facts: [
        { kind: "spell", numerator: false, perBucket: true, ...range },
        {
          kind: "spell",
          numerator: true,
          withX: true,
          belowX: EARLY_DAYS + 1,
          perBucket: true,
          ...range,
        },
      ],
      counts: null,
    };
  },
  tally(sums, buckets) {
    const [granted = [], closed = []] = sums.facts;
    const entries = granted.map(
      ({ group, day, n }): Entry => ({ group, day, sums: [n, 0], size: n }),
    );
    for (const { group, day, x, n } of closed) {
      // Those still open have none.
      if (x >= 0) entries.push({ group, day, sums: [0, n], size: 0 });
    }
    return spreadAny(tallyFlows(entries, buckets, 2));
  },
  figure: shareFigure,
};

export function shareFigure(tally: Tally, { confidence }: Question) {
  const [n = 0, count = 0] = tally.sums;
  if (n === 0) return { ...noData, count };
  const { estimate, low, high } = wilson(count, n, confidence);
  return { n, count, value: estimate, low, high };
}
