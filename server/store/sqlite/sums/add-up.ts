/** Goes through the rows of parts column by column, and adds them up by what a question tells apart. */
import { type CellField, pairNumber, pairOfOneDay } from "../../../fold/facts.ts";
import type { SumQuery, SumRow } from "../../store.ts";
import type { Terms } from "../terms.ts";
import type { Column } from "./column.ts";
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
      const passes = passing.get(name)?.places;
      const place = places[i] as Places;
      const asPairs = name === "x" && query.bothWithin === true;
      return part
        .column(name)
        .values.map((value, code) =>
          passes?.[code] === -1 ? -1 : place.of(asPairs ? pairOfOneDay(value) : value),
        );
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
      passing.set(name, { column, places: own[i] as Int32Array, weight: weights[i] ?? 0 });
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
  if (belowX !== undefined) steps.set("x", below(belowX, part.column("x")));
  const isPassable = [...steps.values()].every(({ places }) => places.some((place) => place >= 0));
  return isPassable ? steps : null;
}

/** Values lie in ascending order: those from the first that is not below are out. */
function below(least: number, column: Column): Step {
  const from = column.values.findIndex((x) => x >= least);
  const places = new Int32Array(column.values.length);
  return { column, places: from < 0 ? places : places.fill(-1, from), weight: 0 };
}

/** Pairs further apart than a day is from the first of its bucket are in none: the least x of those that are so on any day. */
function closerPairs(part: Part, { belowX }: SumQuery, labels: readonly number[]): number {
  let furthest = 0;
  for (const day of part.column("day").values) {
    const label = part.labelOf(day);
    if (label >= 0) furthest = Math.max(furthest, day - (labels[label] ?? 0));
  }
  return Math.min(belowX ?? Number.POSITIVE_INFINITY, leastOf(furthest + 1));
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
  if (bothWithin) {
    const sinceFirst = (one: number) => one - (labels[part.labelOf(one)] ?? 0);
    return {
      x,
      ofX: x.values,
      day,
      ofDay: day.values.map((one) => leastOf(sinceFirst(one) + 1) - 1),
    };
  }
  if (endedBy !== undefined) {
    return { x, ofX: x.values, day, ofDay: day.values.map((one) => endedBy - one) };
  }
  const ofX = x.values.map((length) => -length);
  return { x, ofX, day, ofDay: day.values.map((one) => one - (openAfter ?? 0) - 1) };
}

/** The least x of pairs with so many days between. */
function leastOf(gap: number): number {
  return pairNumber({ gap, scores: [1, 1] });
}
