/** What all changes teach together: their verdicts side by side, and their effects pooled. */
import type { LearnedAnswer } from "#shared/contract/learned.ts";
import { formatDay } from "#shared/days.ts";
import { learn } from "../verdicts/learned.ts";
import type { ChangeVerdict } from "./verdict-list.ts";

export function buildLearned(
  verdicts: readonly ChangeVerdict[],
  asOf: number | null,
): LearnedAnswer {
  return {
    changes: verdicts.map(({ change, answer: { verdict, state, claim } }) => {
      const { id, title, date, kind } = change;
      return { id, title, date, kind, verdict, state, claim };
    }),
    outcomes: learn(verdicts.map(({ change: { kind }, answer }) => ({ kind, answer }))),
    asOf: asOf === null ? null : formatDay(asOf),
  };
}
