import { expect, test } from "vitest";
import { unknownTerms } from "#shared/unknown-terms.ts";

const terms = (text: string) => unknownTerms(text, "en-US").map(({ term }) => term);

test("terms of law and trade are found as they are written, in the order of the text, each once", () => {
  const text =
    "Third parties set cookies for our legitimate  interests. Cookies of third parties stay.";
  expect(terms(text)).toEqual(["Third parties", "cookies", "legitimate  interests"]);
});

test("a longer term stands for the shorter one inside it", () => {
  expect(terms("Our data processors, and one processor, do data processing.")).toEqual([
    "data processors",
    "data processing",
  ]);
});

test("parts of words are left alone", () => {
  expect(terms("A cookiecutter and a pixelated, thereinafter unprocessed picture")).toEqual([]);
});

test("a term comes with plainer words for it", () => {
  const [found] = unknownTerms("pursuant to the law", "en");
  expect(found).toEqual({ term: "pursuant to", plainer: "under" });
});

test("other languages have no list", () => {
  expect(unknownTerms("Cookies und Profiling", "de-DE")).toEqual([]);
});
