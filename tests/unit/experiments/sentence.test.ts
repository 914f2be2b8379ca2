// What a test that cannot be told yet says: what is known, what is not sure, and what was not measured.
import { describe, expect, test } from "vitest";
import type { Judgement } from "../../../server/experiments/judge.ts";
import {
  brokenSentence,
  nobodySentence,
  sentenceOf,
  type Told,
} from "../../../server/experiments/sentence.ts";

const unclear: Judgement = {
  moved: "unclear",
  harmed: false,
  improved: false,
  notWorse: false,
  noDifference: false,
  timesMore: null,
};

const told = (patch: Partial<Told> = {}): string =>
  sentenceOf({
    recommendation: "keep_running",
    variant: "b",
    control: "a",
    primary: "opt_in_yield",
    difference: 0.056,
    low: 0.016,
    high: 0.096,
    size: 0.03,
    primaryFell: false,
    guardrails: [
      { outcome: "early_withdrawal", judgement: unclear },
      { outcome: "understanding", judgement: unclear },
    ],
    unseen: [],
    understandingDifference: null,
    days: null,
    ended: false,
    ...patch,
  });

const rise = "opt-in among those asked rose by 5.6 points (1.6 to 9.6)";
const flat = { difference: 0.01, low: -0.03, high: 0.05 };

describe("one that runs", () => {
  test("tells what rose, and what it waits for", () => {
    expect(told({ days: 12 })).toBe(
      `Keep b running for about 12 more days: ${rise}, but it can't be told yet how it does on early withdrawals and understanding.`,
    );
    expect(told({ ...flat, days: 1 })).toBe(
      "Keep b running for about 1 more day: it can't be told yet how it does on opt-in among those asked, early withdrawals and understanding.",
    );
  });

  test("tells what was not measured from what is not sure", () => {
    expect(told({ unseen: ["understanding"] })).toBe(
      `Keep b running: ${rise}, but it can't be told yet how it does on early withdrawals, and nothing has been seen of understanding.`,
    );
    expect(told({ unseen: ["early_withdrawal", "understanding"] })).toBe(
      `Keep b running: ${rise}, but nothing has been seen of early withdrawals and understanding.`,
    );
  });

  test("says when the wait is too long", () => {
    expect(told({ days: 90 })).not.toContain("too long");
    expect(told({ days: 2030 })).toMatch(/^Keep b running for about 2,030 more days: .*too long/);
  });
});

describe("one that has ended", () => {
  test("tells what it leaves open, and what is known all the same", () => {
    expect(told({ ...flat, ended: true })).toBe(
      "b has ended without an answer on opt-in among those asked, early withdrawals and understanding.",
    );
    expect(told({ ended: true })).toBe(
      `b has ended without an answer on early withdrawals and understanding, though ${rise}.`,
    );
    expect(told({ ended: true, unseen: ["understanding"] })).toBe(
      `b has ended without an answer on early withdrawals, though ${rise}, and nothing has been seen of understanding.`,
    );
    expect(told({ ended: true, unseen: ["early_withdrawal", "understanding"] })).toBe(
      `b has ended: ${rise}, but nothing has been seen of early withdrawals and understanding.`,
    );
  });
});

test("where nobody is in a variant of the plan, those that events name are told", () => {
  expect(nobodySentence(false, [])).toBe("Nobody has been asked yet.");
  expect(nobodySentence(true, [])).toBe("Nobody was asked in this test.");
  expect(nobodySentence(false, ["A2", "b2"])).toContain("events name A2 and b2 instead");
});

test("a hidden p of a broken test is told as below what breaks one", () => {
  expect(brokenSentence(null, true)).toContain("(chance of that: less than 0.001)");
  expect(brokenSentence(4e-5, true)).toContain("(chance of that: 0.00004)");
  expect(brokenSentence(0, false)).toMatch(/million\), .* Write down the shares that were planned/);
});
