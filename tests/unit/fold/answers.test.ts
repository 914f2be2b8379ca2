// Rule 6: survey answers, what they inherit, the consent they were given in, and which of them count.
import { describe, expect, test } from "vitest";
import type { ConsentEvent } from "../../../server/fold/event.ts";
import { event, factsOfKind, valuesOf } from "../../support/fold-events.ts";

const T0 = Date.parse("2026-03-02T10:00:00Z");
const wording = { experiment: "wording", variant: "plain" };
const colour = { experiment: "colour", variant: "blue" };

const answer = (after: number, stated: Partial<ConsentEvent> = {}): ConsentEvent =>
  event("survey_answered", T0 + after, stated);

describe("an answer", () => {
  test("is kept with its survey, question, scale and score, and its own dimensions", () => {
    const stated = { question: "control", scale: 7, score: 6, channel: "email", region: "FR" };
    expect(factsOfKind("answer", [answer(0, stated)])).toEqual([
      expect.objectContaining({
        survey: "tracker",
        question: "control",
        scale: "7",
        x: 6,
        channel: "email",
        region: "FR",
        notice: "none",
        experiment: "none",
        variant: "none",
      }),
    ]);
  });

  test("takes notice and experiment from itself where it states them", () => {
    const all = [event("granted", T0, wording), answer(1, { notice: "n9", ...colour })];
    expect(factsOfKind("answer", all)).toEqual([
      expect.objectContaining({ notice: "n9", experiment: "colour", variant: "blue" }),
    ]);
  });

  test.each(["prompt_shown", "dismissed", "granted", "declined"] as const)(
    "takes what it does not state from the latest %s for that purpose before it",
    (type) => {
      const all = [
        event("prompt_shown", T0, { notice: "n1", ...wording }),
        event(type, T0 + 1, { notice: "n2", ...colour }),
        answer(2),
        event("prompt_shown", T0 + 3, { notice: "n3" }),
      ];
      expect(factsOfKind("answer", all)).toEqual([
        expect.objectContaining({ notice: "n2", experiment: "colour", variant: "blue" }),
      ]);
    },
  );

  test.each(["withdrawal_started", "withdrawn"] as const)("takes nothing from a %s", (type) => {
    const all = [event("granted", T0), event(type, T0 + 1, { notice: "n9", ...colour }), answer(2)];
    expect(factsOfKind("answer", all)).toEqual([
      expect.objectContaining({ notice: "n1", experiment: "none" }),
    ]);
  });

  test("takes the experiment under the notice that it states, none where it was never under it", () => {
    const all = [
      event("granted", T0, { notice: "n1", ...wording }),
      event("prompt_shown", T0 + 1, { notice: "n2", ...colour }),
    ];
    const under = (notice: string) =>
      valuesOf("experiment", "answer", [...all, answer(2, { notice })]);
    expect(under("n1")).toEqual(["wording"]);
    expect(under("n2")).toEqual(["colour"]);
    expect(under("n3")).toEqual(["none"]);
  });

  test("takes an experiment that the exposure completed", () => {
    const all = [event("prompt_shown", T0, wording), event("granted", T0 + 1), answer(2)];
    expect(valuesOf("experiment", "answer", all)).toEqual(["wording"]);
  });

  test("takes the experiment of the latest event under the notice, whatever the exposure states", () => {
    const all = [event("prompt_shown", T0, wording), event("declined", T0 + 1, colour)];
    for (const notice of [null, "n1"]) {
      expect(valuesOf("experiment", "answer", [...all, answer(2, { notice })])).toEqual(["colour"]);
      const again = event("prompt_shown", T0 + 2);
      expect(valuesOf("experiment", "answer", [...all, again, answer(3, { notice })])).toEqual([
        "wording",
      ]);
    }
  });

  test("takes the notice of the latest event beside an experiment of its own", () => {
    const all = [event("granted", T0, wording), answer(1, colour)];
    expect(factsOfKind("answer", all)).toEqual([
      expect.objectContaining({ notice: "n1", experiment: "colour" }),
    ]);
  });

  test("inherits neither channel, region, segment nor locale", () => {
    const granted = event("granted", T0, { region: "DE", segment: "premium", locale: "de" });
    const asked = answer(1, { channel: "unknown" });
    expect(factsOfKind("answer", [granted, asked])).toEqual([
      expect.objectContaining({
        channel: "unknown",
        region: "unknown",
        segment: "unknown",
        locale: "unknown",
      }),
    ]);
  });

  test("takes nothing from another purpose, but a general one from any", () => {
    const all = [
      event("granted", T0, { notice: "n1", ...wording }),
      event("prompt_shown", T0 + 1, { purpose: "email", notice: "n2" }),
    ];
    expect(valuesOf("notice", "answer", [...all, answer(2)])).toEqual(["n1"]);
    const elsewhere = answer(2, { purpose: "analytics" });
    expect(valuesOf("notice", "answer", [...all, elsewhere])).toEqual(["none"]);
    const general = (notice: string | null) =>
      factsOfKind("answer", [...all, answer(2, { purpose: "general", notice })]);
    expect(general(null)).toEqual([
      expect.objectContaining({ purpose: "general", notice: "n2", experiment: "none" }),
    ]);
    expect(general("n1")).toEqual([
      expect.objectContaining({ notice: "n1", experiment: "wording" }),
    ]);
  });

  test("sees within a millisecond what its id comes after", () => {
    const granted = event("granted", T0, { id: "m" });
    const before = answer(0, { id: "l" });
    const after = answer(0, { id: "n", survey: "other" });
    const states = factsOfKind("answer", [after, granted, before]);
    expect(states.map(({ survey, outcome, notice }) => [survey, outcome, notice])).toEqual([
      ["tracker", "none", "none"],
      ["other", "granted", "n1"],
    ]);
  });
});

describe("the consent state of an answer", () => {
  test.each<[string, ConsentEvent[], string]>([
    ["none before anything was said", [event("prompt_shown", T0)], "none"],
    ["none after a dismissal", [event("dismissed", T0)], "none"],
    ["none after a withdrawal was begun", [event("withdrawal_started", T0)], "none"],
    ["granted in a spell", [event("granted", T0)], "granted"],
    [
      "granted though a withdrawal was begun",
      [event("granted", T0), event("withdrawal_started", T0 + 1)],
      "granted",
    ],
    ["declined after a decline", [event("declined", T0)], "declined"],
    ["declined after a spell", [event("granted", T0), event("withdrawn", T0 + 1)], "declined"],
    ["declined after an orphaned withdrawal", [event("withdrawn", T0)], "declined"],
    [
      "none after a grant for another purpose",
      [event("granted", T0, { purpose: "email" })],
      "none",
    ],
  ])("is %s", (_, before, state) => {
    expect(valuesOf("outcome", "answer", [...before, answer(2)])).toEqual([state]);
  });

  test.each<[string, ConsentEvent[], string]>([
    [
      "one spell among declines is enough",
      [event("granted", T0), event("declined", T0, { purpose: "email" })],
      "granted",
    ],
    [
      "declined without one",
      [event("declined", T0, { purpose: "email" }), event("prompt_shown", T0)],
      "declined",
    ],
    ["none where nothing was said", [event("prompt_shown", T0)], "none"],
  ])("of a general one: %s", (_, before, state) => {
    const all = [...before, answer(2, { purpose: "general" })];
    expect(valuesOf("outcome", "answer", all)).toEqual([state]);
  });
});

describe("which answers count", () => {
  const scoresOf = (...all: ConsentEvent[]) => valuesOf("x", "answer", all);

  test("the first per survey, question and calendar month", () => {
    const later = answer(1, { score: 1 });
    expect(scoresOf(later, answer(0, { score: 5 }))).toEqual([5]);
  });

  test("one of each purpose, survey and question", () => {
    const all = [
      answer(0, { score: 1 }),
      answer(1, { score: 2, survey: "exit" }),
      answer(2, { score: 3, question: "control" }),
      answer(3, { score: 4, purpose: "general" }),
    ];
    expect(scoresOf(...all)).toEqual([1, 2, 3, 4]);
  });

  test("whatever its scale or notice", () => {
    const other = answer(1, { score: 7, scale: 7, notice: "n2" });
    expect(scoresOf(answer(0, { score: 2 }), other)).toEqual([2]);
  });

  test("again in the next calendar month, though a minute later", () => {
    const last = event("survey_answered", "2026-03-31T23:59:30Z", { score: 1 });
    const first = event("survey_answered", "2026-04-01T00:00:30Z", { score: 5 });
    expect(scoresOf(last, first)).toEqual([1, 5]);
  });

  test("in the month of the reporting zone", () => {
    const march = event("survey_answered", "2026-03-31T21:30:00Z", { score: 1 });
    const april = event("survey_answered", "2026-03-31T22:30:00Z", { score: 5 });
    expect(valuesOf("x", "answer", [march, april], "UTC")).toEqual([1]);
    expect(valuesOf("x", "answer", [march, april], "Europe/Berlin")).toEqual([1, 5]);
    expect(valuesOf("day", "answer", [april], "Europe/Berlin")).toEqual(["2026-04-01"]);
  });
});
