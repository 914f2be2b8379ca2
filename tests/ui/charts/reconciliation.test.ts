// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { Figure } from "#shared/contract/metric.ts";
import type { ReconciliationAnswer, ReconciliationStep } from "#shared/contract/reconciliation.ts";
import { type RestatementName, restatements } from "#shared/restatements.ts";
import {
  farthestOf,
  shapeSystems,
  stepsShown,
} from "../../../client/charts/shape/reconciliation.ts";
import { figure, hidden } from "./answers.ts";

const ours: Figure = { n: 100, count: 60, value: 0.6, low: 0.5, high: 0.69 };

function peer(as: RestatementName, theirs: Figure, steps: ReconciliationStep[] = []) {
  const value = theirs.suppressed ? null : theirs.value;
  const difference = value === null ? null : value - 0.6;
  return { as, restatement: restatements[as], figure: theirs, difference, steps };
}

function answerOf(...peers: ReturnType<typeof peer>[]): ReconciliationAnswer {
  return {
    ...({ metric: "opt_in_rate", unit: "share", from: "2026-03-01", to: "2026-03-31" } as const),
    ...{ asOf: "2026-03-31", dataVersion: 1, k: 10, confidence: 0.95, sources: ["events"] },
    ...{ definition: "/glossary/opt_in_rate", ours, peers },
  };
}

describe("systems side by side", () => {
  test("begin with ours, and share one scale that holds every interval", () => {
    const answer = answerOf(peer("didomi", figure(0.2, 300, 0.05)), peer("att", hidden));
    const { rows, scale } = shapeSystems(answer);
    expect(rows.map(({ as }) => as)).toEqual([null, "didomi", "att"]);
    expect(scale.low).toBeLessThanOrEqual(0.15);
    expect(scale.high).toBeGreaterThanOrEqual(0.69);
  });

  test("fit more opt-ins than displays, too", () => {
    const over = { n: 10, count: 12, value: 1.2, low: null, high: null };
    expect(shapeSystems(answerOf(peer("didomi", over))).scale.high).toBeGreaterThanOrEqual(1.2);
  });
});

describe("the sentence", () => {
  const steps: ReconciliationStep[] = [
    // Moves more cases than any other, but the other way.
    { code: "unprompted", n: -50, count: -20 },
    { code: "dismissed", n: 30, count: 0 },
    { code: "silent", n: 20, count: 0 },
    { code: "repeated_prompts", suppressed: true },
  ];

  test("is about the farthest system, and the step that alone moves ours most that way", () => {
    const near = peer("att", figure(0.55));
    const answer = answerOf(near, peer("didomi", figure(0.4), steps), peer("osano", hidden));
    const farthest = farthestOf(answer);
    expect([farthest?.peer.as, farthest?.step]).toEqual(["didomi", "dismissed"]);
  });

  test("is left out where no system differs, and names no step where none can be seen", () => {
    expect(farthestOf(answerOf(peer("att", ours), peer("osano", hidden)))).toBeNull();
    const secret = peer("didomi", figure(0.4), [{ code: "dismissed", suppressed: true }]);
    expect(farthestOf(answerOf(secret))?.step).toBeNull();
  });
});

test("steps of nothing are not shown, hidden ones are", () => {
  const steps: ReconciliationStep[] = [
    { code: "dismissed", n: 0, count: 0 },
    { code: "silent", suppressed: true },
    { code: "repeated_choices", n: 0, count: 12 },
  ];
  expect(stepsShown(peer("didomi", ours, steps)).map(({ code }) => code)).toEqual([
    "silent",
    "repeated_choices",
  ]);
});
