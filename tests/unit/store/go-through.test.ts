// Rows of a filter are looked up in each day's run of them: as if all had been gone through.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Column, columnOf } from "../../../server/store/sqlite/sums/column.ts";
import type { ColumnName } from "../../../server/store/sqlite/sums/fact-rows.ts";
import { addPart, type Step } from "../../../server/store/sqlite/sums/go-through.ts";
import { groupSums } from "../../../server/store/sqlite/sums/group-sums.ts";

const VALUES = 6;
const rowsOf = fc
  .array(
    fc.record({ day: fc.nat(3), purpose: fc.nat(VALUES - 1), n: fc.integer({ min: 1, max: 3 }) }),
    {
      minLength: 100,
      maxLength: 300,
    },
  )
  .map((rows) => rows.toSorted((a, b) => a.day - b.day || a.purpose - b.purpose));

test("a filter on what days are sorted by takes the rows that it means", () => {
  const wanted = fc.uniqueArray(fc.nat(VALUES - 1), { minLength: 1 });
  fc.assert(
    fc.property(rowsOf, wanted, fc.nat(3), (rows, purposes, firstDay) => {
      const columns = new Map<string, Column>(
        (["day", "purpose", "n"] as const).map((name) => [
          name,
          columnOf(Int32Array.from(rows, (row) => row[name])),
        ]),
      );
      const column = (name: ColumnName): Column => columns.get(name) ?? columnOf(new Int32Array(1));
      const step = (name: ColumnName, weight: number, placeOf: (value: number) => number): Step => {
        const places = column(name).values.map(placeOf);
        const least = places.findIndex((place) => place >= 0);
        const most = places.findLastIndex((place) => place >= 0);
        return { column: column(name), places, least, most, weight };
      };
      const dayOf = (day: number): number => (day < firstDay ? -1 : day);
      const isMeant = (purpose: number): boolean => purposes.includes(purpose);
      const steps = [
        step("day", 1, dayOf),
        step("purpose", 0, (purpose) => (isMeant(purpose) ? 0 : -1)),
      ];
      fc.pre(steps.every(({ least }) => least >= 0));
      const part = {
        rows: rows.length,
        order: ["day", "purpose"] as const,
        column,
        labelOf: dayOf,
        testsEnds: false,
      };
      const sums = groupSums(4);
      addPart(part, steps, null, sums);
      const found = new Map<number, number>();
      sums.each((day, n) => found.set(day, n));
      const expected = new Map<number, number>();
      for (const { day, purpose, n } of rows) {
        if (day < firstDay || !isMeant(purpose)) continue;
        expected.set(day, (expected.get(day) ?? 0) + n);
      }
      expect(found).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
