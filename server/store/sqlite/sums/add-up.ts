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
    addPart(part, [...steps, ...telling], endTest(part, query, labels), sums);
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
