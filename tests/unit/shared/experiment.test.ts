// What an experiment's record may say.
import { describe, expect, test } from "vitest";
import { experimentInput } from "#shared/contract/experiment.ts";
import { controlOf, nextStatuses } from "#shared/experiments.ts";

const variants = [
  { slug: "a", share: 1 },
  { slug: "b", share: 1 },
];
const minimal = { slug: "wording-7", title: "Benefit first", variants };

describe("an experiment", () => {
  test("is a draft about opt-in yield, with all guardrails, unless it says otherwise", () => {
    expect(experimentInput.parse(minimal)).toMatchObject({
      status: "draft",
      primary: "opt_in_yield",
      guardrails: ["early_withdrawal", "understanding", "opt_out_effort", "answer_share"],
      smallestEffect: null,
      plannedSubjects: null,
      variants: [{ slug: "a", isControl: false, wording: {}, checklist: [] }, { slug: "b" }],
    });
  });

  test("keeps its wordings by locale, in canonical form", () => {
    const wording = { title: "Your choice", text: "We use …", accept: "Yes", decline: "No" };
    const parsed = experimentInput.parse({
      ...minimal,
      variants: [{ slug: "a", share: 1, wording: { "en-us": wording } }, variants[1]],
    });
    expect(parsed.variants[0]?.wording).toEqual({ "en-US": wording });
  });

  test.each([
    ["a single variant", [variants[0]], ""],
    ["a variant given twice", [variants[0], variants[0]], "the variant a is given twice"],
    ["two controls", variants.map((one) => ({ ...one, isControl: true })), "only one can be"],
    ["an empty share", [variants[0], { slug: "b", share: 0 }], "above 0"],
  ])("is refused with %s", (_, wrong, message) => {
    const parsed = experimentInput.safeParse({ ...minimal, variants: wrong });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.message).toContain(message);
  });

  test("has the variant as control that is marked, else the first", () => {
    const { variants: parsed } = experimentInput.parse(minimal);
    expect(controlOf(parsed)).toBe("a");
    expect(controlOf(parsed.map((one) => ({ ...one, isControl: one.slug === "b" })))).toBe("b");
  });

  test("never goes back to a status it has left", () => {
    const reachable = (status: keyof typeof nextStatuses): string[] =>
      nextStatuses[status].flatMap((next) => [next, ...reachable(next)]);
    expect(reachable("draft")).toContain("archived");
    for (const status of Object.keys(nextStatuses) as (keyof typeof nextStatuses)[]) {
      expect(reachable(status)).not.toContain(status);
    }
  });
});
