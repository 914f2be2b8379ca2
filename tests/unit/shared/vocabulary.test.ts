import { describe, expect, test } from "vitest";
import { locale } from "#shared/contract/fields.ts";
import { generationOf, generations } from "#shared/vocabulary.ts";

describe("the generation of a birth year (Pew Research Center's bands)", () => {
  test.each([
    [1900, "silent"],
    [1945, "silent"],
    [1946, "boomer"],
    [1964, "boomer"],
    [1965, "gen_x"],
    [1980, "gen_x"],
    [1981, "millennial"],
    [1996, "millennial"],
    [1997, "gen_z"],
    [2012, "gen_z"],
    [2013, "gen_alpha"],
    [2026, "gen_alpha"],
  ])("%i is %s", (year, generation) => {
    expect(generationOf(year)).toBe(generation);
  });

  test("never goes back as years go on", () => {
    const ranks = Array.from({ length: 127 }, (_, i) =>
      generations.indexOf(generationOf(1900 + i)),
    );
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });
});

describe("a locale", () => {
  test.each([
    ["en-us", "en-US"],
    ["EN-Latn-us", "en-Latn-US"],
    ["de", "de"],
    ["zh-hant-tw", "zh-Hant-TW"],
    ["iw", "he"],
    ["es-419", "es-419"],
    ["en-u-ca-gregory", "en-u-ca-gregory"],
    ["unknown", "unknown"],
  ])("%s is brought to its canonical form, %s", (given, canonical) => {
    expect(locale.parse(given)).toBe(canonical);
    expect(locale.parse(canonical)).toBe(canonical);
  });

  test.each(["", "en_US", "e", "en-", "english-language-tag-too-long-a-part", "en us", "123"])(
    "%j is none",
    (text) => {
      expect(locale.safeParse(text).success).toBe(false);
    },
  );
});
