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
const FINAL_ON = parseDay("2026-05-01") ?? 0;
const DAYS = { begins: FINAL_ON - 70, finalOn: FINAL_ON, asOf: FINAL_ON - 30 };
const say = (judgement: ReturnType<typeof judge>, days = DAYS) =>
  sentenceOf(judgement, "Plain words", days, english);

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

  test("says that it is preliminary, and until when, unless that has passed", () => {
    const open = { ...built, state: "preliminary" as const };
    expect(say(open)).toContain("it is final on 1 May 2026.");
    const passed = say(open, { ...DAYS, asOf: FINAL_ON + 1 });
    expect(passed).toMatch(/This is preliminary until its data are in\.$/);
    expect(passed).not.toContain("2026");
  });

  test("says in one short clause that the claim is lowered, and leaves the doubts to their list", () => {
    const full = say({ ...built, claim: "full" });
    const lowered = say({ ...built, claim: "lowered", confounders: [doubt] });
    expect(lowered).toBe(`${full} Take it with care: something else may have played a part.`);
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

  describe("of too few data", () => {
    const young = judge(panelOf({ seed: 1, weeksAfter: 3 }), options);
    const bare = young.outcomes.map((one) => ({ ...one, moved: "unclear" as const }));
    const only = (...metrics: string[]) =>
      bare.map((one) => ({ ...one, measured: metrics.includes(one.metric) }));

    test("says no “yet” once the follow-up is full: waiting helps no more", () => {
      const final = say({ ...young, state: "final", outcomes: bare });
      expect(final).toMatch(/^What “Plain words” did could not be told within its follow-up\. /);
      expect(final).not.toContain("yet");
      const moved = say({ ...built, verdict: "not_enough_data", state: "final", claim: "none" });
      expect(moved).toMatch(/as a whole could not be told within its follow-up, though under/);
    });

    test("of nobody, says that there are no data, and asks for none by number", () => {
      const text = say({ ...young, outcomes: only() });
      expect(text).toMatch(
        /there are no data to compare, from before and after it, of those whom it was for\./,
      );
      expect(text).not.toContain("What is open");
    });

    test("says where people were not asked, or nothing is known of what they did", () => {
      expect(say({ ...young, outcomes: only("opt_in_yield", "early_withdrawal_rate") })).toContain(
        "Nobody was asked about understanding or trust",
      );
      expect(say({ ...young, outcomes: only("trust") })).toContain(
        "No opt-ins or withdrawals are known",
      );
    });

    test("of a change to come says when it begins", () => {
      const text = say(young, { ...DAYS, begins: FINAL_ON - 3 });
      expect(text).toMatch(/^“Plain words” begins on 28 April 2026\. What is open is /);
    });

    test("names what waiting can't tell before what it can", () => {
      const stuck = bare.map((one) =>
        one.metric === "trust"
          ? { ...one, needed: null, neededDays: null, shortage: "too_few_waves_before" as const }
          : one,
      );
      expect(say({ ...young, outcomes: stuck })).toMatch(
        /open is trust: there are fewer than four survey waves .* What is open is .* 7 days/,
      );
    });
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
    for (const left of [20, 400]) {
      const gap = tracked("answers", (at) => ({ all: at === 7 ? left : 1000 }));
      expect(found(gap)).toMatchObject([{ kind: "gap", week: 7 * WEEK }]);
    }
  });

  test("are weeks of far more than before and after, each break by itself", () => {
    const both = tracked("exposures", (at) => ({ all: { 6: 3000, 14: 100 }[at] ?? 1000 }));
    expect(found(both)).toMatchObject([
      { kind: "spike", week: 6 * WEEK, size: 3 },
      { kind: "gap", week: 14 * WEEK, size: 0.1 },
    ]);
    const [spike] = found(both);
    const named = { ...doubt, code: "volume_break" as const, broken: spike };
    expect(confounderText(named, english)).toContain("was 3.0 times that of the weeks around it");
  });

  test("are not what chance does to few", () => {
    expect(found(tracked("answers", (at) => ({ all: at === 7 ? 18 : 40 })))).toEqual([]);
    expect(found(tracked("answers", (at) => ({ all: at === 7 ? 70 : 32 })))).not.toEqual([]);
  });

  test("are an end, but not a beginning; neither is told as a multiple of nothing", () => {
    expect(found(tracked("answers", (at) => ({ all: at < 10 ? 0 : 1000 })))).toEqual([]);
    const [end] = found(tracked("answers", (at) => ({ all: at < 10 ? 1000 : 0 })));
    const text = confounderText({ ...doubt, code: "volume_break", broken: end }, english);
    expect(text).toBe("From the week of 2 March 2026 on, there are no survey answers.");
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
