// Rule 7: what a choice costs, in time and steps; and attempts to leave.
import { describe, expect, test } from "vitest";
import { binOf } from "#shared/duration-bins.ts";
import type { ConsentEvent } from "../../../server/fold/event.ts";
import { event, factsOfKind, valuesOf } from "../../support/fold-events.ts";

const T0 = Date.parse("2026-03-02T10:00:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("the time of a decision granted", () => {
  const timeOf = (...all: ConsentEvent[]) => valuesOf("x", "grant_time", all);

  test("is its durationMs", () => {
    const all = [event("prompt_shown", T0), event("granted", T0 + 9000, { durationMs: 4200 })];
    expect(timeOf(...all)).toEqual([binOf(4200)]);
  });

  test("may be 0 as stated", () => {
    expect(timeOf(event("granted", T0, { durationMs: 0 }))).toEqual([binOf(0)]);
  });

  test.each([
    ["counts up to exactly 1 h", HOUR, [binOf(HOUR)]],
    ["does not count a millisecond later", HOUR + 1, []],
  ])("else since the prompt that is its exposure: %s", (_, after, times) => {
    expect(timeOf(event("prompt_shown", T0), event("granted", T0 + after))).toEqual(times);
  });

  test("is counted from the first prompt, not from a later one", () => {
    const again = event("prompt_shown", T0 + 2 * HOUR);
    expect(timeOf(event("prompt_shown", T0), again, event("granted", T0 + 2 * HOUR + 5))).toEqual(
      [],
    );
  });

  test("is not known where the exposure is no prompt, or under another notice", () => {
    expect(timeOf(event("granted", T0))).toEqual([]);
    expect(timeOf(event("dismissed", T0), event("granted", T0 + 5))).toEqual([]);
    const elsewhere = event("granted", T0 + 5, { notice: "n2" });
    expect(timeOf(event("prompt_shown", T0), elsewhere)).toEqual([]);
  });

  test("is not kept of a decline, nor of a grant that is no decision", () => {
    const all = [
      event("declined", T0, { durationMs: 10, steps: 1 }),
      event("granted", T0 + 1, { durationMs: 20, steps: 2 }),
    ];
    expect(timeOf(...all)).toEqual([]);
    expect(factsOfKind("grant_steps", all)).toEqual([]);
  });

  test("has steps only as stated, with the decision's method", () => {
    const all = [event("granted", T0, { steps: 3, method: "assisted" })];
    expect(factsOfKind("grant_steps", all)).toEqual([
      expect.objectContaining({ x: 3, method: "assisted" }),
    ]);
    expect(factsOfKind("grant_steps", [event("granted", T0)])).toEqual([]);
  });
});

describe("the time of a withdrawal", () => {
  const granted = event("granted", T0, { channel: "ios" });
  const timeOf = (...all: ConsentEvent[]) => valuesOf("x", "exit_time", [granted, ...all]);

  test("is its durationMs, with the spell's dimensions and its own method and reason", () => {
    const withdrawn = event("withdrawn", T0 + DAY, {
      channel: "email",
      durationMs: 900,
      method: "assisted",
      reason: "other",
    });
    expect(factsOfKind("exit_time", [granted, withdrawn])).toEqual([
      expect.objectContaining({
        day: "2026-03-03",
        x: binOf(900),
        channel: "ios",
        notice: "n1",
        method: "assisted",
        reason: "other",
      }),
    ]);
  });

  test.each([
    ["counts up to exactly 24 h", DAY, [binOf(DAY)]],
    ["does not count a millisecond later", DAY + 1, []],
  ])("else since the attempt began: %s", (_, after, times) => {
    const started = event("withdrawal_started", T0 + 5);
    expect(timeOf(started, event("withdrawn", T0 + 5 + after))).toEqual(times);
  });

  test("is counted from the start of the attempt, not from another start that belongs to it", () => {
    const starts = [event("withdrawal_started", T0 + 5), event("withdrawal_started", T0 + HOUR)];
    expect(timeOf(...starts, event("withdrawn", T0 + 5 + 2 * HOUR))).toEqual([binOf(2 * HOUR)]);
  });

  test("is not known of a decline, an orphan, or where nothing was begun in the spell", () => {
    const declined = event("declined", T0 + 9, { durationMs: 5, steps: 4 });
    expect(timeOf(declined)).toEqual([]);
    expect(factsOfKind("exit_steps", [granted, declined])).toEqual([]);
    expect(timeOf(event("withdrawn", T0 + 9))).toEqual([]);
    const orphan = event("withdrawn", T0, { durationMs: 7, steps: 2 });
    expect(factsOfKind("exit_time", [orphan])).toEqual([]);
    expect(timeOf(event("withdrawal_started", T0 - 5), event("withdrawn", T0 + 9))).toEqual([]);
  });

  test("has steps only as stated", () => {
    const withdrawn = event("withdrawn", T0 + 1, { steps: 6 });
    expect(valuesOf("x", "exit_steps", [granted, withdrawn])).toEqual([6]);
  });
});

describe("an attempt to withdraw", () => {
  const granted = event("granted", T0 - DAY, { channel: "ios" });
  const outcomes = (...all: ConsentEvent[]) => valuesOf("outcome", "attempt", [granted, ...all]);
  const started = (after: number) => event("withdrawal_started", T0 + after);

  test("begins inside a spell, with the spell's dimensions", () => {
    const begun = event("withdrawal_started", T0, { channel: "email", notice: "n9" });
    expect(factsOfKind("attempt", [granted, begun])).toEqual([
      expect.objectContaining({ day: "2026-03-02", channel: "ios", notice: "n1" }),
    ]);
    expect(factsOfKind("attempt", [begun])).toEqual([]);
  });

  test.each([
    ["belongs to it up to exactly 24 h", DAY, ["given_up"]],
    ["is a new one a millisecond later", DAY + 1, ["given_up", "given_up"]],
  ])("another start %s", (_, after, all) => {
    expect(outcomes(started(0), started(after))).toEqual(all);
  });

  test("another start within 24 h does not make it longer", () => {
    expect(outcomes(started(0), started(DAY - 5), started(DAY + 5))).toHaveLength(2);
  });

  test.each(["withdrawn", "declined"] as const)("is finished by a %s within 24 h", (type) => {
    expect(outcomes(started(0), event(type, T0 + DAY))).toEqual(["finished"]);
    expect(outcomes(started(0), event(type, T0 + DAY + 1))).toEqual(["given_up"]);
  });

  test("only the one in which the spell closes is finished", () => {
    const all = [started(0), started(2 * DAY), event("withdrawn", T0 + 2 * DAY + 1)];
    expect(outcomes(...all)).toEqual(["given_up", "finished"]);
  });

  test("ends with its spell: the next spell's attempt is its own", () => {
    const all = [
      started(0),
      event("withdrawn", T0 + 1),
      event("granted", T0 + 2, { channel: "web" }),
      started(3),
    ];
    const attempts = factsOfKind("attempt", [granted, ...all]);
    expect(attempts.map(({ channel, outcome }) => [channel, outcome])).toEqual([
      ["ios", "finished"],
      ["web", "given_up"],
    ]);
  });

  test("is not finished by a withdrawal for another purpose", () => {
    expect(outcomes(started(0), event("withdrawn", T0 + 1, { purpose: "email" }))).toEqual([
      "given_up",
    ]);
  });
});
