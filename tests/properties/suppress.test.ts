import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SizedGroup, suppress } from "../../server/metrics/suppress.ts";

/** A cell as an attacker meets it: hidden, or shown with its size. */
type Seen = { size: number; hidden: boolean };
/** Cells whose sum is known: from the total beside them, or from the question without `by`. */
type Line = { cells: Seen[]; total?: Seen };
type Answer = { k: number; rows: SizedGroup[]; additiveOverTime: boolean };

const size = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 200 }) },
);
const name = fc.constantFrom("a", "b", "c", "d", "e");
const keys: fc.Arbitrary<readonly (readonly string[])[]> = fc.oneof(
  fc.constant([[]]),
  fc.uniqueArray(fc.tuple(name), { minLength: 1, maxLength: 5, selector: String }),
  fc.uniqueArray(fc.tuple(name, name), { minLength: 1, maxLength: 12, selector: String }),
);

const answers: fc.Arbitrary<Answer> = fc
  .record({
    k: fc.integer({ min: 1, max: 25 }),
    keys,
    bucketCount: fc.integer({ min: 1, max: 5 }),
    additiveOverTime: fc.boolean(),
  })
  .chain(({ k, keys, bucketCount, additiveOverTime }) =>
    fc
      .array(fc.array(size, { minLength: bucketCount, maxLength: bucketCount }), {
        minLength: keys.length,
        maxLength: keys.length,
      })
      .map((sizes) => ({
        k,
        additiveOverTime,
        rows: keys.map((key, index) => {
          const buckets = sizes[index] ?? [];
          // A stock's total is its last bucket, a flow's is the sum.
          const total = additiveOverTime ? sum(buckets) : (buckets.at(-1) ?? 0);
          return { key, buckets, total };
        }),
      })),
  );

function sum(sizes: number[]): number {
  return sizes.reduce((all, one) => all + one, 0);
}

function seenRows(answer: Answer) {
  const hidden = suppress(answer);
  return answer.rows.map((row, index) => ({
    key: row.key,
    buckets: row.buckets.map((size, bucket) => ({
      size,
      hidden: hidden[index]?.buckets[bucket] === true,
    })),
    total: { size: row.total, hidden: hidden[index]?.total === true },
  }));
}

function linesOf(answer: Answer): { groups: Line[]; times: Line[] } {
  const rows = seenRows(answer);
  const dimensions = rows.some(({ key }) => key.length === 2) ? [0, 1] : [2];
  const sides = dimensions.flatMap((dimension) => [
    ...Map.groupBy(rows, ({ key }) => key[dimension]).values(),
  ]);
  const columns = rows[0]?.buckets.map((_, index) => index) ?? [];
  return {
    groups: sides.flatMap((side) => [
      ...columns.map((index) => ({ cells: side.flatMap(({ buckets }) => buckets[index] ?? []) })),
      { cells: side.map(({ total }) => total) },
    ]),
    times: answer.additiveOverTime
      ? rows.map(({ buckets, total }) => ({ cells: buckets, total }))
      : [],
  };
}

const cellsOf = ({ cells, total }: Line) => (total ? [...cells, total] : cells);
const hiddenOf = (line: Line) => cellsOf(line).filter(({ hidden }) => hidden);
const isAllHidden = (line: Line) => cellsOf(line).every(({ size, hidden }) => hidden || size === 0);

/** What the line's sum less everything shown gives away: a lone hidden cell. */
const derivable = (line: Line) => (hiddenOf(line).length === 1 ? hiddenOf(line) : []);

describe("nothing hidden can be had by subtraction", () => {
  it("not from a group's total and its other buckets", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        expect(linesOf(answer).times.flatMap(derivable)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("not from the other groups in a bucket or total, but for a group alone with data", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const { groups } = linesOf(answer);
        const found = groups.filter((line) => !isAllHidden(line)).flatMap(derivable);
        expect(found).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("not as a sum of fewer than k, unless a line's every cell with data is hidden", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const { groups, times } = linesOf(answer);
        for (const line of [...groups, ...times]) {
          const hidden = hiddenOf(line);
          if (hidden.length === 0 || isAllHidden(line)) continue;
          expect(sum(hidden.map((cell) => cell.size))).toBeGreaterThanOrEqual(answer.k);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what is hidden", () => {
  it("has every small cell in it, and no empty one", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        for (const { buckets, total } of seenRows(answer)) {
          for (const cell of [...buckets, total]) {
            if (cell.size === 0) expect(cell.hidden).toBe(false);
            else if (cell.size < answer.k) expect(cell.hidden).toBe(true);
          }
        }
      }),
    );
  });

  it("is nothing where no cell is small, and with k = 1", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const big = answer.rows.map(({ key, buckets, total }) => ({
          key,
          buckets: buckets.map((size) => size * answer.k),
          total: total * answer.k,
        }));
        for (const calm of [
          { ...answer, rows: big },
          { ...answer, k: 1 },
        ]) {
          for (const { buckets, total } of suppress(calm))
            expect([...buckets, total]).not.toContain(true);
        }
      }),
    );
  });

  it("goes along only beside another hidden cell", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const { groups, times } = linesOf(answer);
        const lines = [...groups, ...times];
        for (const cell of lines.flatMap(hiddenOf).filter(({ size }) => size >= answer.k)) {
          const beside = lines.filter((line) => cellsOf(line).includes(cell));
          expect(beside.some((line) => hiddenOf(line).length >= 2)).toBe(true);
        }
      }),
    );
  });

  it("does not depend on the order of the rows", () => {
    const shuffled = answers.chain((answer) =>
      fc.tuple(
        fc.constant(answer),
        fc.shuffledSubarray(answer.rows, { minLength: answer.rows.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([answer, rows]) => {
        const straight = new Map(suppress(answer).map((hidden, at) => [answer.rows[at], hidden]));
        const other = suppress({ ...answer, rows });
        expect(other).toEqual(rows.map((row) => straight.get(row)));
      }),
    );
  });

  it("stays the same with empty groups and buckets beside it", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        fc.pre(answer.rows.every(({ key }) => key.length > 0));
        const wider = answer.rows.map((row) => ({ ...row, buckets: [0, ...row.buckets] }));
        const empty = { key: answer.rows[0]?.key.map(() => "z") ?? [], total: 0 };
        const buckets = wider[0]?.buckets.map(() => 0) ?? [];
        const rows = [...wider, { ...empty, buckets }];
        const hidden = suppress({ ...answer, rows }).slice(0, -1);
        expect(hidden.map((row) => ({ ...row, buckets: row.buckets.slice(1) }))).toEqual(
          suppress(answer),
        );
      }),
    );
  });
});
