/** Goes through the rows of parts column by column, and adds them up by what a question tells apart. */
import { type CellField, gapOf, pairNumber, pairOfOneDay } from "../../../fold/facts.ts";
import type { SumQuery, SumRow } from "../../store.ts";
import type { Terms } from "../terms.ts";
import type { ColumnName } from "./fact-rows.ts";
import { addPart, type EndTest, type Part, type Step } from "./go-through.ts";
import { groupSums } from "./group-sums.ts";

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
  query: SumQuery,
  labels: readonly number[],
  terms: Terms,
): SumRow[] {
  const told: ColumnName[] = [...query.by, ...(query.withX ? (["x"] as const) : [])];
  const places = told.map(() => new Places());
  const wanted = parts.flatMap((part) => {
    const passing = passingValues(part, query, labels, terms);
    if (passing === null) return [];
    const own = told.map((name, i) => {
      const place = places[i] as Places;
      const asPairs = name === "x" && query.bothWithin === true;
      return part
        .column(name)
        .values.map((value) => place.of(asPairs ? pairOfOneDay(value) : value));
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
      const passes = passing.get(name);
      const telling = own[i] as Int32Array;
      passing.set(name, {
        column: part.column(name),
        places: passes
          ? telling.map((at, code) => (passes.places[code] === -1 ? -1 : at))
          : telling,
        weight: weights[i] ?? 0,
      });
    }
    const steps = [...passing.values()].filter(isNeeded);
    addPart(part, steps, endTest(part, query, labels), sums);
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

/** By column, the values that a part's rows may have, days with the places of their labels; null where no row passes. */
function passingValues(
  part: Part,
  query: SumQuery,
  labels: readonly number[],
  terms: Terms,
): Map<ColumnName, Step> | null {
  const steps = new Map<ColumnName, Step>();
  const put = (name: ColumnName, weight: number, placeOf: (value: number) => number): void => {
    const column = part.column(name);
    steps.set(name, { column, places: column.values.map(placeOf), weight });
  };
  put("day", 1, part.labelOf);
  for (const [field, values] of Object.entries(query.filters)) {
    const ids = new Set((values ?? []).map((value) => terms.find(field, value)));
    put(field as CellField, 0, (id) => (ids.has(id) ? 0 : -1));
  }
  const belowX = query.bothWithin ? closerPairs(part, query, labels) : query.belowX;
  if (belowX !== undefined) put("x", 0, (x) => (x < belowX ? 0 : -1));
  const isPassable = [...steps.values()].every(({ places }) => places.some((place) => place >= 0));
  return isPassable ? steps : null;
}

/** Pairs further apart than a day is from the first of its bucket are in none: the least x of those that are so on any day. */
function closerPairs(part: Part, { belowX }: SumQuery, labels: readonly number[]): number {
  let furthest = 0;
  for (const day of part.column("day").values) {
    const label = part.labelOf(day);
    if (label >= 0) furthest = Math.max(furthest, day - (labels[label] ?? 0));
  }
  const least = pairNumber({ gap: furthest + 1, scores: [1, 1] });
  return Math.min(belowX ?? Number.POSITIVE_INFINITY, least);
}

function isNeeded({ places, weight }: Step): boolean {
  return weight > 0 || places.includes(-1);
}

/** When a row ends, or how far apart its pair is; null where there is no such question. */
function endTest(
  part: Part,
  { endedBy, openAfter, bothWithin }: SumQuery,
  labels: readonly number[],
): EndTest | null {
  if (!part.testsEnds && !bothWithin) return null;
  const [x, day] = [part.column("x"), part.column("day")];
  const test = (ofX: (x: number) => number, ofDay: (day: number) => number): EndTest => ({
    x,
    ofX: x.values.map(ofX),
    day,
    ofDay: day.values.map(ofDay),
  });
  if (bothWithin) return test(gapOf, (one) => one - (labels[part.labelOf(one)] ?? 0));
  if (endedBy !== undefined) return test(Number, (one) => endedBy - one);
  return test(
    (length) => -length,
    (one) => one - (openAfter ?? 0) - 1,
  );
}
