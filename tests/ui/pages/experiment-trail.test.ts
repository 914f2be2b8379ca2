// What was done with an experiment's record, in words.
import { describe, expect, test } from "vitest";
import type { ExperimentStep } from "#shared/contract/experiment-step.ts";
import { actionText, changesOf } from "../../../client/pages/experiments/trail-text.ts";

const step: ExperimentStep = {
  id: "s",
  createdAt: "2026-03-01T09:00:00Z",
  updatedAt: "2026-03-01T09:00:00Z",
  number: 2,
  experiment: "e",
  slug: "wording-7",
  title: "A test",
  action: "changed",
  status: "draft",
  changed: [],
};
const changed = (field: string, before: unknown, after: unknown) => ({ field, before, after });

describe("a step", () => {
  test.each([
    ["Written down (running)", { action: "created", status: "running" }],
    ["Started", { status: "running", changed: [changed("status", "draft", "running")] }],
    ["Stopped", { status: "stopped", changed: [changed("status", "running", "stopped")] }],
    ["Archived", { status: "archived", changed: [changed("status", "stopped", "archived")] }],
    ["Changed", { status: "running", changed: [changed("owner", "", "Ann")] }],
    ["Removed", { action: "removed", status: null }],
  ] as const)("is told as %s", (text, more) => {
    expect(actionText({ ...step, ...more } as ExperimentStep)).toBe(text);
  });

  test.each([
    ["People planned: nothing → 4,000", changed("plannedSubjects", null, 4000)],
    ["Smallest effect that matters, points: 3.0 → 1.0", changed("smallestEffect", 0.03, 0.01)],
    ["Last day: nothing → Mar 5, 2026", changed("endDate", null, "2026-03-05")],
    [
      "Primary outcome: Opt-in among those asked → Opt-in among those who decided",
      changed("primary", "opt_in_yield", "opt_in_rate"),
    ],
    ["Must not get worse: Understanding → nothing", changed("guardrails", ["understanding"], [])],
    ["Channel: nothing → Web and iOS", changed("channels", [], ["web", "ios"])],
    ["Who answers for it: understanding → Ann", changed("owner", "understanding", "Ann")],
    ["Variants and their wordings", changed("variants", [{ slug: "a" }], [{ slug: "b" }])],
  ])("says %s", (text, one) => {
    const status = changed("status", "draft", "running");
    expect(changesOf({ ...step, changed: [status, one] })).toEqual([{ field: one.field, text }]);
  });
});
