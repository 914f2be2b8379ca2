// Questions that share a reading get what each would get by itself.
import fc from "fast-check";
import { expect, test } from "vitest";
import { factsSource } from "../../server/examples/facts-source.ts";
import { readTogether } from "../../server/figures/read-together.ts";
import { addFact, type Facts, pairNumber, sinkInto } from "../../server/fold/facts.ts";
import type { SumQuery, SumRow } from "../../server/store/store.ts";

const FROM = 20_000;
const DAYS = 60;
const day = fc.integer({ min: FROM, max: FROM + DAYS });

const facts = fc
  .array(
    fc.record({
      day,
      channel: fc.constantFrom("web", "ios"),
      region: fc.constantFrom("DE", "FR"),
      gap: fc.integer({ min: 0, max: 30 }),
      score: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 60 },
  )
  .map((all): Facts => {
    const found: Facts = new Map();
    for (const { day: on, channel, region, gap, score } of all) {
      const other = { segment: "s", locale: "l", experiment: "none", variant: "none" };
      const cohort = { purpose: "ads", notice: "n1", generation: "gen_z" as const };
      const dims = { ...cohort, ...other, channel, region };
      const x = pairNumber({ gap, scores: [score, 5] });
      const details = { outcome: score > 3 ? "granted" : "none" };
      addFact(sinkInto(found), "answer_pair", on, dims, details, x);
      addFact(sinkInto(found), "closed", on, dims, details, 0);
    }
    return found;
  });

/** Questions of one page, some of them alike but for outcomes and the fields that they tell apart. */
const queries = fc
  .record({
    kind: fc.constantFrom("answer_pair" as const, "closed" as const),
    from: day,
    length: fc.integer({ min: 0, max: DAYS }),
    bothWithin: fc.boolean(),
    withEarlier: fc.boolean(),
    asked: fc.array(
      fc.record({
        by: fc.subarray(["channel", "region", "outcome"] as const),
        outcome: fc.option(fc.subarray(["granted", "none"], { minLength: 1 })),
        days: fc.constantFrom("each", "whole", "weeks", "fortnights"),
        withX: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ kind, from, length, bothWithin, withEarlier, asked }) =>
    asked.map(({ by, outcome, days, withX }): SumQuery => {
      const step = days === "weeks" ? 7 : 14;
      const starts = Array.from(
        { length: Math.floor(length / step) + 1 },
        (_, i) => from + step * i,
      );
      return {
        kind,
        by,
        filters: outcome === null ? {} : { outcome },
        from,
        to: from + length,
        withX,
        bothWithin: bothWithin && kind === "answer_pair",
        withEarlier,
        ...(days === "whole" ? { wholeRange: true } : {}),
        ...(days === "weeks" || days === "fortnights" ? { starts } : {}),
      };
    }),
  );

const inOrder = (rows: readonly SumRow[]) => rows.map((row) => JSON.stringify(row)).toSorted();

test("each question gets its own answer", () => {
  fc.assert(
    fc.property(facts, queries, (found, asked) => {
      const source = factsSource(found);
      const together = readTogether(source, asked);
      for (const query of asked) {
        expect(inOrder(together.sums(query))).toEqual(inOrder(source.sums(query)));
      }
    }),
  );
});

test("what differs in the fields told apart or in outcomes only is read once", () => {
  const read: SumQuery[] = [];
  const source = factsSource(new Map());
  const counting = {
    ...source,
    sums(query: SumQuery) {
      read.push(query);
      return source.sums(query);
    },
  };
  const query = { kind: "closed", filters: {}, from: FROM, to: FROM + 13 } as const;
  const all: SumQuery = { ...query, by: [] };
  const byRegion: SumQuery = { ...query, by: ["region"] };
  const byWeek: SumQuery = { ...query, by: [], starts: [FROM, FROM + 7] };
  const asked = [all, byRegion, byWeek];
  const together = readTogether(counting, asked);
  for (const one of asked) together.sums(one);
  expect(read).toEqual([byRegion, byWeek]);
  read.length = 0;
  const granted: SumQuery = { ...query, by: ["region"], filters: { outcome: ["granted"] } };
  const both = readTogether(counting, [byRegion, granted]);
  for (const one of [byRegion, granted]) both.sums(one);
  expect(read).toEqual([{ ...query, by: ["region", "outcome"] }]);
});
