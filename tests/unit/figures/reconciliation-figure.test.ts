// Our opt-in rate beside others, the cases between them, and which of those are hidden.
import { describe, expect, test } from "vitest";
import type { ReconciliationAnswer } from "#shared/contract/reconciliation.ts";
import type { RestatementName } from "#shared/restatements.ts";
import { sent, times } from "../../support/metric-answers.ts";
import { withMetricStore } from "../../support/metric-store.ts";

const RANGE = { from: "2026-03-01", to: "2026-03-31" };

function reconciled(events: object[], k = 1): ReconciliationAnswer {
  return withMetricStore({ k }, (store) => {
    expect(store.sendEvents(events).rejected).toEqual([]);
    return store.reconcile(RANGE);
  });
}

/** Code → n and count, or `hidden`; steps of nothing left out. */
function stepsOf({ peers }: ReconciliationAnswer, as: RestatementName): Record<string, unknown> {
  const steps = peers.find((peer) => peer.as === as)?.steps ?? [];
  const shown: Record<string, unknown> = {};
  for (const step of steps) {
    if (step.suppressed) shown[step.code] = "hidden";
    else if (step.n !== 0 || step.count !== 0) shown[step.code] = [step.n, step.count];
  }
  return shown;
}

function figureOf({ peers }: ReconciliationAnswer, as: RestatementName) {
  return peers.find((peer) => peer.as === as)?.figure;
}

/** People who are shown the notice, and do this an hour later. */
const shown = (n: number, then: string | null, name: string) =>
  times(n, (i) => {
    const subject = `${name}${i}`;
    const prompt = sent("prompt_shown", "2026-03-02", { subject });
    return then === null ? [prompt] : [prompt, sent(then, "2026-03-02T13:00:00Z", { subject })];
  });
const again = (n: number, type: string, name: string) =>
  times(n, (i) => sent(type, "2026-03-09", { subject: `${name}${i}` }));

const company = [
  ...shown(50, "granted", "yes"),
  ...shown(30, "declined", "no"),
  ...shown(20, "dismissed", "closed"),
  ...shown(40, null, "silent"),
  ...again(12, "granted", "no"),
  ...again(25, "prompt_shown", "silent"),
];

describe("the difference", () => {
  const answer = reconciled(company);

  test("is told in cases, from our figure to theirs", () => {
    expect(answer.ours).toMatchObject({ n: 80, count: 50 });
    expect(figureOf(answer, "didomi")).toMatchObject({ n: 165, count: 62 });
    expect(stepsOf(answer, "didomi")).toEqual({
      dismissed: [20, 0],
      silent: [40, 0],
      repeated_prompts: [25, 0],
      repeated_choices: [0, 12],
    });
    expect(stepsOf(answer, "usercentrics")).toEqual({ repeated_choices: [12, 12] });
    expect(stepsOf(answer, "osano")).toEqual({ dismissed: [20, 0] });
    expect(stepsOf(answer, "att")).toEqual({});
  });

  test("is a share, theirs less ours", () => {
    const att = answer.peers.find(({ as }) => as === "att");
    const osano = answer.peers.find(({ as }) => as === "osano");
    expect(att?.difference).toBe(0);
    expect(osano?.difference).toBeCloseTo(0.5 - 50 / 80, 12);
  });

  test("to those who count on the day of showing holds what was shown before, or decided late", () => {
    const late = times(15, (i) => [
      sent("prompt_shown", "2026-03-02", { subject: `late${i}` }),
      sent("granted", "2026-03-20", { subject: `late${i}` }),
    ]);
    const before = times(11, (i) => [
      sent("prompt_shown", "2026-02-28", { subject: `before${i}` }),
      sent("declined", "2026-03-01", { subject: `before${i}` }),
    ]);
    const moved = reconciled([...late, ...before]);
    expect(stepsOf(moved, "osano")).toEqual({ day_of_showing: [-26, -15] });
    expect(stepsOf(moved, "didomi")).toEqual({ silent: [15, 0], day_of_showing: [-26, 0] });
  });
});

describe("a small step is hidden", () => {
  test("with another, so that it can't be had by subtraction, and in every line that tells it", () => {
    const forms = times(4, (i) => sent("granted", "2026-03-03", { subject: `form${i}` }));
    const answer = reconciled([...company, ...forms], 10);
    expect(stepsOf(answer, "didomi")).toEqual({
      dismissed: [20, 0],
      silent: [40, 0],
      repeated_prompts: [25, 0],
      repeated_choices: "hidden",
      unprompted: "hidden",
    });
    expect(figureOf(answer, "didomi")).toMatchObject({ n: 165, count: 62 });
    expect(stepsOf(answer, "usercentrics")).toEqual({ repeated_choices: "hidden" });
  });

  test("and where it is the only one, their figure goes with it", () => {
    const answer = reconciled([...shown(50, "granted", "yes"), ...again(3, "granted", "yes")], 10);
    for (const as of ["usercentrics", "didomi_consent_rate"] as const) {
      expect(figureOf(answer, as)).toEqual({ suppressed: true });
      expect(stepsOf(answer, as)).toEqual({ repeated_choices: "hidden" });
    }
    expect(answer.ours).toMatchObject({ n: 50 });
    expect(answer.peers.find(({ as }) => as === "usercentrics")?.difference).toBeNull();
  });

  test("and what is hidden in one line is hidden in all", () => {
    const events = [
      ...shown(50, "granted", "yes"),
      ...shown(30, null, "s"),
      ...shown(4, "dismissed", "c"),
    ];
    const answer = reconciled(events, 10);
    expect(stepsOf(answer, "osano")).toEqual({ dismissed: "hidden" });
    expect(figureOf(answer, "osano")).toEqual({ suppressed: true });
    expect(stepsOf(answer, "didomi")).toEqual({ dismissed: "hidden", silent: "hidden" });
    expect(figureOf(answer, "didomi")).toMatchObject({ n: 84 });
  });
});

describe("our own figure, where it is small,", () => {
  test("can't be had from theirs and the steps", () => {
    const answer = reconciled([...shown(6, "granted", "yes"), ...shown(60, null, "s")], 10);
    expect(answer.ours).toEqual({ suppressed: true });
    expect(stepsOf(answer, "didomi")).toEqual({ silent: "hidden" });
    expect(figureOf(answer, "didomi")).toMatchObject({ n: 66 });
    expect(figureOf(answer, "att")).toEqual({ suppressed: true });
  });
});
