/** One line of the table: a ratio measured side by side, and the goal that it is held against. */
import type { Engine } from "./engines/engine.ts";

export interface Row {
  question: string;
  what: string;
  /** Null where what it is measured against is not there. */
  value: number | null;
  unit: "×" | "ms" | "kB" | "B" | "MB";
  /** Null where the row is there for reading only. */
  goal: { atLeast: number } | { atMost: number } | null;
  /** Both sides as measured. */
  detail: string;
}

export interface Bench {
  events: number;
  days: number;
  rounds: number;
  isShort: boolean;
  /** For everything that is written; gone afterwards. */
  folder: string;
  /** Of the store with all events, closed by now. */
  dataDir: string;
  /** Makes another store of so many events over as many days, in the same way as the one with all. */
  fill(dataDir: string, events: number): Promise<void>;
  /** With all raw events; null where it is not there. */
  engines: { duckdb: Engine | null; postgres: Engine | null; sqlite: Engine };
}

export type Question = (bench: Bench) => Promise<Row[]>;

export function isMet({ value, goal }: Row): boolean | null {
  if (value === null || goal === null) return null;
  return "atLeast" in goal ? value >= goal.atLeast : value <= goal.atMost;
}

/** How many times as much the first is as the second. */
export function ratioRow(
  question: string,
  what: string,
  goal: Row["goal"],
  [over, under]: readonly [number, number],
  detail: string,
): Row {
  return { question, what, value: over / under, unit: "×", goal, detail };
}

/** Where a competitor is not there, its row says so. */
export function absentRow(question: string, what: string, goal: Row["goal"]): Row {
  return { question, what, value: null, unit: "×", goal, detail: "not there" };
}

export const ms = (value: number): string => `${value.toPrecision(3)} ms`;
export const perSecond = (value: number): string => `${Math.round(value).toLocaleString("en")}/s`;
