/** What a verdict is made of: sums of facts by week, side and group of people. Pure data; who reads it, and from where, is not said. */
import type { VerdictOutcome } from "#shared/contract/verdict.ts";

/** Facts of one week, one value combination of the scope's dimensions, and one group of people whose mix is to be held. */
export type PanelCell = {
  /** The value combination: "ios" or "ios|DE". The same everywhere where the scope names no dimension. */
  cluster: string;
  inScope: boolean;
  /** The group of people: a generation, with what else the mix is held by. */
  stratum: string;
  /** Its Monday, in days since 1970. */
  week: number;
  n: number;
  /** Of shares how many of them; else the sum of the values. */
  sum: number;
};

/** Pairs of answers of one person in scope, by the weeks of both: how many, how many of two top answers, top answers in them. */
export type PairCell = {
  week: number;
  since: number;
  pairs: number;
  products: number;
  sums: number;
};

export type OutcomePanel = {
  metric: VerdictOutcome;
  /** The size that matters, in the values' own unit. */
  size: number;
  cells: readonly PanelCell[];
  /** The last whole week whose facts can all be looked at: its Monday. */
  lastWeek: number;
  pairs: readonly PairCell[];
};

/** One arm of a randomised change, by week, and where it is known by generation. */
export type ArmCell = { arm: string; generation?: string; week: number; n: number; sum: number };
export type Arms = {
  experiment: string;
  /** Null where nobody says which arm it is: without it, no effect has a direction. */
  control: string | null;
  outcomes: Partial<Record<VerdictOutcome, readonly ArmCell[]>>;
};

/** Another dated change, and which side of this one it touches. */
export type OtherChange = {
  id: string;
  title: string;
  week: number;
  touches: { inside: boolean; outside: boolean };
};

/** Weekly totals of something that should not jump by itself, by kind. */
export type Tracked = {
  what: "exposures" | "answers" | "spells" | "methods" | "questionnaire";
  weeks: ReadonlyMap<number, Readonly<Record<string, number>>>;
};

export type JudgeInput = {
  /** The week of the change: its Monday. */
  week: number;
  outcomes: readonly OutcomePanel[];
  /** The scope's dimensions that tell sides apart; a purpose never does, since the same people are asked for several. */
  dimensions: readonly string[];
  /** Of the pairs of answers of one person, the share given under two values of these dimensions; 0 where none is known. */
  sharedPeople: number;
  arms: Arms | null;
  others: readonly OtherChange[];
  tracked: readonly Tracked[];
};

/** `withPath`: also what would have been, week by week, for a chart; a simulation does without. */
export type JudgeOptions = {
  followUpWeeks: number;
  withPath: boolean;
  /** Where the panel counts in something else than weeks, such as months: how many make a year, and how many may stand before. */
  calendar?: Calendar;
};

export type Calendar = { unitsAYear: number; mostBefore: number };

export const WEEKLY: Calendar = { unitsAYear: 365.25 / 7, mostBefore: 52 };

/** One week, or one wave, of one side or cluster. */
export type Unit = {
  week: number;
  n: number;
  value: number;
  /** Of counting alone: p(1 − p)/n with the mix held; 0 for values that are no shares. */
  variance: number;
};

export const WEEK = 7;
export const FEWEST_WEEKS_BEFORE = 12;
export const FEWEST_WEEKS_AFTER = 4;
export const FEWEST_WAVES_BEFORE = 4;
export const LEVEL = 0.05;
