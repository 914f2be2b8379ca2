/** How hard the notice of a change is to read, and the one before it: in one language that both are written in. */
import type { Change } from "#shared/contract/change.ts";
import type { LearnedReading } from "#shared/contract/learned.ts";
import type { Notice } from "#shared/contract/notice.ts";
import { proseOf, readingOf } from "#shared/reading.ts";
import { languageOf, wordingIn } from "#shared/wording.ts";

/** What lies closer is as hard: school years of Flesch–Kincaid, and of LIX half of the ten from one level to the next. */
const ALIKE = { flesch_kincaid: 1, lix: 5 };

/** Null where nothing is written down, or in no language that has a grade. English where there is a choice. */
export function readingOfChange(
  { notice }: Pick<Change, "notice">,
  notices: readonly Notice[],
): LearnedReading | null {
  const own = notices.find((one) => one.notice === notice);
  if (own === undefined) return null;
  const previous = notices.find((one) => one.notice === own.previous);
  const isEnglish = (locale: string) => languageOf(locale) === "en";
  const locales = Object.keys(own.wording).toSorted(
    (a, b) => Number(isEnglish(b)) - Number(isEnglish(a)),
  );
  const readings = locales.flatMap((locale): LearnedReading[] => {
    const after = gradeOf(own, locale);
    if (after === null) return [];
    const before = previous === undefined ? null : gradeOf(previous, locale);
    const { formula } = after;
    if (before?.formula !== formula) {
      return [{ locale, formula, before: null, after: after.value, step: "unknown" }];
    }
    const change = after.value - before.value;
    const step = Math.abs(change) < ALIKE[formula] ? "alike" : change < 0 ? "easier" : "harder";
    return [{ locale, formula, before: before.value, after: after.value, step }];
  });
  return readings.find(({ before }) => before !== null) ?? readings[0] ?? null;
}

function gradeOf({ wording }: Notice, locale: string) {
  const own = wordingIn(wording, locale);
  return own === null ? null : (readingOf(proseOf(own), locale)?.grade ?? null);
}
