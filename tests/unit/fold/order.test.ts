// Rules 0, 1 and 8, and the order in which a subject's events count.
import { describe, expect, test } from "vitest";
import { accumulate, type Facts } from "../../../server/fold/facts.ts";
import { fold } from "../../../server/fold/fold.ts";
import { event, factsOf, factsOfKind, valuesOf } from "../../support/fold-events.ts";

const T0 = Date.parse("2026-03-02T10:00:00Z");
const byDay = (at: number): number => Math.floor(at / 86_400_000);

describe("the order of the fold", () => {
  test("is that of the times, however the events lie", () => {
    const all = [event("withdrawn", T0 + 9), event("granted", T0), event("declined", T0 + 5)];
    expect(valuesOf("kind", "orphan", all)).toEqual(["orphan"]);
    expect(factsOf(all)).toEqual(factsOf(all.toReversed()));
  });

  test("is that of the ids within a millisecond", () => {
    const granted = (id: string) => event("granted", T0, { id });
    const declined = (id: string) => event("declined", T0, { id });
    expect(valuesOf("outcome", "decision", [granted("b"), declined("a")])).toEqual(["declined"]);
    expect(valuesOf("outcome", "decision", [granted("a"), declined("b")])).toEqual(["granted"]);
  });

  test.each([
    ["U+FF5E before an emoji, though its UTF-16 comes after", "\uff5e", "\u{1f600}"],
    ["ASCII before é", "z", "é"],
    ["upper case before lower case", "B", "a"],
    ["a prefix before what it begins", "a", "a0"],
    ["10 before 9", "10", "9"],
  ])("takes ids as UTF-8 bytes: %s", (_, first, second) => {
    const all = [event("granted", T0, { id: second }), event("declined", T0, { id: first })];
    expect(valuesOf("outcome", "decision", all)).toEqual(["declined"]);
  });

  test("leaves the list that it is given as it is", () => {
    const all = [event("declined", T0 + 1), event("granted", T0)];
    const before = [...all];
    factsOf(all);
    expect(all).toEqual(before);
  });
});

describe("rule 0: an implicit grant", () => {
  const implicit = event("granted", T0, {
    method: "implicit",
    generation: "gen_z",
    experiment: "wording",
    variant: "plain",
  });

  test("is no exposure, decision or spell, only seen and counted in data quality", () => {
    expect(factsOf([implicit]).map(({ kind }) => kind)).toEqual(["seen", "implicit"]);
  });

  test("states no generation and no variant", () => {
    const later = event("granted", T0 + 1, { experiment: "wording", variant: "benefit" });
    expect(factsOfKind("decision", [implicit, later])).toEqual([
      expect.objectContaining({ generation: "unknown", variant: "benefit" }),
    ]);
    expect(factsOfKind("crossover", [implicit, later])).toEqual([]);
  });

  test("gives an answer nothing: neither notice, experiment nor consent", () => {
    expect(factsOfKind("answer", [implicit, event("survey_answered", T0 + 1)])).toEqual([
      expect.objectContaining({ notice: "none", experiment: "none", outcome: "none" }),
    ]);
  });

  test("does not end or stand for a spell: a withdrawal after it is orphaned", () => {
    const all = [implicit, event("withdrawn", T0 + 1)];
    expect(factsOfKind("orphan", all)).toHaveLength(1);
    expect(factsOfKind("spell", all)).toEqual([]);
  });

  test("moves the as-of day, as every event does", () => {
    expect(factsOfKind("seen", [implicit])).toEqual([
      { kind: "seen", outcome: "granted", day: "2026-03-02", x: 0 },
    ]);
  });

  test("implicit declines and withdrawals count as they are", () => {
    const all = [
      event("granted", T0),
      event("withdrawn", T0 + 1, { method: "implicit" }),
      event("declined", T0 + 2, { notice: "n2", method: "implicit" }),
    ];
    expect(valuesOf("method", "closed", all)).toEqual(["implicit"]);
    expect(valuesOf("outcome", "decision", all)).toEqual(["granted", "declined"]);
  });
});

describe("rule 1: the generation of all facts", () => {
  test("is that of the earliest event that states one, of any purpose and type", () => {
    const all = [
      event("granted", T0),
      event("survey_answered", T0 + 1, { purpose: "email", generation: "boomer" }),
      event("withdrawn", T0 + 2, { generation: "gen_z" }),
    ];
    const stated = factsOf(all).filter(({ kind }) => kind !== "seen");
    expect(new Set(stated.map(({ generation }) => generation))).toEqual(new Set(["boomer"]));
  });

  test("is unknown where none states one", () => {
    expect(valuesOf("generation", "decision", [event("granted", T0)])).toEqual(["unknown"]);
  });
});

describe("rule 8: the variant of all facts that carry an experiment", () => {
  const seen = (after: number, variant: string, type: "granted" | "withdrawn" = "granted") =>
    event(type, T0 + after, { experiment: "wording", variant });

  test("is what the subject's first event naming the experiment states, of any purpose", () => {
    const all = [
      event("prompt_shown", T0, { purpose: "email", experiment: "wording", variant: "plain" }),
      seen(1, "benefit"),
    ];
    expect(valuesOf("variant", "decision", all)).toEqual(["plain"]);
    expect(valuesOf("variant", "spell", all)).toEqual(["plain"]);
  });

  test("counts a subject seen in several variants as one crossover, on the day of the second", () => {
    const day = 86_400_000;
    const all = [seen(0, "plain"), seen(day, "benefit", "withdrawn"), seen(2 * day, "third")];
    expect(factsOfKind("crossover", all)).toEqual([
      expect.objectContaining({ day: "2026-03-03", experiment: "wording", variant: "plain" }),
    ]);
  });

  test("each experiment has its own", () => {
    const other = event("granted", T0 + 1, {
      notice: "n2",
      experiment: "colour",
      variant: "benefit",
    });
    expect(factsOfKind("crossover", [seen(0, "plain"), other])).toEqual([]);
  });
});

describe("facts", () => {
  test("what is added and taken away again leaves nothing", () => {
    const some = fold([event("granted", T0), event("withdrawn", T0 + 1)], byDay);
    const more = fold([event("declined", T0)], byDay);
    const sum: Facts = new Map();
    accumulate(sum, some, 1);
    accumulate(sum, more, 1);
    accumulate(sum, some, -1);
    expect(sum).toEqual(more);
    accumulate(sum, more, -1);
    expect(sum).toEqual(new Map());
  });
});
