// @vitest-environment node
import { describe, expect, test } from "vitest";
import { type Experiment, experimentInput } from "#shared/contract/experiment.ts";
import { ApiError } from "../../../client/api/client.ts";
import { problemsOf, refusedFields } from "../../../client/pages/experiments/draft-problems.ts";
import {
  draftOf,
  draftOfSeen,
  evenShares,
  inputOf,
  newDraft,
  patchOf,
  planOf,
} from "../../../client/pages/experiments/experiment-draft.ts";
import { results } from "../charts/experiment-answers.ts";

const wording = { title: "May we?", text: "We count.", accept: "Yes", decline: "No" };
const record: Experiment = {
  ...experimentInput.parse({
    slug: "one",
    title: "One",
    variants: [
      { slug: "new", share: 1, wording: { de: wording } },
      { slug: "old", share: 3, isControl: true, wording: { en: wording } },
    ],
    smallestEffect: 0.025,
    plannedSubjects: 4000,
    startDate: "2026-04-21",
  }),
  id: "e-1",
  createdAt: "2026-04-01T00:00:00.000Z",
  updatedAt: "2026-04-01T00:00:00.000Z",
};

const filled = () => ({ ...newDraft(), title: "Shorter", slug: "shorter" });

describe("the draft of a record", () => {
  test("gives the record again, with shares of a whole", () => {
    const { id: _, createdAt: __, updatedAt: ___, status: ____, ...input } = record;
    const variants = record.variants.map((one) => ({ ...one, share: one.share / 4 }));
    expect(inputOf(draftOf(record))).toEqual({ ...input, variants });
  });

  test("can be written in each language that one of its variants has", () => {
    for (const one of draftOf(record).variants)
      expect(Object.keys(one.wording)).toEqual(["de", "en"]);
  });

  test("sends all of a plan, and nothing that was fixed before the first look", () => {
    expect(patchOf(draftOf(record), "draft")).toHaveProperty("variants");
    const patch = patchOf(draftOf(record), "running");
    expect(patch).toMatchObject({ title: "One", startDate: "2026-04-21" });
    for (const fixed of ["slug", "variants", "primary", "smallestEffect", "plannedSubjects"])
      expect(patch).not.toHaveProperty(fixed);
  });

  test("of one that the data name has its name, variants and first day", () => {
    const draft = draftOfSeen(results());
    expect(draft).toMatchObject({ slug: "benefit-first", startDate: "2026-04-21" });
    expect(draft.variants.map(({ slug }) => slug)).toEqual(["purpose-first", "benefit-led"]);
    expect(problemsOf(draft)).toEqual({});
  });
});

test("what a new draft says is what the API takes", () => {
  expect(problemsOf(filled())).toEqual({});
  expect(experimentInput.safeParse(inputOf(filled())).success).toBe(true);
});

describe("problems stand at their field", () => {
  test.each([
    [{ title: " " }, "title"],
    [{ slug: "Not A Slug" }, "slug"],
    [{ smallestEffect: "0" }, "smallestEffect"],
    [{ plannedSubjects: "12.5" }, "plannedSubjects"],
    [{ startDate: "2026-05-02", endDate: "2026-05-01" }, "endDate"],
  ])("of a draft with %j: %s", (patch, field) => {
    expect(Object.keys(problemsOf({ ...filled(), ...patch }))).toEqual([field]);
  });

  test("shares have to be above 0 and make 100%", () => {
    const { variants } = filled();
    const shares = (...list: string[]) =>
      problemsOf({
        ...filled(),
        variants: variants.map((one, i) => ({ ...one, share: list[i] ?? "" })),
      });
    expect(shares("60", "30")).toEqual({ variants: expect.stringContaining("90%") });
    expect(shares("100", "0")).toHaveProperty(["variants.1.share"]);
    expect(shares("66,67", "33.33")).toEqual({});
  });

  test("a name can be given to one variant only", () => {
    const variants = filled().variants.map((one) => ({ ...one, slug: "same" }));
    expect(problemsOf({ ...filled(), variants })).toEqual({
      "variants.1.slug": expect.stringContaining("same"),
    });
  });

  test("so does what the API refuses", () => {
    const fields = [{ field: "slug", code: "conflict" as const, message: "there is one already" }];
    expect(refusedFields(new ApiError(409, "conflict", "", fields))).toEqual({
      slug: "there is one already",
    });
    expect(refusedFields(new Error("no"))).toEqual({});
  });
});

test("the planner is asked about the control's share first", () => {
  const plan = planOf(draftOf(record), 0.5, 60);
  expect(plan.shares).toEqual([0.75, 0.25]);
  expect(plan).toMatchObject({ traffic: 0.5, maxDays: 60, smallestEffect: 0.025 });
});

test("even shares make 100 to the last digit", () => {
  expect(evenShares(2)).toEqual(["50", "50"]);
  expect(evenShares(3)).toEqual(["33.33", "33.33", "33.34"]);
});
