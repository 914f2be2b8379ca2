// A history that takes later events by themselves: which it takes, what they give, and that they cost the same in a long one.
import { describe, expect, test } from "vitest";
import type { ConsentEvent } from "../../../server/fold/event.ts";
import type { FactDimensions, FactSink, Facts } from "../../../server/fold/facts.ts";
import { sinkInto } from "../../../server/fold/facts.ts";
import { fold, foldInto, SubjectFold } from "../../../server/fold/fold.ts";
import { event } from "../../support/fold-events.ts";

const T0 = Date.parse("2026-03-02T10:00:00Z");
const HOUR = 3_600_000;
const MONTH = 31 * 24 * HOUR;
const dayOf = (at: number): number => Math.floor(at / 86_400_000);
const nowhere: FactSink = { take: () => {} };

const wording = { experiment: "wording", variant: "plain" };
const implicit = (at: number, stated: Partial<ConsentEvent> = {}) =>
  event("granted", at, { method: "implicit", ...stated });

/** Whether the last of these is taken by itself after the others; what it then gives must be the difference. */
function takesLast(...all: ConsentEvent[]): boolean {
  const before = all.slice(0, -1);
  const last = all.at(-1) as ConsentEvent;
  const sums = fold(before, dayOf);
  const kept = new Map(sums);
  const taken = new SubjectFold(before, dayOf).take(last, sinkInto(sums));
  expect(sums).toEqual(taken ? fold(all, dayOf) : kept);
  return taken;
}

/** The facts that an event gives, as they come: how often, kind, and outcome, x or nothing. */
function given(history: SubjectFold, last: ConsentEvent): string[] {
  const facts: string[] = [];
  const sink: FactSink = {
    take: (kind, _day, _dims, details, x, n) =>
      void facts.push([n, kind, details.outcome ?? x].join(" ")),
  };
  expect(history.take(last, sink)).toBe(true);
  return facts;
}

describe("a history takes", () => {
  test("a first event of any type", () => {
    for (const type of ["prompt_shown", "granted", "withdrawn", "survey_answered"] as const) {
      expect(takesLast(event(type, T0, { generation: "gen_z", ...wording }))).toBe(true);
    }
  });

  test("what comes after all that it has, within a millisecond by its id", () => {
    const shown = event("prompt_shown", T0, { id: "b" });
    expect(takesLast(shown, event("granted", T0 + 1, { id: "a" }))).toBe(true);
    expect(takesLast(shown, event("granted", T0, { id: "c" }))).toBe(true);
  });

  test("a generation that is known, another than the known, and one that no fact has yet", () => {
    const known = event("prompt_shown", T0, { generation: "gen_z" });
    expect(takesLast(known, event("granted", T0 + 1, { generation: "gen_z" }))).toBe(true);
    expect(takesLast(known, event("granted", T0 + 1, { generation: "boomer" }))).toBe(true);
    const begun = event("withdrawal_started", T0);
    expect(takesLast(begun, event("granted", T0 + 1, { generation: "boomer" }))).toBe(true);
  });

  test("an experiment that no fact names, and any variant of one that is known", () => {
    const shown = event("prompt_shown", T0);
    const assigned = event("prompt_shown", T0, wording);
    expect(takesLast(shown, event("granted", T0 + 1, wording))).toBe(true);
    expect(takesLast(assigned, event("granted", T0 + 1, wording))).toBe(true);
    const other = event("granted", T0 + 1, { ...wording, variant: "benefit" });
    expect(takesLast(assigned, other)).toBe(true);
    expect(takesLast(assigned, other, event("withdrawn", T0 + 2, { ...other, id: "z" }))).toBe(
      true,
    );
  });

  test("an implicit grant, whatever it states", () => {
    const stated = { generation: "gen_z", ...wording } as const;
    expect(takesLast(event("prompt_shown", T0), implicit(T0 + 1, stated))).toBe(true);
  });
});

describe("a history does not take", () => {
  test("what comes before any that it has, nor one that it has", () => {
    const shown = event("prompt_shown", T0, { id: "b" });
    expect(takesLast(shown, event("granted", T0 - 1, { id: "c" }))).toBe(false);
    expect(takesLast(shown, event("granted", T0, { id: "a" }))).toBe(false);
    expect(takesLast(shown, shown)).toBe(false);
  });

  test("the first generation where facts have none, of an implicit grant included", () => {
    const told = event("granted", T0 + 1, { generation: "gen_z" });
    expect(takesLast(event("prompt_shown", T0), told)).toBe(false);
    expect(takesLast(implicit(T0), told)).toBe(false);
  });

  test("the first variant of an experiment that an implicit grant named", () => {
    expect(takesLast(implicit(T0, wording), event("granted", T0 + 1, wording))).toBe(false);
    const other = { experiment: "colour", variant: "blue" };
    expect(takesLast(implicit(T0, wording), event("granted", T0 + 1, other))).toBe(true);
  });

  test("and keeps nothing of what it does not take", () => {
    const shown = event("prompt_shown", T0);
    const history = new SubjectFold([shown], dayOf);
    const refused = [event("granted", T0 - 1), event("granted", T0 + 1, { generation: "gen_z" })];
    for (const one of refused) expect(history.take(one, nowhere)).toBe(false);
    expect(history.events).toBe(1);
    const sums = fold([shown], dayOf);
    const granted = event("granted", T0 + 1, wording);
    expect(history.take(granted, sinkInto(sums))).toBe(true);
    expect(sums).toEqual(fold([shown, granted], dayOf));
    expect(history.events).toBe(2);
  });
});

describe("what an event gives", () => {
  test("is only what it changes", () => {
    const history = new SubjectFold([event("prompt_shown", T0)], dayOf);
    expect(given(history, event("granted", T0 + 9 * HOUR, { steps: 2 })).sort()).toEqual([
      "-1 exposure none",
      "1 covered 0",
      "1 decision granted",
      "1 exposure granted",
      "1 grant_steps 2",
      "1 seen granted",
      "1 spell -1",
    ]);
    expect(given(history, event("withdrawal_started", T0 + 10 * HOUR))).toEqual([
      "1 seen withdrawal_started",
      "1 attempt given_up",
    ]);
    expect(given(history, event("declined", T0 + 14 * HOUR)).sort()).toEqual([
      "-1 attempt given_up",
      "-1 spell -1",
      "1 attempt finished",
      "1 closed 0",
      "1 repeat declined",
      "1 seen declined",
      "1 spell 1",
      "1 uncovered 0",
    ]);
  });

  test.each<[string, ConsentEvent[], number]>([
    ["a prompt", [event("prompt_shown", 0)], 2],
    ["a grant and its withdrawal", [event("granted", 0), event("withdrawn", 1)], 5 + 5],
    ["a withdrawal that is orphaned", [event("withdrawn", 0)], 2],
    ["an answer that does not count", [event("survey_answered", 0)], 1],
    ["an implicit grant", [implicit(0)], 2],
  ])("is as little in a long history as in a short one: %s", (_, repeated, expected) => {
    const history = new SubjectFold([], dayOf);
    let facts = 0;
    const counting: FactSink = {
      take: () => {
        facts += 1;
      },
    };
    for (let i = 0; i < 10_000; i += 1) {
      facts = 0;
      for (const [j, one] of repeated.entries()) {
        const later = { ...one, id: `${one.id}-${i}`, at: T0 + 10 * i + j };
        expect(history.take(later, counting)).toBe(true);
      }
    }
    expect(facts).toBe(expected);
  });

  test("of an answer are its pairs with 40 before it at most", () => {
    const answers = Array.from({ length: 60 }, (_, i) =>
      event("survey_answered", T0 + i * MONTH, { scale: 5 }),
    );
    const history = new SubjectFold(answers.slice(0, -1), dayOf);
    // Two years back: 23 months.
    expect(given(history, answers.at(-1) as ConsentEvent)).toHaveLength(2 + 23);
  });

  test("has the same object for the same dimensions, under one notice and of answers", () => {
    const dims = new Map<string, FactDimensions | null>();
    const sink: FactSink = { take: (kind, _, own) => void dims.set(kind, own) };
    const history = new SubjectFold([], dayOf);
    for (const [i, type] of (["prompt_shown", "granted", "withdrawn"] as const).entries()) {
      history.take(event(type, T0 + i), sink);
    }
    for (const kind of ["asked", "decision", "spell", "closed", "covered", "uncovered"]) {
      expect(dims.get(kind)).toBe(dims.get("exposure"));
    }
    history.take(event("survey_answered", T0 + 3), sink);
    const first = dims.get("answer");
    history.take(event("survey_answered", T0 + 4, { question: "control" }), sink);
    expect(dims.get("answer")).toBe(first);
    history.take(event("survey_answered", T0 + 5, { question: "benefit", channel: "ios" }), sink);
    expect(dims.get("answer")).toMatchObject({ channel: "ios" });
  });
});

test("what is folded into a sink and taken away again leaves nothing", () => {
  const all = [event("prompt_shown", T0), event("granted", T0 + 1), event("withdrawn", T0 + 2)];
  const sums: Facts = new Map();
  foldInto(sinkInto(sums), all, dayOf, 1);
  expect(sums).toEqual(fold(all, dayOf));
  foldInto(sinkInto(sums), all.toReversed(), dayOf, -1);
  expect(sums).toEqual(new Map());
});
