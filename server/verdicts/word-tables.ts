/** The words of a verdict by language. */
import type { Language } from "#shared/vocabulary.ts";
import type { Words } from "./words.ts";
import { arabic } from "./words-ar.ts";
import { english } from "./words-en.ts";

export const wordsOf: Record<Language, Words> = { en: english, ar: arabic };
