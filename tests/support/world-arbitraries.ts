// Small worlds of events for fast-check: few people, purposes, notices and channels, so that every rule meets every other;
// times close together, on the limits of the rules, and some ahead of the present.
import fc from "fast-check";
import { dimensionsOf, metricNames } from "#shared/metric-list.ts";
import type { SentEvent } from "./reference-histories.ts";
import type { ReferenceQuestion } from "./reference-metrics.ts";

export const NOW = "2026-04-04T15:20:00Z";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LATEST = Date.parse(NOW) + DAY;

const first = fc.constantFrom(
  "2026-02-09T12:00:00Z",
  "2026-02-28T22:59:59.999Z",
  "2026-03-10T23:30:00Z",
  "2026-03-22T06:00:00Z",
  "2026-03-26T15:00:00Z",
  "2026-03-28T23:30:00Z",
  "2026-04-02T18:14:59.999Z",
  "2026-04-04T12:00:00Z",
);
const gap = fc.constantFrom(
  ...[0, 0, 0, 1, 60_000, HOUR, HOUR, HOUR + 1, 5 * HOUR, DAY - 1, DAY, DAY, DAY + 1],
  ...[2 * DAY, 3 * DAY, 7 * DAY, 7 * DAY + 1, 8 * DAY, 20 * DAY],
);
const type = fc.oneof(
  { weight: 4, arbitrary: fc.constant("granted") },
  { weight: 3, arbitrary: fc.constantFrom("withdrawn", "prompt_shown", "survey_answered") },
  { weight: 2, arbitrary: fc.constantFrom("declined", "withdrawal_started", "dismissed") },
);
const sometimes = <T>(arbitrary: fc.Arbitrary<T>, times = 3): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: times });

const details = fc.record({
  prefix: fc.constantFrom("a", "Z", "é", "\uff5e", "\u{1f600}"),
  purpose: fc.constantFrom("ads", "ads", "ads", "email"),
  general: fc.boolean(),
  notice: fc.constantFrom("n1", "n1", "N.2"),
  stated: fc.boolean(),
  channel: sometimes(fc.constantFrom("web", "ios")),
  region: sometimes(fc.constantFrom("DE", "US-ME"), 1),
  person: fc.constantFrom(
    {},
    {},
    {},
    { generation: "gen_z" },
    { generation: "unknown" },
    { birthYear: 1980 },
  ),
  trial: fc.constantFrom(
    ...[{}, {}, {}, { experiment: "wording", variant: "plain" }],
    ...[
      { experiment: "wording", variant: "benefit" },
      { experiment: "colour", variant: "blue" },
    ],
  ),
  method: sometimes(fc.constantFrom("explicit", "signal", "implicit"), 1),
  durationMs: sometimes(fc.constantFrom(0, 700, 4200, 100_003), 1),
  steps: sometimes(fc.integer({ min: 0, max: 3 }), 1),
  reason: sometimes(fc.constantFrom("no_benefit", "other"), 1),
  survey: fc.constantFrom("tracker", "tracker", "exit"),
  question: fc.constantFrom("understanding", "trust"),
  scale: fc.constantFrom(undefined, undefined, 2, 3, 7),
  score: fc.integer({ min: 1, max: 11 }),
});

const asking = ["prompt_shown", "granted", "declined", "dismissed"];

interface Draft {
  type: string;
  gap: number;
  details: typeof details extends fc.Arbitrary<infer T> ? T : never;
}

function eventOf(draft: Draft, id: number, at: number, subject: string): SentEvent {
  const { type, details: d } = draft;
  const answered = type === "survey_answered";
  const closes = type === "withdrawn";
  const chooses = closes || type === "granted" || type === "declined";
  const notice = asking.includes(type) || d.stated ? { notice: d.notice } : {};
  const scale = d.scale ?? 5;
  const score = 1 + (d.score % scale);
  const { method, durationMs, steps } = d;
  const event: SentEvent = {
    id: `${d.prefix}${id}`,
    type,
    at: new Date(at).toISOString(),
    subject,
    ...(answered && d.general ? {} : { purpose: d.purpose }),
    ...notice,
    ...{ channel: d.channel, region: d.region },
    ...d.person,
    ...d.trial,
    ...(chooses ? { method, durationMs, steps } : {}),
    ...(closes ? { reason: d.reason } : {}),
    ...(answered ? { survey: d.survey, question: d.question, scale: d.scale, score } : {}),
  };
  return JSON.parse(JSON.stringify(event));
}

const history = fc.record({
  first,
  drafts: fc.array(fc.record({ type, gap, details }), { minLength: 1, maxLength: 14 }),
});

/** The events of one to four people, none of them more than 24 h ahead. */
export const worlds: fc.Arbitrary<SentEvent[]> = fc
  .array(history, { minLength: 1, maxLength: 4, size: "max" })
  .map((histories) => {
    let id = 0;
    return histories.flatMap(({ first, drafts }, person) => {
      let at = Date.parse(first);
      return drafts.map((draft) => {
        id += 1;
        at = Math.min(at + draft.gap, LATEST);
        return eventOf(draft, id, at, `u${person}`);
      });
    });
  });

const loyal = fc.record({
  first: fc.constantFrom("2026-02-09T12:00:00Z", "2026-02-20T22:59:59.999Z"),
  usual: fc.integer({ min: 1, max: 5 }),
  drafts: fc.array(
    fc.record({
      type: fc.constantFrom(...Array(6).fill("survey_answered"), "granted", "granted", "withdrawn"),
      gap: fc.constantFrom(0, HOUR, DAY, 3 * DAY, 20 * DAY, 20 * DAY),
      details,
      unusual: fc.boolean(),
    }),
    { minLength: 2, maxLength: 10 },
  ),
});

/** The events of some people who answer again and again, and mostly the same. */
export const answeringWorlds: fc.Arbitrary<SentEvent[]> = fc
  .array(loyal, { minLength: 3, maxLength: 12, size: "max" })
  .map((people) =>
    people.flatMap(({ first, usual, drafts }, person) => {
      let at = Date.parse(first);
      return drafts.map(({ unusual, ...draft }, i) => {
        at = Math.min(at + draft.gap, LATEST);
        const score = unusual ? draft.details.score : usual - 1;
        const own = { ...draft, details: { ...draft.details, score } };
        return eventOf(own, 100 * person + i, at, `u${person}`);
      });
    }),
  );

export const zones = fc.constantFrom("UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns");

const values: Record<string, string[]> = {
  purpose: ["ads", "email", "general"],
  notice: ["n1", "N.2", "none"],
  channel: ["web", "ios", "unknown"],
  region: ["DE", "unknown"],
  segment: ["unknown"],
  locale: ["unknown", "de"],
  generation: ["gen_z", "gen_x", "unknown"],
  experiment: ["wording", "none"],
  variant: ["plain", "benefit", "none"],
  source: ["events"],
  method: ["explicit", "signal", "implicit"],
  reason: ["no_benefit", "none"],
  survey: ["tracker"],
};
const scored = ["understanding", "trust", "survey_score", "informed_opt_in_rate"];

/** Questions of one metric, answerable by API and reference alike. */
export function questionsOf(metric: (typeof metricNames)[number]): fc.Arbitrary<ReferenceQuestion> {
  const names = dimensionsOf(metric);
  const dims = fc.shuffledSubarray(names, { maxLength: 2 });
  const filters = fc
    .shuffledSubarray(names, { maxLength: 2 })
    .chain((chosen) =>
      fc.record(
        Object.fromEntries(
          chosen.map((name) => [name, fc.subarray(values[name] ?? [], { minLength: 1 })]),
        ),
      ),
    );
  const range = fc.constantFrom(
    { from: "2026-02-09", to: "2026-04-10" },
    { from: "2026-02-09", to: "2026-04-10" },
    { from: "2026-03-01", to: "2026-03-29" },
    { from: "2026-03-25", to: "2026-04-04" },
  );
  const isScore = scored.includes(metric);
  const stats = isScore
    ? ["top_two", "mean"]
    : metric === "opt_out_effort"
      ? ["time", "steps"]
      : [undefined];
  const none = fc.constant(undefined);
  return fc
    .record({
      metric: fc.constant(metric),
      range,
      grain: fc.constantFrom("day", "week", "month", "total"),
      by: dims,
      filters: fc.oneof(
        { weight: 2, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: filters },
      ),
      stat: fc.constantFrom(...stats),
      day: metric === "consent_retention" ? fc.constantFrom(0, 1, 3, 7, 30) : none,
      question: metric === "survey_score" ? fc.constantFrom("trust", "understanding") : none,
      scale: isScore ? fc.constantFrom(undefined, undefined, 3, 5) : none,
    })
    .map(({ range, ...rest }) => ({ ...range, ...rest }) as ReferenceQuestion);
}

/** Some questions, of any metrics. */
export const questionnaires: fc.Arbitrary<ReferenceQuestion[]> = fc.array(
  fc.oneof(...metricNames.map(questionsOf)),
  { minLength: 1, maxLength: 10, size: "max" },
);

/** Questions of survey scores. */
export const scoreQuestionnaires: fc.Arbitrary<ReferenceQuestion[]> = fc.array(
  fc.oneof(...metricNames.filter((name) => scored.includes(name)).map(questionsOf)),
  { minLength: 4, maxLength: 10, size: "max" },
);

/** The question as the query of an API request. */
export function queryOf({ metric: _, by, filters, day, scale, ...rest }: ReferenceQuestion) {
  const lists = Object.entries(filters).map(([name, wanted]) => [name, wanted.join(",")]);
  const query: Record<string, string | undefined> = {
    ...rest,
    ...Object.fromEntries(lists),
    by: by.length > 0 ? by.join(",") : undefined,
    day: day?.toString(),
    scale: scale?.toString(),
  };
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(given);
}

/** The same in another order, in batches of 1 to 7, some of it sent again. */
export function batchesOf<T>(all: readonly T[], seed: number): T[][] {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const rest = [...all, ...all.filter(() => below(5) === 0)];
  for (let i = rest.length - 1; i > 0; i -= 1) {
    const j = below(i + 1);
    [rest[i], rest[j]] = [rest[j] as T, rest[i] as T];
  }
  const batches: T[][] = [];
  while (rest.length > 0) batches.push(rest.splice(0, 1 + below(7)));
  return batches;
}
