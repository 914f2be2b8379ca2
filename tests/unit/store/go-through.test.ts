// Rows of a filter are looked up in each day's run of them: as if all had been gone through.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Column, columnOf } from "../../../server/store/sqlite/sums/column.ts";
import type { ColumnName } from "../../../server/store/sqlite/sums/fact-rows.ts";
import {
  addPart,
  type EndTest,
  type Part,
  type Step,
} from "../../../server/store/sqlite/sums/go-through.ts";
import { groupSums } from "../../../server/store/sqlite/sums/group-sums.ts";

const VALUES = 6;
const DAYS = 4;
const rowsOf = fc
  .array(
    fc.record({
      day: fc.nat(DAYS - 1),
      purpose: fc.nat(VALUES - 1),
      n: fc.integer({ min: 1, max: 3 }),
    }),
    {
      minLength: 100,
      maxLength: 300,
    },
  )
  .map((rows) => rows.toSorted((a, b) => a.day - b.day || a.purpose - b.purpose));
type Rows = typeof rowsOf extends fc.Arbitrary<infer Value> ? Value : never;

function columnsOf(rows: Rows): (name: ColumnName) => Column {
  const columns = new Map<string, Column>(
    (["day", "purpose", "n"] as const).map((name) => [
      name,
      columnOf(Int32Array.from(rows, (row) => row[name])),
    ]),
  );
  return (name) => columns.get(name === "x" ? "purpose" : name) ?? columnOf(new Int32Array(1));
}

function stepOf(column: Column, weight: number, placeOf: (value: number) => number): Step {
  const places = column.values.map(placeOf);
  const least = places.findIndex((place) => place >= 0);
  const most = places.findLastIndex((place) => place >= 0);
  return { column, places, least, most, weight };
}

/** By day. */
function sumsOf(part: Part, steps: readonly Step[], test: EndTest | null): Map<number, number> {
  const sums = groupSums(DAYS);
  addPart(part, steps, test, sums);
  const found = new Map<number, number>();
  sums.each((day, n) => found.set(day, n));
  return found;
}

function expectedOf(rows: Rows, isMeant: (row: Rows[number]) => boolean): Map<number, number> {
  const expected = new Map<number, number>();
  for (const row of rows.filter(isMeant))
    expected.set(row.day, (expected.get(row.day) ?? 0) + row.n);
  return expected;
}

test("a filter on what days are sorted by takes the rows that it means", () => {
  const wanted = fc.uniqueArray(fc.nat(VALUES - 1), { minLength: 1 });
  fc.assert(
    fc.property(rowsOf, wanted, fc.nat(DAYS - 1), (rows, purposes, firstDay) => {
      const column = columnsOf(rows);
      const dayOf = (day: number): number => (day < firstDay ? -1 : day);
      const isMeant = (purpose: number): boolean => purposes.includes(purpose);
      const steps = [
        stepOf(column("day"), 1, dayOf),
        stepOf(column("purpose"), 0, (purpose) => (isMeant(purpose) ? 0 : -1)),
      ];
      fc.pre(steps.every(({ least }) => least >= 0));
      const order = ["day", "purpose"] as const;
      const part = { rows: rows.length, order, column, labelOf: dayOf, testsEnds: false };
      const expected = expectedOf(rows, ({ day, purpose }) => day >= firstDay && isMeant(purpose));
      expect(sumsOf(part, steps, null)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test("bounds that differ from day to day take the rows between them, sorted by x or not", () => {
  const bounds = fc.array(fc.tuple(fc.nat(VALUES), fc.nat(VALUES)), {
    minLength: DAYS,
    maxLength: DAYS,
  });
  fc.assert(
    fc.property(rowsOf, bounds, fc.boolean(), (rows, byDay, isSorted) => {
      const column = columnsOf(rows);
      const [day, x] = [column("day"), column("x")];
      const least = day.values.map((one) => byDay[one]?.[0] ?? 0);
      const below = day.values.map((one) => byDay[one]?.[1] ?? 0);
      const isAnywhere = (value: number): boolean =>
        value >= Math.min(...least) && value < Math.max(...below);
      const steps = [
        stepOf(day, 1, (one) => one),
        stepOf(x, 0, (value) => (isAnywhere(value) ? 0 : -1)),
      ];
      fc.pre(steps.every((step) => step.least >= 0));
      const order: readonly ColumnName[] = isSorted ? ["day", "x"] : [];
      const part = {
        rows: rows.length,
        order,
        column,
        labelOf: (one: number) => one,
        testsEnds: false,
      };
      const isBetween = (row: Rows[number]): boolean => {
        const [first = 0, end = 0] = byDay[row.day] ?? [];
        return row.purpose >= first && row.purpose < end;
      };
      expect(sumsOf(part, steps, { x, day, least, below })).toEqual(expectedOf(rows, isBetween));
    }),
    { numRuns: 300 },
  );
});
