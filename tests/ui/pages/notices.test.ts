import { describe, expect, test } from "vitest";
import type { Notice } from "#shared/contract/notice.ts";
import { emptyWording } from "#shared/wording.ts";
import { languageTag } from "../../../client/format/typed.ts";
import { knownNotices } from "../../../client/pages/notices/known-notice.ts";
import {
  draftOf,
  inputOf,
  newDraft,
  problemsOf,
} from "../../../client/pages/notices/notice-draft.ts";

const wording = { title: "May we?", text: "We count.", accept: "Yes", decline: "No" };
const record = (notice: string, fields: Partial<Notice> = {}): Notice => ({
  id: `id-${notice}`,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  notice,
  title: "",
  purposes: ["ads"],
  wording: { "de-DE": wording, "en-US": wording },
  layoutNotes: "",
  checklist: ["what"],
  checkedBy: "Privacy team",
  previous: null,
  link: "",
  ...fields,
});
const seen = (...values: string[]) => [
  { name: "notice", values: values.map((value) => ({ value, n: 20, suppressed: false })) },
];

test("versions seen and versions written down are one list, the latest first", () => {
  const known = knownNotices([record("v2"), record("v3")], seen("v10", "v2", "none", "unknown"));
  expect(known.map((one) => [one.notice, one.record !== null])).toEqual([
    ["v10", false],
    ["v3", true],
    ["v2", true],
  ]);
});

describe("a new draft", () => {
  const known = knownNotices([record("v2")], seen("v3", "v2"));

  test("follows the version before it, in the same languages and for the same purposes", () => {
    expect(newDraft("v3", known)).toMatchObject({
      notice: "v3",
      previous: "v2",
      purposes: ["ads"],
      wording: { "de-DE": emptyWording, "en-US": emptyWording },
      checklist: [],
    });
  });

  test("without a name follows the latest, and the first of all begins in English", () => {
    expect(newDraft("", known).previous).toBe("v3");
    expect(newDraft("", [])).toMatchObject({ previous: null, wording: { en: emptyWording } });
  });
});

test("a language in which nothing was written is not sent", () => {
  const draft = { ...draftOf(record("v2")), wording: { de: wording, en: emptyWording } };
  expect(inputOf(draft)).toMatchObject({ notice: "v2", wording: { de: wording } });
  expect(inputOf(draft).wording).not.toHaveProperty("en");
});

describe("a draft is held back", () => {
  const draft = draftOf(record("v2"));

  test.each([
    ["notice", { notice: "" }],
    ["notice", { notice: "two words" }],
    ["notice", { notice: "taken" }],
    ["previous", { previous: "v2" }],
    ["previous", { previous: "two words" }],
    ["link", { link: "ftp://somewhere" }],
  ])("for its %s: %o", (name, wrong) => {
    expect(Object.keys(problemsOf({ ...draft, ...wrong }, [record("taken")]))).toEqual([name]);
  });

  test("for nothing else", () => {
    expect(problemsOf({ ...draft, previous: "v1" }, [record("taken")])).toEqual({});
  });
});

test("language tags take their canonical form, and what is none is refused", () => {
  expect(languageTag(" DE-at ")).toBe("de-AT");
  expect(languageTag("not a language")).toBeNull();
  expect(languageTag("")).toBeNull();
});
