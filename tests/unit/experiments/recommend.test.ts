// The recommendation is the first of the list that applies.
import { describe, expect, test } from "vitest";
import type { Judgement } from "../../../server/experiments/judge.ts";
import { overall, recommend } from "../../../server/experiments/recommend.ts";

const unclear: Judgement = {
  moved: "unclear",
  harmed: false,
  improved: false,
  notWorse: false,
  noDifference: false,
  timesMore: null,
};
const better: Judgement = { ...unclear, moved: "rose", improved: true, notWorse: true };
const worse: Judgement = { ...unclear, moved: "fell", harmed: true };
const safe: Judgement = { ...unclear, notWorse: true };
const same: Judgement = { ...unclear, notWorse: true, noDifference: true };

const of = (primary: Judgement, understanding: Judgement, early = safe, effort = unclear) =>
  recommend({
    primary,
    understanding,
    guardrails: [
      { outcome: "early_withdrawal", judgement: early },
      { outcome: "understanding", judgement: understanding },
      { outcome: "opt_out_effort", judgement: effort },
    ],
  });

describe("a variant", () => {
  test.each([
    ["more accepted, less understood", of(better, worse), "more_accepted_less_understood"],
    ["less accepted", of(worse, safe), "keep_the_control"],
    ["more accepted, but taken back", of(better, safe, worse), "keep_the_control"],
    ["more accepted, but harder to leave", of(better, safe, safe, worse), "keep_the_control"],
    ["less understood, and not more accepted", of(unclear, worse), "keep_the_control"],
    ["more accepted, nothing worse", of(better, safe), "ship"],
    ["more accepted and understood", of(better, better), "ship"],
    ["more accepted, understanding not told yet", of(better, unclear), "keep_running"],
    ["more accepted, early withdrawals not told yet", of(better, safe, unclear), "keep_running"],
    ["just as accepted", of(same, unclear), "no_difference"],
    ["not told yet", of(unclear, safe), "keep_running"],
  ])("%s", (_, got, expected) => {
    expect(got).toBe(expected);
  });

  test("that nobody was asked about is not shipped", () => {
    const guardrails = [{ outcome: "understanding", judgement: unclear }] as const;
    expect(recommend({ primary: better, understanding: null, guardrails })).toBe("keep_running");
  });
});

describe("of several variants", () => {
  const one = (
    recommendation: Parameters<typeof overall>[0][number]["recommendation"],
    difference: number,
  ) => ({
    recommendation,
    difference,
  });
  test("the best that may be shipped is", () => {
    const best = overall([
      one("ship", 0.02),
      one("ship", 0.05),
      one("more_accepted_less_understood", 0.2),
    ]);
    expect(best).toEqual(one("ship", 0.05));
  });
  test("one that may still get there keeps the test running", () => {
    expect(overall([one("keep_the_control", -0.1), one("keep_running", 0.01)])).toEqual(
      one("keep_running", 0.01),
    );
  });
  test("else the first of the list applies", () => {
    const all = [one("no_difference", 0), one("keep_the_control", -0.1)];
    expect(overall(all)).toEqual(one("keep_the_control", -0.1));
  });
});
