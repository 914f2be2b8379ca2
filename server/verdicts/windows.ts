/** Which weeks count as before and after, and what gets in their way. */
import {
  FEWEST_WEEKS_AFTER,
  FEWEST_WEEKS_BEFORE,
  type JudgeInput,
  type JudgeOptions,
  type OtherChange,
  WEEK,
  WEEKLY,
} from "./panel.ts";

/** Mondays, all included. The week of the change is in neither. */
export type Window = {
  baselineFrom: number;
  baselineTo: number;
  afterFrom: number;
  afterTo: number;
  /** Where a series of those in scope may begin: it goes on beyond changes that the baseline stops at. */
  pastFrom: number;
  /** The weeks of these changes, ascending. */
  steps: number[];
  /** The Monday of the week in which the follow-up is full. */
  followUpTo: number;
  /** Changes that the window was cut short for: none of their weeks is in it. */
  avoided: OtherChange[];
  /** Changes inside it all the same. */
  overlapping: OtherChange[];
};

/** A comparison with those outside minds what happened to them, too; a series of those inside does not. */
export function windowOf(
  { week, outcomes, others }: JudgeInput,
  { followUpWeeks, calendar = WEEKLY }: JudgeOptions,
  minds: "inside" | "both",
): Window {
  const known = outcomes.flatMap(({ cells }) => cells.map((cell) => cell.week));
  const first = known.reduce((a, b) => Math.min(a, b), week);
  const last = Math.max(week, ...outcomes.map(({ lastWeek }) => lastWeek));
  const touching = others.filter(
    ({ touches }) => touches.inside || (minds === "both" && touches.outside),
  );
  const earliest = Math.max(first, week - calendar.mostBefore * WEEK);
  const clearBefore = touching
    .filter((other) => other.week < week && week - other.week > FEWEST_WEEKS_BEFORE * WEEK)
    .reduce((from, other) => Math.max(from, other.week + WEEK), earliest);
  const followUpTo = week + Math.max(followUpWeeks, FEWEST_WEEKS_AFTER) * WEEK;
  const clearAfter = touching
    .filter((other) => other.week - week > FEWEST_WEEKS_AFTER * WEEK)
    .reduce((to, other) => Math.min(to, other.week - WEEK), followUpTo);
  const within = (from: number, to: number) => (other: OtherChange) =>
    other.week >= from && other.week <= to;
  const window = within(clearBefore, clearAfter);
  const earlier = touching.filter((other) => other.week >= earliest && other.week < clearBefore);
  return {
    pastFrom: earliest,
    steps: [...new Set(earlier.map((other) => other.week))].toSorted((a, b) => a - b),
    baselineFrom: clearBefore,
    baselineTo: week - WEEK,
    afterFrom: week + WEEK,
    afterTo: Math.min(last, clearAfter),
    followUpTo: clearAfter,
    avoided: touching.filter((other) => within(earliest, followUpTo)(other) && !window(other)),
    overlapping: touching.filter(window),
  };
}
