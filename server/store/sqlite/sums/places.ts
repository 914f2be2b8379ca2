/** Where facts lie: by series, and by spans of four weeks. */
import { OPEN } from "../../../fold/facts.ts";
import { at, type ColumnName, type FactRows, numbersIn } from "./fact-rows.ts";

const SPAN_DAYS = 28;
export const WEEK_DAYS = 7;
/** 1970 began on a Thursday: weeks and spans begin on Mondays. */
const MONDAY = 3;

/** Four whole weeks: what lies together, or a part of that. */
export function spanOf(day: number): number {
  return Math.floor((day + MONDAY) / SPAN_DAYS);
}

export function firstDayOf(span: number): number {
  return span * SPAN_DAYS - MONDAY;
}

/** The Monday of a day's week. */
export function weekOf(day: number): number {
  return day - ((((day + MONDAY) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS);
}

export function mondaysOf(span: number): number[] {
  return Array.from({ length: SPAN_DAYS / WEEK_DAYS }, (_, i) => firstDayOf(span) + i * WEEK_DAYS);
}

/** Kinds are numbered by their terms. What is still open lies apart from what has a length: hardly any question needs both. */
export function seriesOf(kind: number, isOpen: boolean): number {
  return 2 * kind + Number(isOpen);
}

export function kindOf(series: number): number {
  return Math.floor(series / 2);
}

export function isOpen(x: number): boolean {
  return x === OPEN;
}

/** The series of each row. */
export function seriesIn(facts: FactRows): Int32Array {
  const xs = numbersIn(facts, "x");
  return numbersIn(facts, "kind").map((kind, row) => seriesOf(kind, isOpen(xs[row] ?? 0)));
}

/** The span of each row. */
export function spansIn(facts: FactRows): Int32Array {
  return mapRuns(numbersIn(facts, "day"), spanOf);
}

/** What `of` gives for each number: not asked again while numbers stay the same, as days do in sorted rows. */
export function mapRuns(numbers: Int32Array, of: (number: number) => number): Int32Array {
  const given = new Int32Array(numbers.length);
  let last = numbers[0] ?? 0;
  let value = of(last);
  for (let i = 0; i < numbers.length; i += 1) {
    const number = numbers[i] ?? 0;
    if (number !== last) {
      last = number;
      value = of(number);
    }
    given[i] = value;
  }
  return given;
}

/** Where the first row lies. */
export function firstPlaceOf({ columns }: FactRows): { series: number; span: number } {
  const first = (name: ColumnName): number => columns[at[name]]?.[0] ?? 0;
  return { series: seriesOf(first("kind"), isOpen(first("x"))), span: spanOf(first("day")) };
}
