/** What all changes teach together: their verdicts side by side, and their effects pooled. */
import type { LearnedAnswer } from "#shared/contract/learned.ts";
import type { Notice } from "#shared/contract/notice.ts";
import { formatDay } from "#shared/days.ts";
import { learn } from "../verdicts/learned.ts";
import { readingOfChange } from "./reading-of-change.ts";
import type { ChangeVerdict } from "./verdict-list.ts";

export function buildLearned(
  verdicts: readonly ChangeVerdict[],
  notices: readonly Notice[],
  asOf: number | null,
): LearnedAnswer {
  const weighed = verdicts.map((one) => ({
    ...one,
    reading: readingOfChange(one.change, notices),
  }));
  return {
    changes: weighed.map(({ change, reading, answer: { verdict, state, claim } }) => {
      const { id, title, date, kind } = change;
      return { id, title, date, kind, verdict, state, claim, reading };
    }),
    outcomes: learn(
      weighed.map(({ change: { kind }, reading, answer }) => ({
        kind,
        reading: reading?.step ?? null,
        answer,
      })),
    ),
    asOf: asOf === null ? null : formatDay(asOf),
  };
}
