// Flags and what is learned, from daily totals in which a change did what a dark pattern does.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FlagsAnswer } from "#shared/contract/flag.ts";
import type { LearnedAnswer } from "#shared/contract/learned.ts";
import type { VerdictAnswer } from "#shared/contract/verdict.ts";
import { formatDay, parseDay } from "#shared/days.ts";
import { expectProblem } from "../support/api-problem.ts";
import { countRecord, event, granted } from "../support/api-records.ts";
import { type ApiServer, type Json, startApi } from "../support/api-server.ts";

const DATE = "2025-12-02";
const WEEKS_BEFORE = 20;
const WEEKS_AFTER = 10;
const inside = ["DE", "FR", "ES", "IT", "NL", "SE"];
const outside = ["GB", "US", "CA", "AU", "JP", "BR"];

let api: ApiServer;
/** With the ways out alone: where there are events, no verdict is reached from totals. */
let exits: ApiServer;
let id = "";
beforeAll(async () => {
  [api, exits] = await Promise.all([startApi({ k: 5 }), startApi({ k: 5 })]);
  await api.take("counts", [...totals()]);
  await exits.take("events", [...slowExits("web", 60_000), ...slowExits("ios", 9_000)]);
  const scope = { regions: inside };
  const body = { title: "A bigger yes", date: DATE, kind: "flow", scope };
  id = ((await (await api.send("POST", "/api/v1/changes", body)).json()) as { id: string }).id;
}, 60_000);
afterAll(() => Promise.all([api.stop(), exits.stop()]));

const read = async <T>(path: string, from = api): Promise<T> => {
  const response = await from.get(`/api/v1/${path}`);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as T;
};

/** A week's totals of every region: yes from 40 to 52 %, understanding from 60 to 48 %, where and when it applied. */
function* totals(): Generator<Json> {
  const first = (parseDay("2025-12-01") ?? 0) - 7 * WEEKS_BEFORE;
  let state = 7;
  const wobble = (size: number) => {
    state = (state * 48271) % 2147483647;
    return Math.round((state / 2147483647 - 0.5) * size);
  };
  for (let week = 0; week < WEEKS_BEFORE + 1 + WEEKS_AFTER; week += 1) {
    const day = formatDay(first + 7 * week + 2);
    for (const region of [...inside, ...outside]) {
      const isChanged = week >= WEEKS_BEFORE && inside.includes(region);
      const yes = (isChanged ? 520 : 400) + wobble(40);
      const clear = (isChanged ? 48 : 60) + wobble(6);
      yield countRecord({ day, region, shown: 1000, granted: yes, declined: 900 - yes });
      const scores = [100 - clear, 0, 0, clear, 0];
      yield countRecord({ day, region, survey: "tracker", question: "understanding", scores });
      yield countRecord({ day, region, survey: "tracker", question: "trust", scores });
    }
  }
}

/** Thirty people of a channel who joined in 10 s and took so long to leave. */
function slowExits(channel: string, durationMs: number): Json[] {
  return Array.from({ length: 30 }, (_, i) => `${channel}-${i}`).flatMap((subject) => [
    granted({ subject, channel, at: "2026-02-01T09:00:00Z", durationMs: 10_000, steps: 1 }),
    event("withdrawn", { subject, channel, at: "2026-02-03T09:00:00Z", durationMs, steps: 1 }),
  ]);
}

describe("a flag for more opt-ins without understanding", () => {
  test("is raised with the change and its sentence", async () => {
    const { flags } = await read<FlagsAnswer>("flags");
    expect(flags).toMatchObject([
      {
        code: "opt_in_without_understanding",
        about: id,
        change: { id, title: "A bigger yes", date: DATE },
        state: "final",
        reply: null,
      },
    ]);
    const { sentence } = await read<VerdictAnswer>(`changes/${id}/verdict`);
    expect(flags[0]).toMatchObject({ sentence });
  });

  test("says it in the language asked for, else the one that the client reads", async () => {
    const spoken = async (query: string, reads = "de") => {
      const response = await api.get(`/api/v1/flags${query}`, { "accept-language": reads });
      const { flags } = (await response.json()) as FlagsAnswer;
      const [language, vary] = ["content-language", "vary"].map((one) => response.headers.get(one));
      expect(vary).toBe("Accept-Language");
      return { language, tag: response.headers.get("etag"), flag: flags[0] as unknown as Json };
    };
    const [arabic, english] = [await spoken("?lang=ar", "en"), await spoken("")];
    expect(arabic).toMatchObject({ language: "ar", flag: { language: "ar" } });
    expect(arabic.flag.sentence).toMatch(/^زاد التغيير «\u2068A bigger yes\u2069» الموافقات/);
    expect(english).toMatchObject({ language: "en", flag: { language: "en" } });
    expect(english.flag.sentence).toMatch(/^“A bigger yes” brought more opt-ins/);
    expect(await spoken("", "ar")).toMatchObject({ language: "ar", flag: arabic.flag });
    expect(arabic.tag).not.toBe(english.tag);
    const refused = await api.get("/api/v1/flags?lang=fr");
    expect((await expectProblem(refused, "invalid_request")).fields).toMatchObject([
      { field: "lang" },
    ]);
  });

  test("stays until it is answered, and can be opened again", async () => {
    const reply = { to: "opt_in_without_understanding", about: id, note: "Taken back in March." };
    const kept = (await (await api.send("POST", "/api/v1/replies", reply)).json()) as Json;
    const said = async () =>
      (await read<FlagsAnswer>("flags")).flags.map((flag) => flag.reply?.note);
    expect(await said()).toEqual(["Taken back in March."]);
    await api.send("DELETE", `/api/v1/replies/${kept.id}`);
    expect(await said()).toEqual([undefined]);
  });
});

describe("a flag for a way out that takes longer than the way in", () => {
  test("is raised for each channel where the whole interval says so", async () => {
    const { flags } = await read<FlagsAnswer>("flags", exits);
    expect(flags).toMatchObject([
      { code: "opt_out_effort", about: "web", from: "2025-11-06", to: "2026-02-03" },
    ]);
    expect(flags[0]).toMatchObject({ time: { n: 30 }, steps: { value: 1 } });
  });

  test("asks again when its answer is older than the days that it is of", async () => {
    const { now } = exits.clock;
    const answer = (note: string) =>
      exits.send("POST", "/api/v1/replies", { to: "opt_out_effort", about: "web", note });
    const said = async () =>
      (await read<FlagsAnswer>("flags", exits)).flags.map((flag) => flag.reply?.note);
    exits.clock.now = Date.parse("2025-11-01T12:00:00Z");
    await answer("Under repair.");
    exits.clock.now = now;
    expect(await said()).toEqual([undefined]);
    await answer("Repaired.");
    expect(await said()).toEqual(["Repaired."]);
  });
});

test("what is learned has each effect of the verdicts, unshrunken while there are too few", async () => {
  const learned = await read<LearnedAnswer>("learned");
  expect(learned.changes).toMatchObject([
    { id, kind: "flow", verdict: "opt_in_without_understanding" },
  ]);
  const verdict = await read<VerdictAnswer>(`changes/${id}/verdict`);
  const weighed = verdict.outcomes.find(({ metric }) => metric === "opt_in_yield");
  const outcome = learned.outcomes.find(({ metric }) => metric === "opt_in_yield");
  expect(outcome?.effects).toMatchObject([
    { changeId: id, own: { effect: weighed?.effect }, shrunken: null },
  ]);
  // A weighted mean of one: the same but for its last digit.
  const effect = expect.closeTo(weighed?.effect ?? Number.NaN, 12);
  expect(outcome?.kinds).toMatchObject([{ kind: "flow", changes: 1, effect }]);
});

test("what is learned sets effects beside the reading grades of the notices, once they are written down", async () => {
  const wording = (text: string) => ({ en: { title: "", text, accept: "", decline: "" } });
  const hard = "Personal information is processed pursuant to applicable legislation.";
  for (const body of [
    { notice: "old", wording: wording(hard) },
    { notice: "new", wording: wording("We see what you read."), previous: "old" },
  ])
    expect((await api.send("POST", "/api/v1/notices", body)).status).toBe(201);
  const seen = await read<LearnedAnswer>("learned");
  expect(seen.changes[0]?.reading).toBeNull();
  expect(seen.outcomes[0]?.readings).toEqual([]);
  await api.send("PATCH", `/api/v1/changes/${id}`, { notice: "new" });
  const { changes, outcomes } = await read<LearnedAnswer>("learned");
  expect(changes[0]?.reading).toMatchObject({ formula: "flesch_kincaid", step: "easier" });
  expect(outcomes[0]?.readings).toMatchObject([{ step: "easier", changes: 1 }]);
});

test.each([
  ["flags?language=ar", "language", "there are lang"],
  ["learned?lang=ar", "lang", "there are none"],
  ["proposals?last=9", "last", "there are none"],
  ["verdict?rechek=1", "rechek", "there are format, table, recheck, lang"],
])(
  "%s is refused: a mistyped parameter would pass for one that was heard",
  async (path, name, rule) => {
    const at = path.startsWith("verdict") ? `changes/${id}/${path}` : path;
    const { fields } = await expectProblem(await api.get(`/api/v1/${at}`), "unknown_parameter");
    expect(fields).toMatchObject([{ field: name, message: expect.stringContaining(rule) }]);
  },
);

describe("a verdict as CSV", () => {
  test("has a row for each outcome, or for each week of each series", async () => {
    const verdict = await read<VerdictAnswer>(`changes/${id}/verdict`);
    const file = async (table: string) => {
      const response = await api.get(`/api/v1/changes/${id}/verdict?format=csv&table=${table}`);
      expect(response.headers.get("content-type")).toContain("text/csv");
      expect(response.headers.get("content-disposition")).toContain(`verdict_${table}_${DATE}`);
      return (await response.text()).trim().split("\n");
    };
    const [head, first] = await file("outcomes");
    expect(head).toMatch(/^metric,size,effect,low,high,/);
    expect(head).toContain(",before,after,n,");
    expect(first).toContain(`understanding,0.03,${verdict.outcomes[0]?.effect},`);
    const points = verdict.series.flatMap((one) => one.points);
    expect(await file("series")).toHaveLength(1 + points.length);
  });

  test("is of one of its tables", async () => {
    const response = await api.get(`/api/v1/changes/${id}/verdict?format=csv&table=chairs`);
    expect((await expectProblem(response, "invalid_request")).fields).toMatchObject([
      { field: "table" },
    ]);
  });
});
