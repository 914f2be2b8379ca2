// Each field at fault is told by name, with the rule and the value.
import { expect, test } from "vitest";
import { changeInput } from "#shared/contract/change.ts";
import { fieldProblems } from "../../../server/http/field-problems.ts";

const whole = { title: "Plainer words", date: "2026-03-02", kind: "wording" };

test.each([
  [{ kind: "party" }, "kind", "unknown_value", /^one of wording, .*, other, not "party"$/],
  [{ title: undefined }, "title", "missing_field", /^missing$/],
  [{ title: 7 }, "title", "wrong_type", /^of the type string, not 7$/],
  [{ title: null }, "title", "wrong_type", /^of the type string, not null$/],
  [{ title: "" }, "title", "bad_length", /^1 to 200 characters, not ""$/],
  [
    { owner: "a".repeat(201) },
    "owner",
    "bad_length",
    /^0 to 200 .*, not a text of 201 characters$/,
  ],
  [{ date: "2026-13-01" }, "date", "bad_format", /^a date such as .*, not "2026-13-01"$/],
  [
    { scope: { channels: "web" } },
    "scope.channels",
    "wrong_type",
    /^of the type array, not "web"$/,
  ],
  [{ scope: { purposes: ["ads", 3] } }, "scope.purposes.1", "wrong_type", /string, not 3$/],
  [{ scope: 5 }, "scope", "wrong_type", /^of the type object, not 5$/],
  [{ colour: "red" }, "colour", "unknown_field", /^there is no such field$/],
])("%j", (fields, field, code, message) => {
  const body = { ...whole, ...fields };
  const { error } = changeInput.safeParse(body);
  const problems = error === undefined ? [] : fieldProblems(error, body);
  expect(problems).toEqual([{ field, code, message: expect.stringMatching(message) }]);
});
