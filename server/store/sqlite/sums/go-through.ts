/** Goes through the rows of a part column by column: each takes rows out, or tells the groups of those that are left. */
import { type Codes, type Column, codesOf, firstFrom } from "./column.ts";
import type { ColumnName } from "./fact-rows.ts";
import type { GroupSums, Stretches, Telling } from "./group-sums.ts";

/** Rows to go through: of a chunk, or of the tail. */
export interface Part {
  rows: number;
  /** What rows are sorted by, the most telling first; nothing where they are not. */
  order: readonly ColumnName[];
  column(name: ColumnName): Column;
  /** The position of a row's day among the labels; −1 where it is not asked for. */
  labelOf(day: number): number;
  /** Whether when a row ends has to be looked at. */
  testsEnds: boolean;
}

/** A part's column, and for each of its values the place it has; −1 takes its rows out. */
export interface Step {
  column: Column;
  places: Int32Array;
  /** Between these values lie all that pass. */
  least: number;
  most: number;
  /** What a place counts in the number of a group; 0 for what only takes rows out. */
  weight: number;
}

/** What only x and day together tell: between what x has to lie on each of a part's days. */
export interface EndTest {
  x: Column;
  day: Column;
  least: Int32Array;
  below: Int32Array;
}

/** Enough for the largest part so far. */
let room = new Uint32Array(0);

function roomFor(rows: number): Uint32Array {
  if (room.length < rows) room = new Uint32Array(2 * rows);
  return room;
}

/** First some columns take rows out, one after the other; then others tell the groups of those that are left. */
export function addPart(
  part: Part,
  steps: readonly Step[],
  test: EndTest | null,
  sums: GroupSums,
): void {
  const { stretches, inside, isTested } = stretchesAsked(part, steps, test);
  let offset = 0;
  const takingOut: Filter[] = [];
  const telling: Telling[] = [];
  for (const step of steps) {
    const { column, places, weight } = step;
    const { codes } = column;
    const there = inside.get(step) ?? places;
    if (codes === null || isOne(there)) {
      offset += weight * (there[0] ?? 0);
      continue;
    }
    if (there.includes(-1)) takingOut.push({ codes, places, share: shareIn(there) });
    if (weight > 0) telling.push({ codes, places, weight });
  }
  const beyond = isTested ? null : test;
  const left =
    takingOut.length === 0 && beyond === null
      ? stretches
      : rowsLeft(part.rows, stretches, takingOut, beyond);
  sums.add({ left, offset, telling, n: part.column("n") });
}

/** A column that rows are sorted by, and the first and the last of its values that pass. */
interface Sorted {
  codes: Codes;
  least: number;
  most: number;
}

/** A run of one value is worth looking for where it has so many rows. */
const WORTH_A_RUN = 16;

/**
 * Where the rows lie that filters on what rows are sorted by can let pass: from the first of a column's values to the last; if
 * that is one, so again by the next column, else in each run of one value. `inside` has what is left of the places of these
 * filters; where rows are sorted by x within each day, the test is passed, too.
 */
function stretchesAsked(
  { rows, order, column }: Part,
  steps: readonly Step[],
  test: EndTest | null,
) {
  const inside = new Map<Step, Int32Array>();
  let [start, end] = [0, rows];
  let runs: Sorted | null = null;
  let narrower = steps.filter(isNarrower).length;
  for (const name of order) {
    if (narrower === 0) break;
    const { codes } = column(name);
    if (codes === null) continue;
    const step = steps.find((one) => one.column.codes === codes);
    if (step === undefined) break;
    narrower -= Number(isNarrower(step));
    const { least, most } = step;
    if (runs !== null) {
      const areLong = end - start >= WORTH_A_RUN * (runs.most - runs.least + 1);
      if (!areLong || !isNarrower(step)) break;
      inside.set(step, step.places.subarray(least, most + 1));
      const isTested = codes === test?.x.codes && runs.codes === test.day.codes;
      const boundsOf = isTested ? boundsBy(test) : () => [least, most + 1] as const;
      return { stretches: stretchesInRuns(runs, codes, boundsOf, start, end), inside, isTested };
    }
    inside.set(step, step.places.subarray(least, most + 1));
    start = firstFrom(codes, least, start, end);
    end = firstFrom(codes, most + 1, start, end);
    if (least !== most) runs = { codes, least, most };
  }
  return { stretches: [start, end], inside, isTested: false };
}

/** The first code and the one after the last, for each code of the runs. */
type BoundsOf = (run: number) => readonly [number, number];

function boundsBy({ x: { values }, least, below }: EndTest): BoundsOf {
  return (day) => {
    const first = firstFrom(values, least[day] ?? 0, 0, values.length);
    return [first, firstFrom(values, below[day] ?? 0, first, values.length)];
  };
}

/** Whether some of the first or the last values do not pass. */
function isNarrower({ least, most, places }: Step): boolean {
  return least > 0 || most < places.length - 1;
}

/** Within each run of one code, from the first to the last that the next column lets pass. */
function stretchesInRuns(
  runs: Sorted,
  next: Codes,
  boundsOf: BoundsOf,
  start: number,
  end: number,
): Stretches {
  const found: number[] = [];
  let from = start;
  for (let code = runs.least; code <= runs.most; code += 1) {
    const to = firstFrom(runs.codes, code + 1, from, end);
    const [least, below] = boundsOf(code);
    const first = firstFrom(next, least, from, to);
    const last = firstFrom(next, below, first, to);
    if (first < last) found.push(first, last);
    from = to;
  }
  return found;
}

function rowsLeft(
  all: number,
  stretches: Stretches,
  takingOut: readonly Filter[],
  beyond: EndTest | null,
): Uint32Array {
  const rows = roomFor(all);
  const count = takeThose(takingOut, stretches, rows);
  return rows.subarray(0, beyond === null ? count : takeOutBeyond(beyond, all, rows, count));
}

/** Gives how many rows are left. */
function takeOutBeyond(
  { x, day, least, below }: EndTest,
  all: number,
  rows: Uint32Array,
  count: number,
): number {
  const [xCodes, dayCodes] = [codesOf(x, all), codesOf(day, all)];
  let kept = 0;
  for (let i = 0; i < count; i += 1) {
    const row = rows[i] ?? 0;
    rows[kept] = row;
    const own = x.values[xCodes[row] ?? 0] ?? 0;
    const code = dayCodes[row] ?? 0;
    if (own >= (least[code] ?? 0) && own < (below[code] ?? 0)) kept += 1;
  }
  return kept;
}

interface Filter {
  codes: Codes;
  places: Int32Array;
  /** Of its values, those that pass. */
  share: number;
}

function shareIn(places: Int32Array): number {
  let passing = 0;
  for (let code = 0; code < places.length; code += 1) if ((places[code] ?? 0) >= 0) passing += 1;
  return passing / places.length;
}

/** Gives how many rows are left: what lets the fewest pass is looked at first, so that the others have less to do. */
function takeThose(filters: readonly Filter[], stretches: Stretches, rows: Uint32Array): number {
  const [first, ...others] = filters.toSorted((a, b) => a.share - b.share);
  let count = 0;
  for (let i = 0; i < stretches.length; i += 2) {
    const [start, end] = [stretches[i] ?? 0, stretches[i + 1] ?? 0];
    count =
      first === undefined
        ? takeAll(start, end, rows, count)
        : takeFrom(first, start, end, rows, count);
  }
  for (const other of others) count = takeOut(other, rows, count);
  return count;
}

function takeAll(start: number, end: number, rows: Uint32Array, taken: number): number {
  let count = taken;
  for (let row = start; row < end; row += 1, count += 1) rows[count] = row;
  return count;
}

/** Adds 0 or 1 a row, instead of asking: what passes follows no pattern that a processor could guess. */
function takeFrom(
  { codes, places }: Filter,
  start: number,
  end: number,
  rows: Uint32Array,
  taken: number,
): number {
  let count = taken;
  for (let row = start; row < end; row += 1) {
    rows[count] = row;
    count += 1 + ((places[codes[row] ?? 0] ?? 0) >> 31);
  }
  return count;
}

function takeOut({ codes, places }: Filter, rows: Uint32Array, count: number): number {
  let kept = 0;
  for (let i = 0; i < count; i += 1) {
    const row = rows[i] ?? 0;
    rows[kept] = row;
    kept += 1 + ((places[codes[row] ?? 0] ?? 0) >> 31);
  }
  return kept;
}

/** Whether all of a column's values have one place, in which rows are. */
function isOne(places: Int32Array): boolean {
  const first = places[0] ?? 0;
  for (let i = 1; i < places.length; i += 1) if (places[i] !== first) return false;
  return first >= 0;
}
