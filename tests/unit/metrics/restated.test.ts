// The opt-in rate as other systems report it, by hand-made events and count records.
import { describe, expect, test } from "vitest";
import { commonDimensions } from "#shared/vocabulary.ts";
import {
  answersTo,
  answerTo,
  groupsOf,
  pointsOf,
  sent,
  times,
  totalOf,
} from "../../support/metric-answers.ts";

const MARCH = { from: "2026-03-01", to: "2026-03-31" };
const as = (name: string) => ({ ...MARCH, as: name });
const brief = (given: Parameters<typeof totalOf>[0], name: string) => {
  const { n, count, value } = totalOf(given, "opt_in_rate", as(name));
  return [count, n, value];
};
const of = (subject: string, more = {}) => ({ subject, ...more });

/** Eight people, each of whom one of the systems sees differently. */
const people = [
  // Shown three times, yes at the third.
  ...["02", "03", "04"].map((day) => sent("prompt_shown", `2026-03-${day}`, of("ada"))),
  sent("granted", "2026-03-04T13:00:00Z", of("ada")),
  // No, then yes under the same notice.
  sent("prompt_shown", "2026-03-02", of("ben")),
  sent("declined", "2026-03-02T13:00:00Z", of("ben")),
  sent("granted", "2026-03-09", of("ben")),
  // Closes the notice.
  sent("prompt_shown", "2026-03-02", of("cleo")),
  sent("dismissed", "2026-03-02T13:00:00Z", of("cleo")),
  // Does nothing.
  sent("prompt_shown", "2026-03-02", of("dan")),
  // Scrolls on, which is no consent.
  sent("prompt_shown", "2026-03-02", of("eve")),
  sent("granted", "2026-03-02T13:00:00Z", of("eve", { method: "implicit" })),
  // Says yes on a form that no prompt came before.
  sent("granted", "2026-03-03", of("finn")),
  // Says no, and under the next notice yes.
  sent("prompt_shown", "2026-03-02", of("gil")),
  sent("declined", "2026-03-02T13:00:00Z", of("gil")),
  sent("prompt_shown", "2026-03-20", of("gil", { notice: "n2" })),
  sent("granted", "2026-03-20T13:00:00Z", of("gil", { notice: "n2" })),
  // Decides after two weeks.
  sent("prompt_shown", "2026-03-02", of("hal")),
  sent("granted", "2026-03-16", of("hal")),
];

describe("the same eight people", () => {
  test("are 4 of 6 decisions to Candor", () => {
    const { n, count } = totalOf({ events: people }, "opt_in_rate", MARCH);
    expect([count, n]).toEqual([4, 6]);
  });

  test.each([
    // ada, ben's second thought, gil's second notice, hal; ten displays.
    ["didomi", 4, 10],
    // The same with finn, against ben's and gil's no.
    ["didomi_consent_rate", 5, 7],
    ["usercentrics", 5, 7],
    // ada, finn, gil; against ben, gil, cleo; hal came too late.
    ["osano", 3, 6],
    // gil's first decision is a no.
    ["att", 3, 5],
  ])("to %s are %i of %i", (name, count, n) => {
    expect(brief({ events: people }, name)).toEqual([count, n, count / n]);
  });

  test.each(["didomi", "didomi_consent_rate", "usercentrics", "osano", "att"])(
    "have an interval, and %s is said with its definition",
    (name) => {
      const answer = answerTo({ events: people }, "opt_in_rate", as(name));
      expect(answer).toMatchObject({ as: name, restatement: { whose: expect.any(String) } });
      const total = answer.series[0]?.total;
      if (total === undefined || total.suppressed) throw new Error("no figure");
      expect(total.low).toBeLessThan(total.value ?? 0);
      expect(total.high).toBeGreaterThan(total.value ?? 1);
    },
  );
});

describe("a day counts", () => {
  test("for didomi each display and each yes on its own day, also a yes without a display", () => {
    const points = pointsOf(
      answerTo({ events: people }, "opt_in_rate", { ...as("didomi"), grain: "day" }),
    );
    expect(points["2026-03-02"]).toEqual([7, 0, 0]);
    expect(points["2026-03-04"]).toEqual([1, 1, 1]);
    expect(points["2026-03-16"]).toEqual([0, 1, null]);
  });

  test("more opt-ins than displays as they are, without an interval", () => {
    const early = sent("prompt_shown", "2026-02-27", of("ivy"));
    const events = [
      early,
      sent("granted", "2026-03-05", of("ivy")),
      sent("declined", "2026-03-06", of("ivy")),
      sent("granted", "2026-03-07", of("ivy")),
      sent("prompt_shown", "2026-03-07", of("jon")),
    ];
    const { n, count, value, low, high } = totalOf({ events }, "opt_in_rate", as("didomi"));
    expect([n, count, value, low, high]).toEqual([1, 2, 2, null, null]);
  });
});

describe("count records", () => {
  const counts = [
    {
      source: "tool",
      day: "2026-03-10",
      purpose: "ads",
      shown: 100,
      granted: 40,
      declined: 20,
      dismissed: 15,
    },
    { source: "tool", day: "2026-03-11", purpose: "ads", granted: 5, declined: 5 },
  ];
  test.each([
    ["didomi", 40, 100],
    ["didomi_consent_rate", 45, 70],
    ["usercentrics", 45, 70],
    ["osano", 40, 75],
    ["att", 45, 70],
  ])("are taken by %s where they say enough: %i of %i", (name, count, n) => {
    expect(brief({ counts }, name)).toEqual([count, n, count / n]);
  });
});

describe("a restatement can be", () => {
  const values = {
    purpose: "email",
    notice: "n7",
    channel: "ios",
    region: "US-ME",
    segment: "premium",
    locale: "en-US",
    generation: "gen_z",
    experiment: "wording",
    variant: "plain",
  };
  const one = [
    sent("prompt_shown", "2026-03-02", of("x", values)),
    sent("prompt_shown", "2026-03-03", of("x", values)),
    sent("granted", "2026-03-03T13:00:00Z", of("x", values)),
    sent("granted", "2026-03-04", of("x", values)),
    sent("dismissed", "2026-03-04", of("y", values)),
  ];
  test.each(commonDimensions.filter((name) => name !== "source"))(
    "narrowed to, and split by, the %s",
    (name) => {
      const value = values[name as keyof typeof values];
      const names = ["didomi", "didomi_consent_rate", "usercentrics", "osano", "att"];
      const answers = answersTo(
        { events: [...one, ...people] },
        [
          ...names.map((each) => ["opt_in_rate", { ...as(each), [name]: value }] as const),
          ...names.map((each) => ["opt_in_rate", { ...as(each), by: name }] as const),
        ].map(([metric, query]): [string, Record<string, string>] => [metric, query]),
      );
      const expected = [
        [2, 2, 1],
        [2, 2, 1],
        [2, 2, 1],
        [2, 1, 0.5],
        [1, 1, 1],
      ];
      expect(answers.slice(0, 5).map((answer) => groupsOf(answer)[""])).toEqual(expected);
      expect(answers.slice(5).map((answer) => groupsOf(answer)[value])).toEqual(expected);
    },
  );

  test("compared with the period before, and small cells are hidden", () => {
    const events = [
      ...times(12, (i) => sent("prompt_shown", "2026-03-20", of(`a${i}`))),
      ...times(4, (i) => sent("granted", "2026-03-20T13:00:00Z", of(`a${i}`))),
      ...times(3, (i) => sent("prompt_shown", "2026-03-10", of(`b${i}`))),
    ];
    const answer = answerTo({ events, k: 10 }, "opt_in_rate", {
      as: "didomi",
      from: "2026-03-16",
      to: "2026-03-31",
      compare: "2026-03-01..2026-03-15",
    });
    expect(groupsOf(answer)).toEqual({ "": [12, 4, 1 / 3] });
    expect(answer.compare?.series[0]?.total).toEqual({ suppressed: true });
  });

  test("of opt-ins that no display of these days came before: hidden while they are few", () => {
    const events = times(4, (i) => [
      sent("prompt_shown", "2026-02-27", of(`c${i}`)),
      sent("granted", "2026-03-02", of(`c${i}`)),
    ]);
    const answer = answerTo({ events, k: 10 }, "opt_in_rate", as("didomi"));
    expect(answer.series[0]?.total).toEqual({ suppressed: true });
  });
});
