// Pairs of answers of one person: which there are, what they say, and how many at most.
import { describe, expect, test } from "vitest";
import { pairNumber, pairOf } from "../../../server/fold/facts.ts";
import { fold } from "../../../server/fold/fold.ts";
import { event, factsOfKind, valuesOf } from "../../support/fold-events.ts";

const answered = (at: string, stated: Parameters<typeof event>[2] = {}) =>
  event("survey_answered", `${at}T10:00:00Z`, stated);
const pairs = (...all: ReturnType<typeof event>[]) => factsOfKind("answer_pair", all);

test("a pair's number gives its days and its scores back, the lower first", () => {
  for (const gap of [0, 1, 30, 731]) {
    for (let low = 1; low <= 11; low += 1) {
      for (let high = low; high <= 11; high += 1) {
        const number = pairNumber({ gap, scores: [high, low] });
        expect(pairOf(number)).toEqual({ gap, scores: [low, high] });
        expect(number).toBe(pairNumber({ gap, scores: [low, high] }));
        // As large as the store takes.
        expect(number).toBeLessThan(1_000_000);
      }
    }
  }
});

test("a pair lies on the later of its days where clocks went back over midnight in between", () => {
  // The night from October to November 2009 in St. John's: 00:01 came twice, the second time after 23:01 again.
  const before = event("survey_answered", "2009-11-01T02:30:00Z", { survey: "a", score: 5 });
  const after = event("survey_answered", "2009-11-01T02:31:00Z", { survey: "b", score: 2 });
  const all = [before, after];
  expect(valuesOf("day", "answer", all, "America/St_Johns")).toEqual(["2009-10-31", "2009-11-01"]);
  expect(factsOfKind("answer_pair", all, "America/St_Johns")).toMatchObject([
    { day: "2009-11-01", x: pairNumber({ gap: 1, scores: [2, 5] }) },
  ]);
});

describe("a pair", () => {
  test("lies on the later day, and says what both answers share", () => {
    const shared = { region: "DE", generation: "gen_z" as const };
    const found = pairs(
      answered("2026-03-02", { score: 5, ...shared }),
      answered("2026-04-01", { score: 2, ...shared }),
    );
    expect(found).toEqual([
      {
        kind: "answer_pair",
        day: "2026-04-01",
        x: pairNumber({ gap: 30, scores: [2, 5] }),
        purpose: "ads",
        notice: "none",
        channel: "web",
        region: "DE",
        segment: "unknown",
        locale: "unknown",
        generation: "gen_z",
        experiment: "none",
        variant: "none",
        survey: "tracker",
        question: "trust",
        scale: "5",
        outcome: "none",
      },
    ]);
  });

  test.each([
    ["purpose", "email"],
    ["notice", "n2"],
    ["channel", "ios"],
    ["region", "FR"],
    ["segment", "premium"],
    ["locale", "fr"],
    ["survey", "exit"],
  ] as const)("is empty in the %s in which its answers differ", (field, value) => {
    const [pair] = pairs(answered("2026-03-02"), answered("2026-04-02", { [field]: value }));
    expect(pair).not.toHaveProperty(field);
    expect(pair).toMatchObject({ question: "trust", generation: "unknown" });
  });

  test("is empty in experiment and variant where these differ", () => {
    const [pair] = pairs(
      answered("2026-03-02", { experiment: "wording", variant: "plain" }),
      answered("2026-04-02", { experiment: "colour", variant: "blue" }),
    );
    expect(pair).not.toHaveProperty("experiment");
    expect(pair).not.toHaveProperty("variant");
  });

  test("has the consent state where it was the same", () => {
    const granted = event("granted", "2026-01-01T00:00:00Z");
    const withdrawn = event("withdrawn", "2026-03-15T00:00:00Z");
    const answers = ["2026-02-02", "2026-03-02", "2026-04-02"].map((at) => answered(at));
    expect(valuesOf("outcome", "answer_pair", [granted, ...answers])).toEqual(
      Array(3).fill("granted"),
    );
    expect(valuesOf("outcome", "answer_pair", [granted, withdrawn, ...answers])).toEqual([
      "granted",
      undefined,
      undefined,
    ]);
  });
});

describe("there is a pair", () => {
  test("of each two answers", () => {
    expect(pairs(...["01", "02", "03", "04"].map((m) => answered(`2026-${m}-02`)))).toHaveLength(6);
  });

  test("of answers that count alone", () => {
    expect(pairs(answered("2026-03-02"), answered("2026-03-09"))).toEqual([]);
  });

  test("of one question and one scale alone", () => {
    const first = answered("2026-03-02");
    expect(pairs(first, answered("2026-04-02", { question: "control" }))).toEqual([]);
    expect(pairs(first, answered("2026-04-02", { scale: 7 }))).toEqual([]);
  });

  test("of answers two years apart at most", () => {
    const first = answered("2024-03-02");
    expect(pairs(first, answered("2026-03-03"))).toHaveLength(1);
    expect(pairs(first, answered("2026-03-04"))).toEqual([]);
  });

  test("of an answer with the 40 before it", () => {
    const all = Array.from({ length: 43 }, (_, i) => answered("2026-03-02", { survey: `s${i}` }));
    expect(pairs(...all).reduce((sum, { n }) => sum + (n ?? 1), 0)).toBe((40 * 39) / 2 + 3 * 40);
  });

  test("5 000 times of a subject at most, the earliest, whatever the order of arrival", () => {
    const all = Array.from({ length: 5000 }, (_, i) =>
      event("survey_answered", Date.UTC(2026, 0, 1) + i * 60_000, { survey: `s${i}` }),
    );
    const found = pairs(...all);
    expect(found.reduce((sum, { n }) => sum + (n ?? 1), 0)).toBe(5000);
    expect(found.at(-1)?.day).toBe("2026-01-01");
    const dayOf = (at: number): number => Math.floor(at / 86_400_000);
    expect(fold(all.toReversed(), dayOf)).toEqual(fold(all, dayOf));
  });
});
