/**
 * How hard a text is to read, and how long it is. English: the Flesch–Kincaid grade (Kincaid et al. 1975, US school
 * years). Other languages written in Latin, Greek or Cyrillic letters: LIX (Björnsson 1968, "Läsbarhet"): words per
 * sentence plus per cent of words of more than six letters. Both were made for longer texts: on a prompt they are rough.
 */
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { languageOf, type Wording } from "./wording.ts";

export const readingLevels = ["very_easy", "easy", "medium", "hard", "very_hard"] as const;
export type ReadingLevel = (typeof readingLevels)[number];
export type ReadingFormula = "flesch_kincaid" | "lix";

export interface ReadingGrade {
  formula: ReadingFormula;
  /** School years, at least 0, or LIX. */
  value: number;
  level: ReadingLevel;
}

/** Why there is no grade: words are not set apart by spaces; or no formula is known to hold for the letters. */
export type NoGrade = "no_spaces" | "no_formula";

export interface Reading {
  /** Code points, spaces included. */
  characters: number;
  /** Null where words are not set apart by spaces. */
  words: number | null;
  sentences: number;
  grade: ReadingGrade | null;
  noGrade: NoGrade | null;
}

/** Hyphens and apostrophes inside keep a word together, as do points and commas in a number, and points in "e.g.". */
const WORD =
  /[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+|(?<=\p{N})[.,]\p{N}+|\.\p{L}(?!\p{L}))*/gu;
const LETTERS = /[\p{L}\p{M}]/gu;
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const MEASURED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/gu;

/** A mark ends no sentence where a small letter follows ("e.g. cookies"), or no space ("10:30"). */
const SENTENCE_END = /(?<=[.!?…؟۔।][»”"’)\]]*)\s+(?![\s\p{Ll}])|(?<=[。！？])|\n+/u;
/** Björnsson counts colons, too. */
const LIX_SENTENCE_END = /(?<=:)\s+/u;
const LONG_WORD_LETTERS = 6;

/** What is read of a wording before one of the buttons is pressed. */
export function proseOf({ title, text }: Pick<Wording, "title" | "text">): string {
  return [title, text].filter((part) => part.trim() !== "").join("\n");
}

/** Of a text in the language of a BCP 47 `locale`; null where there is not one word in it. */
export function readingOf(text: string, locale: string): Reading | null {
  const words = text.match(WORD) ?? [];
  if (words.length === 0) return null;
  const letters = countOf(text, LETTERS);
  const hasNoSpaces = countOf(text, NO_SPACES) * 2 > letters;
  const isMeasured = countOf(text, MEASURED) * 2 >= letters;
  const isEnglish = languageOf(locale) === "en";
  const sentences = withWords(text.split(SENTENCE_END));
  const counted = {
    characters: [...text.trim()].length,
    words: hasNoSpaces ? null : words.length,
    sentences: sentences.length,
  };
  if (hasNoSpaces) return { ...counted, grade: null, noGrade: "no_spaces" };
  if (!isMeasured) return { ...counted, grade: null, noGrade: "no_formula" };
  const grade = isEnglish ? schoolYears(words, sentences.length) : lix(words, sentences);
  return { ...counted, grade, noGrade: null };
}

/** A number is read as at least one syllable. */
function schoolYears(words: readonly string[], sentences: number): ReadingGrade {
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  const grade = fleschKincaid({
    sentence: sentences,
    word: words.length,
    syllable: syllables,
  });
  const value = Math.max(0, grade);
  return { formula: "flesch_kincaid", value, level: levelOf(value, [6, 8, 10, 13]) };
}

function lix(words: readonly string[], sentences: readonly string[]): ReadingGrade {
  const parts = withWords(sentences.flatMap((sentence) => sentence.split(LIX_SENTENCE_END)));
  const long = words.filter((word) => countOf(word, LETTERS) > LONG_WORD_LETTERS).length;
  const value = words.length / parts.length + (100 * long) / words.length;
  return { formula: "lix", value, level: levelOf(value, [30, 40, 50, 60]) };
}

/** `from` are the values at which the next level begins: school years as Flesch (1949) names them; LIX as read in Sweden. */
function levelOf(value: number, from: readonly [number, number, number, number]): ReadingLevel {
  const index = from.filter((limit) => value >= limit).length;
  return readingLevels[index] ?? "very_hard";
}

function withWords(parts: readonly string[]): string[] {
  return parts.filter((part) => part.match(WORD) !== null);
}

function countOf(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
