/** Goes through the rows of parts column by column, and adds them up by what a question tells apart. */
import { type CellField, pairNumber, pairOf } from "../../../fold/facts.ts";
import type { SumQuery, SumRow } from "../../store.ts";
import type { Terms } from "../terms.ts";
import type { Codes, Column } from "./column.ts";
import type { ColumnName } from "./fact-rows.ts";
import { groupSums } from "./group-sums.ts";

/** Rows to go through: of a chunk, or of the tail. */
export interface Part {
  rows: number;
  column(name: ColumnName): Column;
  /** The position of a row's day among the labels; −1 where it is not asked for. */
  labelOf(day: number): number;
  /** Whether when a row ends has to be looked at. */
  testsEnds: boolean;
}

/** What a column's values are told apart by: its positions, in the order of first sight. */
class Places {
  readonly #places = new Map<number, number>();
  readonly values: number[] = [];

  of(value: number): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    this.#places.set(value, this.values.length);
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
    const toldOf = (name: ColumnName | undefined, value: number): number =>
      name === "x" && query.bothWithin ? ofOneDay(value) : value;
    const own = columns.map((column, i) =>
      column.values.map((value) => places[i]?.of(toldOf(told[i], value)) ?? 0),
    );
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

let chosen = new Uint32Array(0);
let numbers = new Float64Array(0);

/** Columns one after the other: each takes rows out, or adds to the number of the rows' group. */
function addPart(
  part: Part,
  steps: readonly Step[],
  isOut: ((row: number) => boolean) | null,
  add: (group: number, n: number) => void,
): void {
  if (chosen.length < part.rows) {
    chosen = new Uint32Array(2 * part.rows);
    numbers = new Float64Array(2 * part.rows);
  }
  let count = part.rows;
  let isAll = true;
  let offset = 0;
  numbers.fill(0, 0, count);
  for (const { column, places, weight } of steps) {
    const { codes } = column;
    if (codes === null) {
      offset += weight * (places[0] ?? 0);
    } else if (places.includes(-1)) {
      let kept = 0;
      for (let i = 0; i < count; i += 1) {
        const row = isAll ? i : (chosen[i] ?? 0);
        const place = places[codes[row] ?? 0] ?? 0;
        if (place < 0) continue;
        chosen[kept] = row;
        numbers[kept] = (numbers[i] ?? 0) + weight * place;
        kept += 1;
      }
      count = kept;
      isAll = false;
    } else if (isAll) {
      for (let i = 0; i < count; i += 1) {
        numbers[i] = (numbers[i] ?? 0) + weight * (places[codes[i] ?? 0] ?? 0);
      }
    } else {
      for (let i = 0; i < count; i += 1) {
        const place = places[codes[chosen[i] ?? 0] ?? 0] ?? 0;
        numbers[i] = (numbers[i] ?? 0) + weight * place;
      }
    }
    if (count === 0) return;
  }
  const n = part.column("n");
  for (let i = 0; i < count; i += 1) {
    const row = isAll ? i : (chosen[i] ?? 0);
    if (isOut?.(row)) continue;
    add(offset + (numbers[i] ?? 0), n.values[n.codes === null ? 0 : (n.codes[row] ?? 0)] ?? 0);
  }
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
    const room = days.values.map((day) => day - (labels[part.labelOf(day)] ?? 0));
    const gaps = xs.values.map((x) => pairOf(x).gap);
    return (row) => (gaps[xCodes[row] ?? 0] ?? 0) > (room[dayCodes[row] ?? 0] ?? 0);
  }
  const endOf = (row: number): number =>
    (days.values[dayCodes[row] ?? 0] ?? 0) + (xs.values[xCodes[row] ?? 0] ?? 0);
  if (endedBy !== undefined) return (row) => endOf(row) > endedBy;
  return (row) => endOf(row) <= (openAfter ?? 0);
}

function codesOf({ codes }: Column, rows: number): Codes {
  return codes ?? new Uint16Array(rows);
}

function ofOneDay(pair: number): number {
  return pairNumber({ ...pairOf(pair), gap: 0 });
}
