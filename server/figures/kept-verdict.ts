/** A final verdict is kept as it was when it was first found; what the data say later stands beside it, never in its place. */
import { isDeepStrictEqual } from "node:util";
import type { Change } from "#shared/contract/change.ts";
import type {
  FinalVerdict,
  Recheck,
  SpokenVerdict,
  VerdictAnswer,
  WeighedVerdict,
} from "#shared/contract/verdict.ts";
import type { Language } from "#shared/vocabulary.ts";
import { wordsOf } from "../verdicts/word-tables.ts";
import { calibrationOf } from "./verdict-calibration.ts";
import { inLanguage } from "./verdict-language.ts";

/** As it is found, to be kept. */
export type FoundVerdict = Pick<FinalVerdict, "id" | "question" | "answer">;

/** What a verdict answers; who answers for a change, and what it is called, is not in it. */
export function questionOfChange(change: FinalVerdict["question"]): FinalVerdict["question"] {
  const { date, scope, notice, experiment } = change;
  return { date, scope, notice, experiment };
}

export function isSameQuestion(a: FinalVerdict["question"], b: FinalVerdict["question"]): boolean {
  return isDeepStrictEqual(questionOfChange(a), questionOfChange(b));
}

/** One that was found for the question that the change was before does not. */
export function stillHolds({ id, question }: FinalVerdict, change: Change): boolean {
  return id === change.id && isSameQuestion(question, change);
}

/** Its figures were hidden by the small-cell limit of their day: under a higher one they can't be shown. */
export function mayBeShown({ answer }: FinalVerdict, k: number): boolean {
  return answer.k >= k;
}

/**
 * Under the title that the change has now, in the language asked for; in English where it was kept before Candor spoke another.
 * `now` is null where no recheck is asked for.
 */
export function asKept(
  { keptOn, answer: kept }: FinalVerdict,
  { id, title, date }: Change,
  now: SpokenVerdict | null,
  asked: Language,
): VerdictAnswer {
  const answer = inLanguage(kept, asked);
  const { language } = answer;
  const { quoted } = wordsOf[language];
  return {
    ...answer,
    change: { id, title, date },
    sentence: answer.sentence.split(quoted(answer.change.title)).join(quoted(title)),
    keptOn,
    keptDataVersion: answer.dataVersion,
    recheck: now === null ? null : recheckOf(answer, inLanguage(now, language)),
    calibration: calibrationOf(answer.diagnostics, language),
  };
}

export function asWeighed(weighed: SpokenVerdict, asked: Language): VerdictAnswer {
  const answer = inLanguage(weighed, asked);
  const calibration = calibrationOf(answer.diagnostics, answer.language);
  return { ...answer, keptOn: null, keptDataVersion: null, recheck: null, calibration };
}

/** Null where it is of the same data and settings, and says the same. */
function recheckOf(kept: WeighedVerdict, now: WeighedVerdict): Recheck | null {
  const { verdict, claim, sentence, outcomes, dataVersion, asOf } = now;
  const differs = !isDeepStrictEqual(gistOf(kept), gistOf(now));
  if (!differs && isDeepStrictEqual(basisOf(kept), basisOf(now))) return null;
  return { verdict, claim, sentence, outcomes, dataVersion, asOf, differs };
}

function basisOf({ dataVersion, settings }: WeighedVerdict) {
  return { dataVersion, settings };
}

function gistOf({ verdict, claim, outcomes }: WeighedVerdict) {
  return { verdict, claim, moves: outcomes.map(({ metric, moved }) => ({ metric, moved })) };
}
