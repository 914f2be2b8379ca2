// Whatever is asked, and however facts lie in chunks and tail: the sums are those of going through all facts one by one.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { factsSource } from "../../../server/examples/facts-source.ts";
import {
  type FactKind,
  type Facts,
  leastWithGap,
  OPEN,
  pairNumber,
  sinkInto,
} from "../../../server/fold/facts.ts";
import { openStore } from "../../../server/store/sqlite/reader.ts";
import { openWriteStore } from "../../../server/store/sqlite/writer.ts";
import type { SumQuery, SumRow } from "../../../server/store/store.ts";

const FROM = 20_000;
const DAYS = 120;
const kinds: FactKind[] = [
  "spell",
  "closed",
  "exposure",
  "answer",
  "answer_pair",
  "grant_time",
  "seen",
];
const channels = ["web", "ios", "email"];
const regions = ["DE", "FR"];
const locales = ["de-DE", "fr-FR"];
const experiments = ["none", "wording", "layout"];
const generations = ["gen_z", "boomer"] as const;
const reasons = ["no_benefit", "none"];
const plainly = new Set<string>(["outcome", "generation", "question"]);

const fact = fc.record({
  kind: fc.constantFrom(...kinds),
  day: fc.integer({ min: FROM, max: FROM + DAYS }),
  channel: fc.constantFrom(...channels),
  region: fc.constantFrom(...regions),
  locale: fc.constantFrom(...locales),
  experiment: fc.constantFrom(...experiments),
  generation: fc.constantFrom(...generations),
  reason: fc.constantFrom(...reasons),
  x: fc.integer({ min: OPEN, max: 40 }),
  n: fc.constantFrom(1, 1, 1, -1, 3),
});
type PlainFact = typeof fact extends fc.Arbitrary<infer Value> ? Value : never;

const query: fc.Arbitrary<SumQuery> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    by: fc.subarray([
      "channel",
      "region",
      "locale",
      "experiment",
      "outcome",
      "generation",
      "reason",
      "question",
    ] as const),
    generation: fc.option(fc.subarray([...generations], { minLength: 1 })),
    reason: fc.option(fc.subarray(reasons, { minLength: 1 })),
    channel: fc.option(fc.subarray([...channels, "unheard"], { minLength: 1 })),
    region: fc.option(fc.subarray(regions, { minLength: 1 })),
    locale: fc.option(fc.subarray(locales, { minLength: 1 })),
    experiment: fc.option(fc.subarray(experiments, { minLength: 1 })),
    from: fc.integer({ min: FROM - 10, max: FROM + DAYS }),
    length: fc.integer({ min: 0, max: DAYS }),
    days: fc.constantFrom("each", "whole", "whole", "earlier", "weeks", "buckets"),
    bucketWeeks: fc.constantFrom(1, 1, 2, 4),
    withX: fc.boolean(),
    belowX: fc.option(fc.integer({ min: 0, max: 30 })),
    end: fc.constantFrom("none", "endedBy", "openAfter"),
    endDay: fc.integer({ min: FROM, max: FROM + DAYS + 60 }),
    bothWithin: fc.boolean(),
    // Most questions of pages, which are answered from the fewest rows.
    isPlain: fc.boolean(),
  })
  .map(({ kind, by, channel, region, experiment, from, length, days, withX, belowX, ...more }) => {
    const { locale, generation, reason, end, endDay, bothWithin, isPlain, bucketWeeks } = more;
    const to = from + length;
    // Weeks that begin on whatever day; or buckets that begin on Mondays, but for the first.
    const step = 7 * (days === "weeks" ? 1 : bucketWeeks);
    const second = days === "weeks" ? from + 7 : mondayAfter(from);
    const others = Array.from({ length: Math.ceil(length / 7) }, (_, i) => second + step * i);
    const starts = [from, ...others.filter((start) => start <= to)];
    return {
      kind,
      by: isPlain ? by.filter((field) => plainly.has(field)) : by,
      filters: {
        ...(isPlain
          ? {}
          : {
              ...(channel && { channel }),
              ...(region && { region }),
              ...(locale && { locale }),
              ...(experiment && { experiment }),
            }),
        ...(generation && { generation }),
        ...(reason && { reason }),
      },
      from,
      to,
      withX,
      ...(days === "whole" ? { wholeRange: true } : {}),
      ...(days === "earlier" ? { withEarlier: true } : {}),
      ...(days === "weeks" || days === "buckets" ? { starts } : {}),
      ...(belowX === null || (isPlain && kind === "answer_pair") ? {} : { belowX }),
      ...(kind === "answer_pair" ? { bothWithin } : {}),
      ...(end === "none" || kind !== "spell" ? {} : { [end]: endDay }),
    };
  });

/** 1970 began on a Thursday. */
function mondayAfter(day: number): number {
  return day + 7 - ((day + 3) % 7);
}

/** `x` is only there where a kind has one: of exposures and what was seen it is 0. */
function put(facts: readonly PlainFact[], sink: ReturnType<typeof sinkInto>): void {
  for (const { kind, day, reason, x, n, ...told } of facts) {
    const dims = {
      purpose: "ads",
      notice: "n1",
      ...told,
      segment: "unknown",
      variant: "none",
    };
    const outcome = told.channel === "web" ? "granted" : "none";
    const question = x % 2 === 0 ? "understanding" : "trust";
    const details = kind.startsWith("answer") ? { outcome, question } : { outcome, reason };
    sink.take(kind, day, dims, details, xOf(kind, x), n);
  }
}

function xOf(kind: FactKind, x: number): number {
  if (kind === "spell") return x;
  if (kind === "exposure" || kind === "seen" || kind === "closed") return 0;
  const [gap, score] = [Math.abs(x), (Math.abs(x) % 5) + 1];
  return kind === "answer_pair" ? pairNumber({ gap, scores: [score, 5] }) : gap;
}

function inOrder(rows: readonly SumRow[]): string[] {
  return rows
    .filter(({ n }) => n !== 0)
    .map((row) => JSON.stringify(row))
    .toSorted();
}

/** A store of these facts is asked all of these. */
function ask(
  batches: readonly PlainFact[][],
  queries: readonly SumQuery[],
  factsForChunks: number,
): void {
  const folder = mkdtempSync(join(tmpdir(), "candor-"));
  const file = join(folder, "candor.db");
  const writer = openWriteStore(file, { k: 1, reportingZone: "UTC" }, factsForChunks);
  const reader = openStore(file);
  const facts: Facts = new Map();
  for (const batch of batches) {
    writer.transaction(() => {
      if (batch.length % 2 === 0) writer.settleFacts();
      put(batch, writer.facts);
    });
    put(batch, sinkInto(facts));
    // A reader that looks in between has to see what came since.
    reader.snapshot((snapshot) => snapshot.sums({ ...(queries[0] as SumQuery) }));
  }
  const expected = factsSource(facts);
  reader.snapshot((snapshot) => {
    for (const asked of queries) {
      expect({ asked, rows: inOrder(snapshot.sums(asked)) }).toEqual({
        asked,
        rows: inOrder(expected.sums(asked)),
      });
    }
    const all = batches.flat();
    expect(snapshot.check((sink) => put(all, sink)).differences).toEqual({
      count: 0,
      first: [],
    });
  });
  reader.close();
  writer.close();
  rmSync(folder, { recursive: true });
}

const factsForChunks = fc.constantFrom(1, 7, 30, 1000);

test("any question gets what the facts add up to", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fact, { minLength: 1, maxLength: 40 }), { maxLength: 12 }),
      fc.array(query, { minLength: 8, maxLength: 8 }),
      factsForChunks,
      ask,
    ),
    { numRuns: 60 },
  );
}, 120_000);

/** Many within a few weeks, so that some begin on any day. */
const pair = fact.map((one) => ({
  ...one,
  kind: "answer_pair" as const,
  day: FROM + ((one.day - FROM) % 60),
}));
const within = fc
  .record({
    query,
    weeks: fc.integer({ min: 0, max: 4 }),
    daysMore: fc.constantFrom(0, 0, 7, 14, 3),
    gap: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 2 }),
  })
  .map(({ query: { by, from, to }, weeks, daysMore, gap }): SumQuery => {
    const first = FROM + ((from - FROM) % 60);
    const last = first + to - from;
    const starts = [first];
    const second = mondayAfter(first) + daysMore;
    for (let next = second; weeks > 0 && next <= last; next += 7 * weeks) starts.push(next);
    return {
      kind: "answer_pair",
      by: by.filter((one) => plainly.has(one)),
      filters: {},
      from: first,
      to: last,
      ...(weeks === 0 ? { wholeRange: true } : { starts }),
      ...(gap === null ? {} : { belowX: leastWithGap(gap) }),
      withX: true,
      bothWithin: true,
    };
  });

test("of pairs of answers, exactly those within a range, or a bucket, are added up", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(pair, { minLength: 20, maxLength: 200 }), { minLength: 1, maxLength: 3 }),
      fc.array(within, { minLength: 8, maxLength: 8 }),
      factsForChunks,
      ask,
    ),
    { numRuns: 30 },
  );
}, 120_000);
