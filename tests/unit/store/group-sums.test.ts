// However many columns tell groups apart, in stretches or row by row, in a list or by hashing: as if each row were added by itself.
import fc from "fast-check";
import { expect, test } from "vitest";
import { codesOf, columnOf } from "../../../server/store/sqlite/sums/column.ts";
import { type GroupSums, groupSums } from "../../../server/store/sqlite/sums/group-sums.ts";

const ROWS = 60;
const VALUES = 5;
const COLUMNS = 3;
/** More groups than a list has room for. */
const MANY = 1 << 22;

const numbers = (least: number, most: number) =>
  fc
    .array(fc.integer({ min: least, max: most }), { minLength: ROWS, maxLength: ROWS })
    .map((all) => Int32Array.from(all));

const stretchesOf = fc
  .uniqueArray(fc.nat(ROWS), { minLength: 2, maxLength: 8 })
  .map((ends) => ends.toSorted((a, b) => a - b))
  .filter((ends) => ends.length % 2 === 0);

function rowsIn(stretches: readonly number[]): number[] {
  return Array.from({ length: ROWS }, (_, row) => row).filter(
    (row) => stretches.filter((end) => end <= row).length % 2 === 1,
  );
}

function sumsOf(sums: GroupSums): Map<number, number> {
  const found = new Map<number, number>();
  sums.each((group, sum) => found.set(group, sum));
  return found;
}

test("rows are added up by the groups that their columns tell", () => {
  const columns = fc.array(numbers(0, VALUES - 1), { maxLength: COLUMNS });
  fc.assert(
    fc.property(columns, numbers(-2, 3), stretchesOf, fc.nat(3), (told, n, stretches, offset) => {
      const weightOf = (i: number): number => VALUES ** i;
      const expected = new Map<number, number>();
      for (const row of rowsIn(stretches)) {
        const group = told.reduce((sum, own, i) => sum + weightOf(i) * (own[row] ?? 0), offset);
        expected.set(group, (expected.get(group) ?? 0) + (n[row] ?? 0));
      }
      const meant = new Map([...expected].filter(([, sum]) => sum !== 0));
      const telling = told.map((own, i) => {
        const column = columnOf(own);
        return { codes: codesOf(column, ROWS), places: column.values, weight: weightOf(i) };
      });
      const groups = VALUES ** COLUMNS + offset;
      for (const left of [stretches, Uint32Array.from(rowsIn(stretches))]) {
        for (const sums of [groupSums(groups), groupSums(MANY)]) {
          sums.add({ left, offset, telling, n: columnOf(n) });
          expect(sumsOf(sums)).toEqual(meant);
        }
      }
    }),
    { numRuns: 300 },
  );
});
