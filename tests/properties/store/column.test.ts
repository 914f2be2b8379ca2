// A column of numbers comes back as it was, in whatever form it is kept.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnOf, decode, encode, numbersOf } from "../../../server/store/sqlite/sums/column.ts";

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const anyNumbers = fc.array(fc.oneof(word, fc.integer({ min: 0, max: 20 })), { maxLength: 300 });
const runs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 })), {
    maxLength: 40,
  })
  .map((all) => all.flatMap(([value, length]) => new Array<number>(length).fill(value)));

function again(numbers: readonly number[]): number[] {
  const column = columnOf(Int32Array.from(numbers));
  return [...numbersOf(decode(encode(column), numbers.length), numbers.length)];
}

test("any numbers come back", () => {
  fc.assert(
    fc.property(fc.oneof(anyNumbers, runs), (numbers) => {
      expect(again(numbers)).toEqual(numbers);
    }),
  );
});

describe("at the limits of the forms", () => {
  test.each([1, 2, 16, 17, 256, 257, 65_536, 65_537])("%i distinct values", (distinct) => {
    const numbers = Array.from({ length: distinct + 3 }, (_, i) => ((i * 7919) % distinct) - 5);
    expect(again(numbers)).toEqual(numbers);
  });

  test("numbers far apart", () => {
    const numbers = [0, 2 ** 31 - 1, -(2 ** 31), 0, 5];
    expect(again(numbers)).toEqual(numbers);
  });
});

test("few values, and long runs of many, take little room", () => {
  const bytes = (numbers: number[]) => encode(columnOf(Int32Array.from(numbers))).length;
  const rows = Array.from({ length: 10_000 }, (_, i) => i);
  expect(bytes(rows.map(() => 7))).toBeLessThan(20);
  expect(bytes(rows.map((i) => (i * 31) % 13))).toBeLessThan(5_100);
  expect(bytes(rows.map((i) => Math.floor(i / 100)))).toBeLessThan(1_300);
});
