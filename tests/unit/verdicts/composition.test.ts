// The mix of people is held, waves are told from weeks, and windows end where other changes begin.
import { describe, expect, test } from "vitest";
import { holdMix } from "../../../server/verdicts/composition.ts";
import { type JudgeInput, WEEK } from "../../../server/verdicts/panel.ts";
import { wavesOf } from "../../../server/verdicts/waves.ts";
import { windowOf } from "../../../server/verdicts/windows.ts";

const isBefore = (week: number) => week < 0;

describe("the mix of people", () => {
  test("of one group leaves its share as it is, with its counting variance", () => {
    const rows = [
      { stratum: "", week: -7, n: 200, sum: 80 },
      { stratum: "", week: 7, n: 100, sum: 30 },
    ];
    const [before, after] = holdMix(rows, isBefore);
    expect(before?.value).toBeCloseTo(0.4, 12);
    expect(after?.value).toBeCloseTo(0.3, 12);
    expect(after?.variance).toBeCloseTo((0.4 * 0.6) / 100, 9);
  });

  test("that shifts moves nothing where no group moves", () => {
    const week = (at: number, young: number) => [
      { stratum: "gen_z", week: at, n: young, sum: young * 0.6 },
      { stratum: "boomer", week: at, n: 1000 - young, sum: (1000 - young) * 0.4 },
    ];
    const units = holdMix(
      [-14, -7, 7, 14].flatMap((at) => week(at, at < 0 ? 200 : 800)),
      isBefore,
    );
    for (const { value } of units) expect(value).toBeCloseTo(0.44, 3);
  });

  test("weighs groups that move differently as before", () => {
    const rows = [
      { stratum: "a", week: -7, n: 8000, sum: 4000 },
      { stratum: "b", week: -7, n: 2000, sum: 1000 },
      { stratum: "a", week: 7, n: 2000, sum: 1000 },
      { stratum: "b", week: 7, n: 8000, sum: 4800 },
    ];
    expect(holdMix(rows, isBefore)[1]?.value).toBeCloseTo(0.52, 2);
  });

  test("leaves out groups that were not there before", () => {
    const rows = [
      { stratum: "a", week: -7, n: 100, sum: 50 },
      { stratum: "a", week: 7, n: 100, sum: 50 },
      { stratum: "new", week: 7, n: 900, sum: 900 },
    ];
    expect(holdMix(rows, isBefore)[1]).toMatchObject({ n: 100, value: 0.5 });
  });
});

describe("waves", () => {
  const unit = (week: number) => ({ week: week * WEEK, n: 10, value: 0.5, variance: 0.01 });

  test("are runs of weeks with answers, where most weeks have none", () => {
    const weeks = [-26, -25, -13, -12, 0, 1, 13, 14].map(unit);
    const { unit: kind, units } = wavesOf(weeks, 0, 20 * WEEK);
    expect(kind).toBe("wave");
    // The wave that the change falls into is on neither side.
    expect(units.map(({ n }) => n)).toEqual([20, 20, 20]);
  });

  test("that may go on are not whole", () => {
    const weeks = [-26, -25, -13, -12, 13, 14].map(unit);
    expect(wavesOf(weeks, 0, 14 * WEEK).units.length).toBe(2);
    expect(wavesOf(weeks, 0, 15 * WEEK).units.length).toBe(3);
  });

  test("are not made of a series with a week missing here and there", () => {
    const weeks = [-6, -5, -3, -2, -1, 0, 1, 3].map(unit);
    expect(wavesOf(weeks, 0, 20 * WEEK).unit).toBe("week");
  });
});

describe("the window", () => {
  const cells = Array.from({ length: 140 }, (_, i) => ({
    cluster: "",
    inScope: true,
    stratum: "",
    week: (i - 100) * WEEK,
    n: 1,
    sum: 0,
  }));
  const input = (others: JudgeInput["others"]): JudgeInput => ({
    week: 0,
    outcomes: [{ metric: "trust", size: 0.03, cells, lastWeek: 39 * WEEK, pairs: [] }],
    dimensions: [],
    sharedPeople: 0,
    arms: null,
    others,
    tracked: [],
  });
  const other = (week: number, inside = true) => ({
    id: String(week),
    title: "other",
    week: week * WEEK,
    touches: { inside, outside: !inside },
  });
  const weeksOf = (others: JudgeInput["others"], minds: "inside" | "both" = "inside") => {
    const window = windowOf(input(others), { followUpWeeks: 8, withPath: false }, minds);
    const { baselineFrom, baselineTo, afterFrom, afterTo } = window;
    const weeks = [baselineFrom, baselineTo, afterFrom, afterTo].map((day) => day / WEEK);
    return { weeks, overlapping: window.overlapping.length, avoided: window.avoided.length };
  };

  test("is a year before and the follow-up after, without the week of the change", () => {
    expect(weeksOf([])).toEqual({ weeks: [-52, -1, 1, 8], overlapping: 0, avoided: 0 });
  });

  test("begins after an earlier change, where twelve weeks are left", () => {
    expect(weeksOf([other(-13)])).toEqual({ weeks: [-12, -1, 1, 8], overlapping: 0, avoided: 1 });
    expect(weeksOf([other(-12)])).toEqual({ weeks: [-52, -1, 1, 8], overlapping: 1, avoided: 0 });
  });

  test("ends before a later change, where four weeks are left", () => {
    expect(weeksOf([other(6)]).weeks).toEqual([-52, -1, 1, 5]);
    expect(weeksOf([other(4)])).toMatchObject({ weeks: [-52, -1, 1, 8], overlapping: 1 });
  });

  test("minds what happened outside only for a comparison with it", () => {
    expect(weeksOf([other(-3, false)]).overlapping).toBe(0);
    expect(weeksOf([other(-3, false)], "both").overlapping).toBe(1);
  });
});
