import { describe, expect, test } from "vitest";
import { proseOf, readingOf } from "#shared/reading.ts";

const grade = (text: string, locale: string) => readingOf(text, locale)?.grade;

describe("English is graded by Flesch and Kincaid", () => {
  // 10 words in 1 sentence, syllables 1+2+3+2+1+1+2+1+1+2 = 16: 0.39 × 10 + 11.8 × 1.6 − 15.59 = 7.19
  test("in school years, by hand", () => {
    const text = "We process personal data on the basis of your consent.";
    expect(grade(text, "en-GB")?.value).toBeCloseTo(7.19, 10);
    expect(grade(text, "en-GB")).toMatchObject({ formula: "flesch_kincaid", level: "easy" });
  });

  // "May we use it" has no end mark, but its line ends: 4 + 6 words in 2 sentences, 10 syllables: −1.84.
  test("and no grade is below the first year; a line is a sentence", () => {
    const text = proseOf({ title: "May we use it", text: "The cat sat on the mat." });
    expect(readingOf(text, "en")).toMatchObject({ words: 10, sentences: 2, grade: { value: 0 } });
  });

  test("where letters are abbreviated, no sentence ends, nor inside a number", () => {
    expect(readingOf("We keep data, e.g. views, for 1.5 years. No more!", "en")).toMatchObject({
      words: 10,
      sentences: 2,
    });
  });

  test("a number is a word of at least one syllable", () => {
    expect(grade("30 30", "en")?.value).toBe(0);
    expect(readingOf("Well-known, it's 3,000.", "en")).toMatchObject({ words: 3, sentences: 1 });
  });
});

describe("other languages are graded by LIX", () => {
  // 10 words, 1 sentence, 4 of more than six letters (möchten, darüber, unseren, verwenden): 10 + 40 = 50.
  test("from words a sentence and long words, by hand", () => {
    const text = "Wir möchten Daten darüber nutzen, wie Sie unseren Dienst verwenden.";
    expect(grade(text, "de-DE")).toEqual({ formula: "lix", value: 50, level: "hard" });
  });

  // 7 words in 3 parts (colon, question mark, point), none long: 7/3.
  test("in which a colon ends a part, too", () => {
    const text = "Wir sehen: Sie mögen Tee? Ja, gern.";
    expect(grade(text, "de")?.value).toBeCloseTo(7 / 3, 10);
    expect(readingOf(text, "de")).toMatchObject({ words: 7, sentences: 2 });
  });

  test("also in Greek and Cyrillic letters", () => {
    expect(grade("Мы используем данные.", "ru")).toMatchObject({ formula: "lix" });
  });
});

describe("there is no grade", () => {
  test("of nothing", () => {
    expect(readingOf("", "en")).toBeNull();
    expect(readingOf(" … ", "de")).toBeNull();
  });

  test.each([
    ["私たちはデータを使います。いつでも変更できます。", "ja"],
    ["我们使用您的数据。", "zh-CN"],
    ["เราใช้ข้อมูลของคุณ", "th"],
  ])("where words are not set apart: %s", (text, locale) => {
    expect(readingOf(text, locale)).toMatchObject({
      characters: [...text].length,
      words: null,
      grade: null,
      noGrade: "no_spaces",
    });
  });

  test("where no formula is known for the letters, but words are counted", () => {
    expect(readingOf("نستخدم بياناتك. هل توافق؟", "ar")).toMatchObject({
      words: 4,
      sentences: 2,
      grade: null,
      noGrade: "no_formula",
    });
  });
});
