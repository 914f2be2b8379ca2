/** Where facts lie: by series, and by spans of four weeks. */
import { OPEN } from "../../../fold/facts.ts";
import { type FactRows, numbersIn } from "./fact-rows.ts";

const SPAN_DAYS = 28;
const WEEK_DAYS = 7;
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

/** The series of each row, and its span. */
export function placesOf(facts: FactRows): { series: Int32Array; spans: Int32Array } {
  const xs = numbersIn(facts, "x");
  return {
    series: numbersIn(facts, "kind").map((kind, row) => seriesOf(kind, isOpen(xs[row] ?? 0))),
    spans: numbersIn(facts, "day").map(spanOf),
  };
}
