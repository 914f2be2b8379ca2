// Rules 2 and 3: who was asked, what came of it, and the decision.
import { describe, expect, test } from "vitest";
import { event, factsOfKind, valuesOf } from "../../support/fold-events.ts";

const T0 = Date.parse("2026-03-02T10:00:00Z");
const WEEK = 7 * 24 * 3_600_000;

describe("rule 2: an exposure", () => {
  test("is one per subject, purpose and notice", () => {
    const all = [
      event("prompt_shown", T0),
      event("prompt_shown", T0 + 1),
      event("prompt_shown", T0 + 2, { notice: "n2" }),
      event("prompt_shown", T0 + 3, { purpose: "email" }),
    ];
    const exposures = factsOfKind("exposure", all);
    expect(exposures.map(({ purpose, notice }) => `${purpose} ${notice}`)).toEqual([
      "ads n1",
      "ads n2",
      "email n1",
    ]);
  });

  test.each(["prompt_shown", "granted", "declined", "dismissed"] as const)(
    "is the first event under the notice, also a %s, at its time and with its dimensions",
    (type) => {
      const first = event(type, "2026-03-02T10:00:00Z", {
        channel: "ios",
        region: "DE",
        segment: "premium",
        locale: "de-DE",
        experiment: "wording",
        variant: "plain",
      });
      const later = event("prompt_shown", "2026-03-03T10:00:00Z", { channel: "web" });
      expect(factsOfKind("exposure", [later, first])).toEqual([
        expect.objectContaining({
          day: "2026-03-02",
          channel: "ios",
          region: "DE",
          segment: "premium",
          locale: "de-DE",
          experiment: "wording",
          variant: "plain",
        }),
      ]);
    },
  );

  test.each(["withdrawal_started", "withdrawn", "survey_answered"] as const)(
    "does not come from a %s, whatever notice it states",
    (type) => {
      expect(factsOfKind("exposure", [event(type, T0, { notice: "n1" })])).toEqual([]);
    },
  );

  test("gives the one that is asked, per purpose, with the dimensions of its first of any notice", () => {
    const all = [
      event("prompt_shown", T0 + 5, { notice: "n2", channel: "ios" }),
      event("dismissed", T0, { notice: "n1", channel: "email" }),
      event("prompt_shown", T0 + 9, { purpose: "email", channel: "web" }),
    ];
    const asked = factsOfKind("asked", all);
    expect(asked.map(({ purpose, notice, channel }) => [purpose, notice, channel])).toEqual([
      ["ads", "n1", "email"],
      ["email", "n1", "web"],
    ]);
  });
});

describe("rule 3: a decision", () => {
  test("is the first grant or decline under a notice, with the dimensions and method of that event", () => {
    const all = [
      event("prompt_shown", T0, { channel: "web", region: "FR" }),
      event("declined", T0 + 60_000, { channel: "ios", region: "DE", method: "signal" }),
      event("granted", T0 + 120_000, { channel: "android" }),
    ];
    expect(factsOfKind("decision", all)).toEqual([
      expect.objectContaining({
        outcome: "declined",
        method: "signal",
        channel: "ios",
        region: "DE",
      }),
    ]);
  });

  test("takes the experiment of the exposure where it states none", () => {
    const shown = event("prompt_shown", T0, { experiment: "wording", variant: "plain" });
    const granted = event("granted", T0 + 1);
    expect(factsOfKind("decision", [shown, granted])).toEqual([
      expect.objectContaining({ experiment: "wording", variant: "plain" }),
    ]);
  });

  test("keeps the experiment that it states itself", () => {
    const shown = event("prompt_shown", T0, { experiment: "wording", variant: "plain" });
    const granted = event("granted", T0 + 1, { experiment: "colour", variant: "blue" });
    expect(valuesOf("experiment", "decision", [shown, granted])).toEqual(["colour"]);
  });

  test("takes no experiment from an exposure under another notice", () => {
    const shown = event("prompt_shown", T0, { experiment: "wording", variant: "plain" });
    const granted = event("granted", T0 + 1, { notice: "n2" });
    expect(valuesOf("experiment", "decision", [shown, granted])).toEqual(["none"]);
  });

  test("counts as one under every notice, in and out of a spell", () => {
    const all = [event("granted", T0), event("granted", T0 + 1, { notice: "n2" })];
    expect(valuesOf("outcome", "decision", all)).toEqual(["granted", "granted"]);
  });
});

describe("rule 3: the outcome of an exposure", () => {
  const shown = event("prompt_shown", T0);

  test.each([
    ["exactly 7 × 24 h after it is in time", WEEK, "granted"],
    ["a millisecond later is too late", WEEK + 1, "none"],
  ])("a decision %s", (_, after, outcome) => {
    const all = [shown, event("granted", T0 + after)];
    expect(valuesOf("outcome", "exposure", all)).toEqual([outcome]);
  });

  test("a decision too late still counts as a decision, on its own day", () => {
    const all = [shown, event("declined", T0 + WEEK + 1)];
    expect(factsOfKind("decision", all)).toEqual([
      expect.objectContaining({ day: "2026-03-09", outcome: "declined" }),
    ]);
  });

  test("a decision in time wins over a dismissal before it", () => {
    const all = [shown, event("dismissed", T0 + 5), event("declined", T0 + 9)];
    expect(valuesOf("outcome", "exposure", all)).toEqual(["declined"]);
  });

  test.each([
    ["exactly 7 × 24 h after it is in time", WEEK, "dismissed"],
    ["a millisecond later is too late", WEEK + 1, "none"],
  ])("a dismissal %s", (_, after, outcome) => {
    const all = [shown, event("dismissed", T0 + after)];
    expect(valuesOf("outcome", "exposure", all)).toEqual([outcome]);
  });

  test("is dismissed where the exposure is a dismissal and the decision came too late", () => {
    const all = [event("dismissed", T0), event("granted", T0 + WEEK + 1)];
    expect(valuesOf("outcome", "exposure", all)).toEqual(["dismissed"]);
  });

  test("a dismissal or decision under another notice is not its own", () => {
    const all = [shown, event("dismissed", T0 + 1, { notice: "n2" })];
    expect(factsOfKind("exposure", all).map(({ notice, outcome }) => [notice, outcome])).toEqual([
      ["n1", "none"],
      ["n2", "dismissed"],
    ]);
  });

  test("a decision that is the exposure itself is its outcome", () => {
    expect(valuesOf("outcome", "exposure", [event("granted", T0)])).toEqual(["granted"]);
  });

  test("is 7 × 24 h also where the clocks change, whatever the calendar says", () => {
    const before = Date.parse("2026-03-25T12:00:00+01:00");
    const all = [event("prompt_shown", before), event("granted", before + WEEK)];
    expect(valuesOf("outcome", "exposure", all, "Europe/Berlin")).toEqual(["granted"]);
  });
});
