// Several answers of one person are not several people: what that makes of the intervals of survey scores.
import { describe, expect, test } from "vitest";
import { wilson, wilsonOfShares } from "../../../server/stats/wilson.ts";
import { answersTo, answerTo, sent, times, totalOf } from "../../support/metric-answers.ts";

const all = { from: "2026-01-01", to: "2026-03-31" };
const answered = (subject: string, at: string, score: number, stated: object = {}) =>
  sent("survey_answered", at, { subject, score, ...stated });
const JANUARY = "2026-01-10";
const FEBRUARY = "2026-02-10";
const MARCH = "2026-03-10";

/** So many people who say the same each month: `n` of them 5, as many 1. */
function loyal(n: number, stated: readonly object[] = [{}, {}, {}]): object[] {
  return times(2 * n, (i) =>
    [JANUARY, FEBRUARY, MARCH].map((at, month) =>
      answered(`u${i}`, at, i < n ? 5 : 1, stated[month]),
    ),
  );
}

/** All of a person's answers say the same: the effective number is that of people, but for the few that they are. */
function ofPeople(people: number, perPerson: number) {
  const n = people * perPerson;
  const effect = perPerson * (people / (people - 1)) * ((n - 1) / n);
  const { low, high } = wilsonOfShares(0.5, 0.5, n / effect, 0.95);
  return { low: expect.closeTo(low ?? 0, 12), high: expect.closeTo(high ?? 0, 12) };
}
const plain = (count: number, n: number) => {
  const { low, high } = wilson(count, n, 0.95);
  return { low, high };
};

describe("the interval", () => {
  test("is that of people, n and count those of answers", () => {
    expect(totalOf({ events: loyal(10) }, "trust", all)).toEqual({
      n: 60,
      count: 30,
      value: 0.5,
      ...ofPeople(20, 3),
    });
  });

  test("is as ever where everybody answered once", () => {
    const events = times(20, (i) => answered(`u${i}`, JANUARY, i < 5 ? 5 : 2));
    expect(totalOf({ events }, "trust", all)).toEqual({
      n: 20,
      count: 5,
      value: 0.25,
      ...plain(5, 20),
    });
  });

  test("of a mean is widened, too", () => {
    const mean = { ...all, stat: "mean" };
    const once = totalOf({ events: loyal(10).filter((_, i) => i % 3 === 0) }, "trust", mean);
    const thrice = totalOf({ events: loyal(10) }, "trust", mean);
    expect(thrice).toMatchObject({ n: 60, value: 50 });
    expect(thrice.low).toBeCloseTo(once.low ?? 0, 10);
    expect(thrice.high).toBeCloseTo(once.high ?? 0, 10);
  });

  test("of a bucket knows of the answers in it alone", () => {
    const answer = answerTo({ events: loyal(10) }, "trust", { ...all, grain: "month" });
    const [series] = answer.series;
    expect(series?.points).toHaveLength(3);
    for (const point of series?.points ?? []) expect(point).toMatchObject(plain(10, 20));
    expect(series?.total).toMatchObject(ofPeople(20, 3));
    const later = { from: "2026-02-01", to: "2026-03-31" };
    expect(totalOf({ events: loyal(10) }, "trust", later)).toMatchObject(ofPeople(20, 2));
  });

  test("of a group knows of the answers in it alone", () => {
    const events = loyal(10, [{ channel: "web" }, { channel: "web" }, { channel: "ios" }]);
    const [split, web, both, none] = answersTo({ events }, [
      ["trust", { ...all, by: "channel" }],
      ["trust", { ...all, channel: "web" }],
      ["trust", { ...all, channel: "web,ios" }],
      ["trust", all],
    ]);
    expect(split?.series).toMatchObject([
      { group: { channel: "ios" }, total: { n: 20, ...plain(10, 20) } },
      { group: { channel: "web" }, total: { n: 40, ...ofPeople(20, 2) } },
    ]);
    expect(web?.series[0]?.total).toMatchObject({ n: 40, ...ofPeople(20, 2) });
    expect(none?.series[0]?.total).toMatchObject({ n: 60, ...ofPeople(20, 3) });
    // Within each of several values, not across them: wider than of answers, narrower than of people.
    const [several, whole] = [both, none].map((answer) => answer?.series[0]?.total);
    const width = (figure: object | undefined) => {
      const { low, high } = figure as { low: number; high: number };
      return high - low;
    };
    const naive = wilson(30, 60, 0.95);
    expect(width(several)).toBeGreaterThan((naive.high ?? 0) - (naive.low ?? 0));
    expect(width(several)).toBeLessThan(width(whole));
  });

  test("of another scale is its own", () => {
    const events = loyal(10, [{}, {}, { scale: 7 }]);
    const seven = { ...all, scale: "7" };
    expect(totalOf({ events }, "trust", seven)).toMatchObject({ n: 20, ...plain(0, 20) });
    expect(totalOf({ events }, "trust", all)).toMatchObject({ n: 40, ...ofPeople(20, 2) });
  });
});

test("informed opt-in pairs answers given while consent stood", () => {
  const events = times(20, (i) => {
    const subject = `u${i}`;
    const answer = (at: string) =>
      answered(subject, at, i < 10 ? 5 : 1, { question: "understanding" });
    return [
      sent("granted", "2026-01-01", { subject }),
      ...[JANUARY, FEBRUARY].map(answer),
      sent("withdrawn", "2026-02-20", { subject }),
      answer(MARCH),
    ];
  });
  const [informed, understanding] = answersTo({ events }, [
    ["informed_opt_in_rate", all],
    ["understanding", all],
  ]).map(({ series }) => series[0]?.total);
  expect(informed).toMatchObject({ n: 40, count: 20, ...ofPeople(20, 2) });
  expect(understanding).toMatchObject({ n: 60, count: 30, ...ofPeople(20, 3) });
});
