import { expect, test } from "vitest";
import { wordingIn } from "#shared/wording.ts";

const one = { title: "", text: "one", accept: "", decline: "" };
const two = { ...one, text: "two" };

test("a wording is that of the very locale where there is one", () => {
  expect(wordingIn({ "en-GB": one, "en-US": two }, "en-US")).toBe(two);
});

test("else one of the same language stands in for it", () => {
  expect(wordingIn({ de: one, "en-US": two }, "en-GB")).toBe(two);
});

test("another language never does", () => {
  expect(wordingIn({ "de-DE": one }, "en-GB")).toBeNull();
});
