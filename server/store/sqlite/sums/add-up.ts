/** Goes through the rows of parts column by column, and adds them up by what a question tells apart. */
import { type CellField, gapOf, pairNumber, pairOfOneDay } from "../../../fold/facts.ts";
import type { SumQuery, SumRow } from "../../store.ts";
import type { Terms } from "../terms.ts";
import type { Codes, Column } from "./column.ts";
import { type ColumnName, FIRST_COLUMN } from "./fact-rows.ts";
import { groupSums } from "./group-sums.ts";

/** Values below this are told apart by a table. */
const SMALL = 1 << 12;

/** Rows to go through: of a chunk, or of the tail. */
export interface Part {
  rows: number;
  /** Whether rows lie in the order of the values of their first column. */
  isSorted: boolean;
  column(name: ColumnName): Column;
  /** The position of a row's day among the labels; −1 where it is not asked for. */
  labelOf(day: number): number;
  /** Whether when a row ends has to be looked at. */
  testsEnds: boolean;
}

/** What values are told apart by: their places, in the order of first sight. */
class Places {
  readonly #small = new Int32Array(SMALL).fill(-1);
  readonly #other = new Map<number, number>();
  readonly values: number[] = [];

  of(value: number): number {
    const isSmall = value >= 0 && value < SMALL;
    const known = isSmall ? (this.#small[value] ?? -1) : (this.#other.get(value) ?? -1);
    if (known >= 0) return known;
    if (isSmall) this.#small[value] = this.values.length;
    else this.#other.set(value, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}

/** A part's column, and for each of its values the place it has; −1 takes its rows out. */
interface Step {
  column: Column;
  places: Int32Array;
  /** What a place counts in the number of a group; 0 for what only takes rows out. */
  weight: number;
}

export function addedUp(
  parts: readonly Part[],
  query: SumQuery,
  labels: readonly number[],
  terms: Terms,
): SumRow[] {
  const told: ColumnName[] = [...query.by, ...(query.withX ? (["x"] as const) : [])];
  const places = told.map(() => new Places());
  const belowX = query.bothWithin ? closerPairs(query, labels) : query.belowX;
  const wanted = parts.flatMap((part) => {
    const steps = filterSteps(part, { ...query, belowX }, terms);
    if (steps === null) return [];
    const columns = told.map((name) => part.column(name));
    const own = columns.map(({ values }, i) => {
      const place = places[i] as Places;
      const asPairs = told[i] === "x" && query.bothWithin === true;
      return values.map((value) => place.of(asPairs ? pairOfOneDay(value) : value));
    });
    return [{ part, steps, columns, own }];
  });
  const weights: number[] = [];
  let groups = labels.length;
  for (const { values } of places) {
    weights.push(groups);
    groups *= values.length;
  }
  if (groups > Number.MAX_SAFE_INTEGER) throw new Error("a question tells too many groups apart");
  const sums = groupSums(groups);
  for (const { part, steps, columns, own } of wanted) {
    const telling = columns.map(
      (column, i): Step => ({ column, places: own[i] as Int32Array, weight: weights[i] ?? 0 }),
    );
    addPart(part, [...steps, ...telling], rowTest(part, query, labels), sums.add);
  }
  const rows: SumRow[] = [];
  sums.each((group, n) => {
    let rest = Math.floor(group / labels.length);
    const day = labels[group % labels.length] ?? 0;
    const values = places.map(({ values: own }) => {
      const value = own[rest % own.length] ?? 0;
      rest = Math.floor(rest / own.length);
      return value;
    });
    const x = query.withX ? (values.pop() ?? 0) : 0;
    rows.push({ key: values.map((value) => terms.valueOf(value)), day, x, n });
  });
  return rows;
}

/** Pairs further apart than the longest bucket are in none. */
function closerPairs({ to, belowX }: SumQuery, labels: readonly number[]): number {
  const lengths = labels.map((first, i) => (labels[i + 1] ?? to + 1) - first);
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  return Math.min(belowX ?? Number.POSITIVE_INFINITY, pairNumber({ gap: longest, scores: [1, 1] }));
}

/** The part's own filters and its days; null where no row passes. */
function filterSteps(
  part: Part,
  { filters, belowX }: { filters: SumQuery["filters"]; belowX: number | undefined },
  terms: Terms,
): Step[] | null {
  const day = part.column("day");
  const steps: Step[] = [{ column: day, places: day.values.map(part.labelOf), weight: 1 }];
  for (const [field, values] of Object.entries(filters)) {
    const ids = new Set((values ?? []).map((value) => terms.find(field, value)));
    const column = part.column(field as CellField);
    steps.push({ column, places: column.values.map((id) => (ids.has(id) ? 0 : -1)), weight: 0 });
  }
  if (belowX !== undefined) {
    const column = part.column("x");
    steps.push({ column, places: column.values.map((x) => (x < belowX ? 0 : -1)), weight: 0 });
  }
  const isPassable = steps.every(({ places }) => places.some((place) => place >= 0));
  const needed = steps.filter(({ places, weight }) => weight > 0 || places.includes(-1));
  return isPassable ? needed : null;
}

/** Room for the rows of the largest part so far: those still in, and the number of each one's group. */
let room = { rows: new Uint32Array(0), groups: new Float64Array(0), zeros: new Uint16Array(0) };

function roomFor(rows: number): typeof room {
  if (room.rows.length < rows) {
    room = {
      rows: new Uint32Array(2 * rows),
      groups: new Float64Array(2 * rows),
      zeros: new Uint16Array(2 * rows),
    };
  }
  return room;
}

/** Columns one after the other: each takes rows out, or adds to the number of the rows' group. */
function addPart(
  part: Part,
  steps: readonly Step[],
  isOut: ((row: number) => boolean) | null,
  add: (group: number, n: number) => void,
): void {
  const { rows, groups } = roomFor(part.rows);
  const [start, end] = stretchAsked(part, steps);
  let count = end - start;
  for (let i = 0; i < count; i += 1) rows[i] = start + i;
  let offset = 0;
  groups.fill(0, 0, count);
  for (const { column, places, weight } of steps) {
    const { codes } = column;
    if (codes === null || isOne(places)) offset += weight * (places[0] ?? 0);
    else if (places.includes(-1)) count = takeOut(codes, places, weight, rows, groups, count);
    else tellApart(codes, places, weight, rows, groups, count);
    if (count === 0) return;
  }
  const n = part.column("n");
  const codes = codesOf(n, part.rows);
  for (let i = 0; i < count; i += 1) {
    const row = rows[i] ?? 0;
    if (isOut?.(row)) continue;
    add(offset + (groups[i] ?? 0), n.values[codes[row] ?? 0] ?? 0);
  }
}

/** Where the rows lie that a filter on the first column can let pass: from the first of its values to the last. */
function stretchAsked(
  { rows, isSorted, column }: Part,
  steps: readonly Step[],
): [start: number, end: number] {
  const first = column(FIRST_COLUMN);
  const step = steps.find((one) => one.column === first && one.places.includes(-1));
  if (!isSorted || first.codes === null || step === undefined) return [0, rows];
  const least = step.places.findIndex((place) => place >= 0);
  const most = step.places.findLastIndex((place) => place >= 0);
  return [firstFrom(first.codes, least), firstFrom(first.codes, most + 1)];
}

/** The first row whose code is at least this. */
function firstFrom(codes: Codes, code: number): number {
  let [low, high] = [0, codes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[middle] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Gives how many rows are left. */
function takeOut(
  codes: Codes,
  places: Int32Array,
  weight: number,
  rows: Uint32Array,
  groups: Float64Array,
  count: number,
): number {
  let kept = 0;
  for (let i = 0; i < count; i += 1) {
    const row = rows[i] ?? 0;
    const place = places[codes[row] ?? 0] ?? 0;
    if (place < 0) continue;
    rows[kept] = row;
    groups[kept] = (groups[i] ?? 0) + weight * place;
    kept += 1;
  }
  return kept;
}

function tellApart(
  codes: Codes,
  places: Int32Array,
  weight: number,
  rows: Uint32Array,
  groups: Float64Array,
  count: number,
): void {
  for (let i = 0; i < count; i += 1) {
    const place = places[codes[rows[i] ?? 0] ?? 0] ?? 0;
    groups[i] = (groups[i] ?? 0) + weight * place;
  }
}

/** Whether all of a column's values have one place, in which rows are. */
function isOne(places: Int32Array): boolean {
  const first = places[0] ?? 0;
  for (let i = 1; i < places.length; i += 1) if (places[i] !== first) return false;
  return first >= 0;
}

/** Whether a row is out by what only its day and x together tell; null where there is no such question. */
function rowTest(
  part: Part,
  { endedBy, openAfter, bothWithin }: SumQuery,
  labels: readonly number[],
): ((row: number) => boolean) | null {
  if (!part.testsEnds && !bothWithin) return null;
  const [days, xs] = [part.column("day"), part.column("x")];
  const [dayCodes, xCodes] = [codesOf(days, part.rows), codesOf(xs, part.rows)];
  if (bothWithin) {
    const sinceFirst = days.values.map((day) => day - (labels[part.labelOf(day)] ?? 0));
    const gaps = xs.values.map(gapOf);
    return (row) => (gaps[xCodes[row] ?? 0] ?? 0) > (sinceFirst[dayCodes[row] ?? 0] ?? 0);
  }
  const endOf = (row: number): number =>
    (days.values[dayCodes[row] ?? 0] ?? 0) + (xs.values[xCodes[row] ?? 0] ?? 0);
  if (endedBy !== undefined) return (row) => endOf(row) > endedBy;
  return (row) => endOf(row) <= (openAfter ?? 0);
}

/** All 0 where there is but one value. */
function codesOf({ codes }: Column, rows: number): Codes {
  return codes ?? roomFor(rows).zeros;
}
