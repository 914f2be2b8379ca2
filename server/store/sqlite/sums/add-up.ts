/** Goes through the rows of parts column by column, and adds them up by what a question tells apart. */
import { type CellField, leastWithGap, pairOfOneDay } from "../../../fold/facts.ts";
import type { SumRow } from "../../store.ts";
import type { Terms } from "../terms.ts";
import { type Column, firstFrom } from "./column.ts";
import type { ColumnName } from "./fact-rows.ts";
import { addPart, type EndTest, type Part, type Step } from "./go-through.ts";
import { groupSums } from "./group-sums.ts";
import type { EarlierDays, Reading } from "./reading.ts";

/** Larger than any x. */
const LARGEST = 2 ** 31 - 1;
/** Values below this are told apart by a table. */
const SMALL = 1 << 12;

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

export function addedUp(
  parts: readonly Part[],
  reading: Reading,
  labels: readonly number[],
  terms: Terms,
): SumRow[] {
  const told: ColumnName[] = [...reading.by, ...(reading.withX ? (["x"] as const) : [])];
  const places = told.map(() => new Places());
  const wantedIds = Object.entries(reading.filters).map(([field, values]) => {
    const ids = new Set((values ?? []).map((value) => terms.find(field, value)));
    return [field as CellField, ids] as const;
  });
  const wanted = parts.flatMap((part) => {
    const passing = passingValues(part, reading, labels, wantedIds);
    if (passing === null) return [];
    const own = told.map((name, i) => {
      const asPairs = name === "x" && reading.pairs !== undefined;
      return ownPlaces(part.column(name), passing.get(name), places[i] as Places, asPairs);
    });
    return [{ part, passing, own }];
  });
  const weights: number[] = [];
  let groups = labels.length;
  for (const { values } of places) {
    weights.push(groups);
    groups *= values.length;
  }
  if (groups > Number.MAX_SAFE_INTEGER) throw new Error("a question tells too many groups apart");
  const sums = groupSums(groups);
  for (const { part, passing, own } of wanted) {
    for (const [i, name] of told.entries()) {
      const column = part.column(name);
      const { least = 0, most = column.values.length - 1 } = passing.get(name) ?? {};
      const weight = weights[i] ?? 0;
      passing.set(name, { column, places: own[i] as Int32Array, least, most, weight });
    }
    const steps = [...passing.values()].filter(isNeeded);
    addPart(part, steps, endTest(part, reading, labels), sums);
  }
  const rows: SumRow[] = [];
  let [cell, key, x]: [number, string[], number] = [-1, [], 0];
  sums.each((group, n) => {
    const own = Math.floor(group / labels.length);
    // Days of one cell come one after the other, in a short list.
    if (own !== cell) {
      cell = own;
      let rest = own;
      const values = places.map((place) => {
        const value = place.values[rest % place.values.length] ?? 0;
        rest = Math.floor(rest / place.values.length);
        return value;
      });
      x = reading.withX ? (values.pop() ?? 0) : 0;
      key = values.map((value) => terms.valueOf(value));
    }
    rows.push({ key, day: labels[group % labels.length] ?? 0, x, n });
  });
  return rows;
}

/** The places of a column's values, −1 where none of its rows pass. */
function ownPlaces(
  { values }: Column,
  passing: Step | undefined,
  places: Places,
  asPairs: boolean,
): Int32Array {
  const own = new Int32Array(values.length).fill(-1);
  const { least = 0, most = values.length - 1 } = passing ?? {};
  for (let code = least; code <= most; code += 1) {
    if (passing?.places[code] === -1) continue;
    const value = values[code] ?? 0;
    own[code] = places.of(asPairs ? pairOfOneDay(value) : value);
  }
  return own;
}

/** By column, the values that a part's rows may have, days with the places of their labels; null where no row passes. */
function passingValues(
  part: Part,
  reading: Reading,
  labels: readonly number[],
  wantedIds: readonly (readonly [CellField, ReadonlySet<number | undefined>])[],
): Map<ColumnName, Step> | null {
  const steps = new Map<ColumnName, Step>();
  // Of filters on what is rare, many parts have nothing: that is seen before all days are looked at.
  for (const [field, ids] of wantedIds) {
    const step = stepOf(part.column(field), 0, (id) => (ids.has(id) ? 0 : -1));
    if (isEmpty(step)) return null;
    steps.set(field, step);
  }
  const days = stepOf(part.column("day"), 1, part.labelOf);
  if (isEmpty(days)) return null;
  steps.set("day", days);
  const range = rangeOfX(part, reading, labels);
  if (range === null) return steps;
  const xs = inside(range, part.column("x"));
  return isEmpty(xs) ? null : steps.set("x", xs);
}

function stepOf(column: Column, weight: number, placeOf: (value: number) => number): Step {
  const { values } = column;
  const places = new Int32Array(values.length);
  for (let code = 0; code < values.length; code += 1) places[code] = placeOf(values[code] ?? 0);
  return { column, places, ...boundsOf(places), weight };
}

function isEmpty({ least, most }: Step): boolean {
  return least > most;
}

/** The first and the last that pass; where none does, the first comes after the last. */
function boundsOf(places: Int32Array): Pick<Step, "least" | "most"> {
  let [least, most] = [0, places.length - 1];
  while (least <= most && (places[least] ?? 0) < 0) least += 1;
  while (most > least && (places[most] ?? 0) < 0) most -= 1;
  return { least, most };
}

interface Range {
  least: number;
  below: number;
}

/** Values lie in ascending order. */
function inside({ least, below }: Range, column: Column): Step {
  const { values } = column;
  const start = firstFrom(values, least, 0, values.length);
  const end = firstFrom(values, below, start, values.length);
  const places = new Int32Array(values.length).fill(-1).fill(0, start, end);
  return { column, places, least: start, most: end - 1, weight: 0 };
}

/** Pairs are no closer, and no further apart, than the earlier one's days are from any of the part's. */
function rangeOfX(
  part: Part,
  { belowX = Number.POSITIVE_INFINITY, pairs }: Reading,
  labels: readonly number[],
): Range | null {
  if (pairs === undefined || pairs === "all") {
    const isAll = belowX === Number.POSITIVE_INFINITY;
    return isAll ? null : { least: Number.NEGATIVE_INFINITY, below: belowX };
  }
  const range: Range = { least: Number.POSITIVE_INFINITY, below: 0 };
  for (const day of part.column("day").values) {
    const label = part.labelOf(day);
    if (label < 0) continue;
    const { least, below } = pairsOf(day, pairs, labels[label] ?? 0);
    range.least = Math.min(range.least, least);
    range.below = Math.max(range.below, below);
  }
  return { ...range, below: Math.min(range.below, belowX) };
}

/** Of pairs whose later answer lies on this day, in the bucket that begins with the other. */
function pairsOf(day: number, pairs: "within" | EarlierDays, first: number): Range {
  const { from, below } = pairs === "within" ? { from: first, below: undefined } : pairs;
  return {
    least: below === undefined ? 0 : leastWithGap(day - below + 1),
    below: from === undefined ? LARGEST : leastWithGap(day - from + 1),
  };
}

function isNeeded({ places, weight }: Step): boolean {
  return weight > 0 || places.includes(-1);
}

/** When a row ends, or how far apart its pair is; null where there is no such question. */
function endTest(
  part: Part,
  { endedBy, openAfter, pairs }: Reading,
  labels: readonly number[],
): EndTest | null {
  const test = (rangeOn: (day: number) => Range): EndTest => {
    const [x, day] = [part.column("x"), part.column("day")];
    const least = day.values.map((one) => rangeOn(one).least);
    const below = day.values.map((one) => rangeOn(one).below);
    return { x, day, least, below };
  };
  if (pairs !== undefined && pairs !== "all")
    return test((day) => pairsOf(day, pairs, labels[part.labelOf(day)] ?? 0));
  if (!part.testsEnds) return null;
  return test((day) => ({
    least: openAfter === undefined ? 0 : openAfter - day + 1,
    below: endedBy === undefined ? LARGEST : endedBy - day + 1,
  }));
}
