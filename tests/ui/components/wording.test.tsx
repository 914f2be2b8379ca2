import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { UnknownTerms } from "../../../client/components/unknown-terms.tsx";
import { WordingCard } from "../../../client/components/wording-card.tsx";
import { wordingChanges } from "../../../client/components/wording-changes.ts";
import { WordingDiff } from "../../../client/components/wording-diff.tsx";

const empty = { title: "", text: "", accept: "", decline: "" };
const before = {
  name: "2026-01",
  wording: { title: "Your data", text: "We process your data.", accept: "I agree", decline: "" },
};
const after = {
  name: "2026-02",
  wording: { title: "Your data", text: "We use your data well.", accept: "Yes", decline: "No" },
};

test("what differs is marked word by word, and said to those who can't see it", () => {
  render(<WordingDiff before={before} after={after} locale="en" />);
  const [one, two] = within(partOf("Text")).getAllByRole("definition");
  expect(one?.querySelector("del")?.textContent).toBe("removed: process (end of what was removed)");
  expect([...(two?.querySelectorAll("ins") ?? [])].map((mark) => mark.textContent)).toEqual([
    "added: use (end of what was added)",
    "added: well (end of what was added)",
  ]);
  expect(one?.querySelector("ins")).toBeNull();
  expect(partOf("Title").querySelector("ins, del")).toBeNull();
});

test("each side says whose it is, and where there is nothing", () => {
  render(<WordingDiff before={before} after={after} locale="en" />);
  const sides = within(partOf("No button")).getAllByRole("definition");
  expect(sides.map(({ textContent }) => textContent)).toEqual([
    "2026-01: (nothing)",
    "2026-02: added: No (end of what was added)",
  ]);
});

test("languages without spaces are compared by their words", () => {
  const wording = (text: string) => ({ ...empty, text });
  render(
    <WordingDiff
      before={{ name: "a", wording: wording("データを使います") }}
      after={{ name: "b", wording: wording("情報を使います") }}
      locale="ja"
    />,
  );
  expect(partOf("Text").querySelector("del")?.textContent).toContain("データ");
  expect(partOf("Text").querySelector("del")?.textContent).not.toContain("使い");
});

test("each side keeps its own text, marks and white space included", () => {
  const text = "Writing to you. Nothing else changes, if you say no!";
  const other = "We look at what you\nviewed. Nothing changes.";
  const [, part] = wordingChanges({ ...empty, text }, { ...empty, text: other }, "en");
  const joined = (pieces: { text: string }[] = []) => pieces.map((one) => one.text).join("");
  expect(joined(part?.before)).toBe(text);
  expect(joined(part?.after)).toBe(other);
});

test("a mark that stays between two changes goes with them", () => {
  const pieces = wordingChanges(
    { ...empty, title: "Your data, your choice" },
    { ...empty, title: "What you get, and what for" },
    "en",
  )[0]?.before;
  expect(pieces).toEqual([{ text: "Your data, your choice", isChanged: true }]);
});

test("wordings that say the same say so", () => {
  render(<WordingDiff before={before} after={{ ...before, name: "copy" }} locale="en" />);
  expect(screen.getByText(/say the same/)).toBeDefined();
});

test("a card shows the wording with its reading grade, and has nothing to press", () => {
  render(<WordingCard name="2026-02" wording={after.wording} locale="en" />);
  const card = screen.getByRole("figure", { name: "2026-02 on a phone" });
  expect(card.textContent).toContain("We use your data well.");
  // 2 + 5 words in 2 lines; 1+2 and 1+1+1+2+1 syllables: 0.39 × 3.5 + 11.8 × 9/7 − 15.59 = 0.95
  expect(card.textContent).toContain("Grade 0.9, very easy (Flesch–Kincaid) · 7 words");
  expect(within(card).queryByRole("button")).toBeNull();
});

test("terms that readers may not know come with plainer words, else nothing is said of them", () => {
  const text = "We set cookies.";
  const { container } = render(<UnknownTerms wording={{ ...after.wording, text }} locale="en" />);
  expect(screen.getByRole("term").textContent).toBe("cookies");
  expect(screen.getByRole("definition").textContent).toMatch(/small files/);
  const plain = render(<UnknownTerms wording={after.wording} locale="en" />);
  expect(plain.container.textContent).toBe("");
  expect(container.textContent).not.toBe("");
});

function partOf(name: string): HTMLElement {
  const part = screen.getByText(name, { selector: "dt" }).parentElement;
  if (part === null) throw new Error(`no part ${name}`);
  return part;
}
