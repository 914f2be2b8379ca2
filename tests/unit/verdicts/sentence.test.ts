// What is read out: from codes and numbers, rounded once; and breaks in tracking, found and named.
import { describe, expect, test } from "vitest";
import { parseDay } from "#shared/days.ts";
import { judge } from "../../../server/verdicts/judge.ts";
import { type Tracked, WEEK } from "../../../server/verdicts/panel.ts";
import { confounderText, designReasonOf, sentenceOf } from "../../../server/verdicts/sentence.ts";
import { breaksOf } from "../../../server/verdicts/tracking.ts";
import { english } from "../../../server/verdicts/words-en.ts";
import { panelOf } from "../../support/verdict-panels.ts";

const options = { followUpWeeks: 8, withPath: false };
const say = (judgement: ReturnType<typeof judge>) =>
  sentenceOf(judgement, "Plain words", parseDay("2026-05-01") ?? 0, english);

const doubt = {
  code: "overlapping_change" as const,
  lowers: true,
  week: parseDay("2026-03-02"),
  changeId: "x",
  metric: null,
  title: "Price rise",
};

describe("how often such a verdict is wrong", () => {
  test("is said in numbers that can be counted", () => {
    expect(english.calibration(1200, 5)).toContain("Of 1,200 simulated changes that did nothing");
    expect(english.calibration(1200, 5)).toContain("something was claimed of 5 (0.4 %).");
    expect(english.calibration(1200, 0)).toContain("something was claimed of none.");
  });
});

describe("the sentence", () => {
  const built = judge(
    panelOf({ seed: 1, effects: { understanding: 0.06, trust: 0.07, opt_in_yield: 0.06 } }),
    options,
  );

  test("names the change, what moved and by how many points", () => {
    const effects = built.outcomes.map(({ effect }) => Math.round((effect ?? 0) * 1000) / 10);
    expect(say({ ...built, claim: "full" })).toBe(
      `“Plain words” is building trust: understanding rose by ${effects[0]} points, trust rose by ${effects[1]} points and opt-in rose by ${effects[2]} points, and nothing else got worse.`,
    );
  });

  test("says that it is preliminary, and until when", () => {
    expect(say({ ...built, state: "preliminary" })).toContain("it is final on 1 May 2026.");
  });

  test("says in one short clause that the claim is lowered, and leaves the doubts to their list", () => {
    const full = say({ ...built, claim: "full" });
    const lowered = say({ ...built, claim: "lowered", confounders: [doubt] });
    expect(lowered).toBe(`${full} Take it with care: the claim is lowered.`);
    expect(confounderText(doubt, english)).toMatch(
      /“Price rise” came in the week of 2 March 2026, within the weeks compared/,
    );
  });

  test.each(["building", "too early", "one of eight", "nothing"])(
    "can be read out, with every date in words: %s",
    (name) => {
      const panels = {
        building: { seed: 1, effects: { understanding: 0.06, trust: 0.07, opt_in_yield: 0.06 } },
        "too early": { seed: 1, weeksAfter: 3 },
        "one of eight": { seed: 2, clusters: 8, treated: 1, ownNoise: 0.02 },
        nothing: { seed: 3 },
      };
      const one = judge(panelOf(panels[name as keyof typeof panels]), options);
      const longest = say({ ...one, claim: "lowered", state: "preliminary", confounders: [doubt] });
      expect(longest.split(/\s+/).length).toBeLessThanOrEqual(55);
      const texts = [longest, ...one.confounders.map((each) => confounderText(each, english))];
      expect(texts.join(" ")).not.toMatch(/\d{4}-\d\d/);
    },
  );

  test("of too few data names the outcome, how many more it takes, and how long", () => {
    const young = judge(panelOf({ seed: 1, weeksAfter: 3 }), options);
    expect(say(young)).toMatch(/What is open is .*: it takes about [\d,]+ more .*, some 7 days/);
  });

  test("holds no number that was not rounded", () => {
    for (const seed of [1, 2, 3]) {
      const one = judge(panelOf({ seed, clusters: 8, treated: 1, ownNoise: 0.02 }), options);
      const text = [say(one), designReasonOf(one.reasons, english)].join(" ");
      expect(text).not.toMatch(/\d\.\d{4}|NaN|undefined|null/);
    }
  });
});

describe("breaks in tracking", () => {
  const weeks = Array.from({ length: 20 }, (_, i) => i * WEEK);
  const tracked = (
    what: Tracked["what"],
    row: (at: number) => Record<string, number>,
  ): Tracked => ({
    what,
    weeks: new Map(weeks.map((week, at) => [week, row(at)])),
  });
  const found = (one: Tracked) => breaksOf([one], 0, 19 * WEEK);

  test("are volumes that double from one week to the next", () => {
    const jump = tracked("exposures", (at) => ({ all: at < 10 ? 1000 : 2300 }));
    expect(found(jump)).toMatchObject([{ kind: "volume", week: 10 * WEEK, size: 2.3 }]);
  });

  test("are not growth, nor a season", () => {
    expect(found(tracked("exposures", (at) => ({ all: 1000 * 1.08 ** at })))).toEqual([]);
    expect(found(tracked("exposures", (at) => ({ all: 1000 + 300 * Math.sin(at / 4) })))).toEqual(
      [],
    );
  });

  test("are weeks in which most is missing", () => {
    const gap = tracked("answers", (at) => ({ all: at === 7 ? 20 : 1000 }));
    expect(found(gap)).toMatchObject([{ kind: "gap", week: 7 * WEEK }]);
  });

  test("are mixes of methods or surveys that jump, and they are named", () => {
    const mix = tracked("methods", (at) => ({
      explicit: at < 12 ? 950 : 600,
      signal: at < 12 ? 50 : 400,
    }));
    const [broken] = found(mix);
    expect(broken).toMatchObject({ kind: "mix" });
    expect(broken?.size).toBeCloseTo(0.35, 6);
    if (broken === undefined) return;
    const confounder = {
      code: "method_break" as const,
      lowers: true,
      week: broken.week,
      changeId: null,
      metric: null,
      broken,
    };
    expect(confounderText(confounder, english)).toContain(
      "the ways in which people choose changed",
    );
  });
});
