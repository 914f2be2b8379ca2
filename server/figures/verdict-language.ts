/** A verdict in one language, of those that it holds. */
import type { SpokenVerdict, WeighedVerdict } from "#shared/contract/verdict.ts";
import type { Language } from "#shared/vocabulary.ts";

/** In English where it does not hold the one asked for. */
export function inLanguage(
  { said, ...answer }: SpokenVerdict,
  language: Language,
): WeighedVerdict & { language: Language } {
  const texts = language === "en" ? undefined : said?.[language];
  if (texts === undefined) return { ...answer, language: "en" };
  const { sentence, designReason, confounders, missing } = texts;
  return {
    ...answer,
    sentence,
    designReason,
    confounders: answer.confounders.map((one, i) => ({ ...one, text: confounders[i] ?? one.text })),
    outcomes: answer.outcomes.map((one, i) => ({ ...one, missing: missing[i] ?? one.missing })),
    language,
  };
}
