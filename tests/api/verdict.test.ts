// GET changes/:id/verdict: real sums through the API, counts and events alike.
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Change } from "#shared/contract/change.ts";
import type { VerdictAnswer } from "#shared/contract/verdict.ts";
import { formatDay } from "#shared/days.ts";
import { Random } from "../../seed/random.ts";
import { expectProblem } from "../support/api-problem.ts";
import { type ApiServer, NOW, startApi } from "../support/api-server.ts";

const TODAY = NOW / 86_400_000 - 0.5;
const CHANGE = TODAY - 85;
const REGIONS = Array.from({ length: 12 }, (_, i) => `US-${String.fromCharCode(65 + i)}A`);
const TREATED = REGIONS.slice(0, 6);

let api: ApiServer;

/** Twenty-six weeks; in six of twelve regions understanding rises by twelve points and opt-in by eight. */
function* records() {
  const random = new Random(5, 1);
  const drawn = (n: number, p: number) =>
    Math.min(n, Math.max(0, Math.round(n * p + Math.sqrt(n * p * (1 - p)) * random.normal())));
  for (let day = TODAY - 26 * 7; day <= TODAY; day += 1) {
    for (const region of REGIONS) {
      const changed = TREATED.includes(region) && day >= CHANGE;
      const place = { source: "tool", day: formatDay(day), region, generation: "gen_z" };
      const granted = drawn(400, changed ? 0.53 : 0.45);
      yield { ...place, purpose: "ads", shown: 400, granted, declined: 400 - granted };
      for (const question of ["understanding", "trust"]) {
        const top = drawn(20, question === "understanding" && changed ? 0.62 : 0.5);
        const scores = [0, 0, 20 - top, top, 0];
        yield { ...place, source: "survey", survey: "pulse", question, scale: 5, scores };
      }
    }
  }
}

async function record(change: Partial<Change>): Promise<Change> {
  const body = { title: "Plain words", date: formatDay(CHANGE), kind: "wording", ...change };
  const response = await api.send("POST", "/api/v1/changes", body);
  expect(response.status).toBe(201);
  return (await response.json()) as Change;
}

async function verdictOf({ id }: Change): Promise<VerdictAnswer> {
  const response = await api.get(`/api/v1/changes/${id}/verdict`);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as VerdictAnswer;
}

/** A final verdict is kept after the answer that found it. */
async function untilKept(id: string): Promise<void> {
  await vi.waitFor(async () => {
    const response = await api.get(`/api/v1/changes/${id}/verdict`);
    expect(((await response.json()) as VerdictAnswer).keptOn).not.toBeNull();
  }, 10_000);
}

const scopeOf = (regions: string[]) => ({ purposes: [], channels: [], regions, generations: [] });

beforeAll(async () => {
  api = await startApi({ k: 10 });
  await api.take("counts", [...records()]);
});
afterAll(() => api.stop());

describe("a change in some regions", () => {
  test("is compared with the others, and its effects come out", async () => {
    const answer = await verdictOf(await record({ scope: scopeOf(TREATED) }));
    expect(answer).toMatchObject({
      verdict: "building_trust",
      state: "final",
      design: "difference_in_differences",
      k: 10,
      settings: { smallestEffect: 0.03, smallestEffectEarlyWithdrawal: 0.01, followUpWeeks: 8 },
    });
    expect(answer.diagnostics.clusters).toEqual({ treated: 6, control: 6, dimensions: ["region"] });
    expect(answer.calibration).toMatchObject({
      worlds: expect.any(Number),
      falseClaims: expect.any(Number),
      text: expect.stringContaining("simulated changes that did nothing"),
      table: "/glossary#how-often-wrong",
    });
    const [understanding, trust, optIn, early] = answer.outcomes;
    expect(understanding?.effect).toBeCloseTo(0.12, 1);
    expect(understanding).toMatchObject({ moved: "rose", scale: 5, unit: "week", needed: null });
    expect(trust).toMatchObject({ moved: "unclear", notWorse: true });
    expect(optIn?.effect).toBeCloseTo(0.08, 1);
    // Counts can't say when a consent ended.
    expect(early).toMatchObject({ effect: null, n: 0, missing: expect.any(String) });
    expect(answer.sentence).toContain("“Plain words” is building trust: understanding rose by");
    expect(answer.designReason).toContain("6 groups that the change reached are compared with 6");
  });

  test("has its weeks before and after, and what would have been", async () => {
    const { series, window, byGeneration, beside } = await verdictOf(
      await record({ scope: scopeOf(TREATED) }),
    );
    const points = series[0]?.points ?? [];
    const after = points.filter(({ phase }) => phase === "after");
    expect(after.length).toBe(8);
    expect(after.map(({ start }) => start)).toContain(window.afterFrom);
    for (const point of after) {
      expect(point.suppressed ? null : point.counterfactual).toBeGreaterThan(0.4);
    }
    expect(points.filter(({ phase }) => phase === "change").length).toBe(1);
    const [own] = byGeneration[0]?.groups ?? [];
    // All are of one generation, so its effect is that of all.
    expect(own).toMatchObject({ group: "gen_z", effect: { effect: expect.closeTo(0.12, 1) } });
    expect(byGeneration[0]?.groups).toHaveLength(1);
    expect(beside.map(({ metric }) => metric)).toEqual([
      "benefit",
      "control",
      "opt_out_effort",
      "consent_retention",
    ]);
  });
});

describe("other scopes", () => {
  test("everybody: its own past, and that a season can't be told", async () => {
    const { design, confounders } = await verdictOf(await record({ title: "For all" }));
    expect(design).toBe("interrupted_time_series");
    expect(confounders.map(({ code }) => code)).toContain("season_unknown");
  });

  test("one region of twelve: the comparison can't claim, and says so", async () => {
    const { designReason, outcomes } = await verdictOf(
      await record({ title: "One", scope: scopeOf(REGIONS.slice(0, 1)) }),
    );
    expect(designReason).toContain(
      "with 1 of 12 groups changed, the smallest p it can reach is 0.083",
    );
    expect(outcomes.map(({ moved }) => moved)).not.toContain("fell");
  });

  test("a purpose: its own answers are too few, so those about data use as a whole are taken", async () => {
    const scope = { ...scopeOf([]), purposes: ["ads"] };
    const { outcomes, design } = await verdictOf(await record({ title: "Ads", scope }));
    expect(outcomes[0]?.answersOf).toBe("general");
    expect(design).toBe("interrupted_time_series");
  });

  test("another change in the same weeks is named", async () => {
    const { confounders } = await verdictOf(
      await record({ title: "Late", date: formatDay(TODAY - 70), scope: scopeOf(TREATED) }),
    );
    expect(confounders).toContainEqual(
      expect.objectContaining({ code: "overlapping_change", lowers: true }),
    );
  });
});

describe("the answer", () => {
  test("is a 304 until something that shapes it changes", async () => {
    const { id } = await record({ title: "Tagged", scope: scopeOf(TREATED) });
    const path = `/api/v1/changes/${id}/verdict?recheck=1`;
    await untilKept(id);
    const etag = (await api.get(path)).headers.get("etag") ?? "";
    expect((await api.get(path, { "if-none-match": etag })).status).toBe(304);
    await api.send("PATCH", "/api/v1/settings", { smallestEffect: 0.2 });
    const again = await api.get(path, { "if-none-match": etag });
    expect(again.status).toBe(200);
    const { recheck } = (await again.json()) as VerdictAnswer;
    expect(recheck?.outcomes[0]).toMatchObject({ size: 0.2, moved: "unclear" });
    expect(recheck?.verdict).toBe("no_clear_effect");
    await api.send("PATCH", "/api/v1/settings", { smallestEffect: 0.03 });
  });

  test("hides small cells", async () => {
    await api.send("PATCH", "/api/v1/settings", { k: 1000 });
    const { outcomes, series } = await verdictOf(await record({ scope: scopeOf(TREATED) }));
    expect(series[0]?.points.every((point) => point.suppressed)).toBe(true);
    expect(outcomes[2]?.n).toBeGreaterThan(1000);
    await api.send("PATCH", "/api/v1/settings", { k: 10 });
  });

  test("of a change that is not there is a problem", async () => {
    await expectProblem(await api.get("/api/v1/changes/nobody/verdict"), "not_found");
  });
});

describe("the language", () => {
  let path = "";
  beforeAll(async () => {
    const { id } = await record({ title: "Spoken", scope: scopeOf(REGIONS.slice(0, 5)) });
    path = `/api/v1/changes/${id}/verdict`;
    await untilKept(id);
  });

  const look = async (query: string, headers: Record<string, string> = {}) => {
    const response = await api.get(`${path}${query}`, headers);
    const { status } = response;
    const header = (name: string) => response.headers.get(name);
    const [tag, language, vary] = ["etag", "content-language", "vary"].map(header);
    return { status, tag: tag ?? "", language, vary, text: await response.text() };
  };
  const inLanguage = async (language: string) =>
    JSON.parse((await look(`?lang=${language}`)).text) as VerdictAnswer;

  /** All but what it says in words. */
  const figuresOf = ({ language, sentence, designReason, ...rest }: VerdictAnswer) => ({
    ...rest,
    calibration: { ...rest.calibration, text: "" },
    confounders: rest.confounders.map((one) => ({ ...one, text: "" })),
    outcomes: rest.outcomes.map((one) => ({ ...one, missing: one.missing !== null })),
  });
  const wordsOf = ({ sentence, designReason, calibration, confounders, outcomes }: VerdictAnswer) =>
    [
      sentence,
      designReason,
      calibration?.text,
      ...confounders.map(({ text }) => text),
      ...outcomes.map(({ missing }) => missing),
    ].filter((text) => typeof text === "string");

  test("is the one asked for: the same figures in other words, and none in Latin letters but the title", async () => {
    const [english, arabic] = [await inLanguage("en"), await inLanguage("ar")];
    expect([english.language, arabic.language]).toEqual(["en", "ar"]);
    expect(figuresOf(arabic)).toEqual(figuresOf(english));
    expect(arabic).not.toHaveProperty("said");
    const said = wordsOf(arabic);
    expect(said.length).toBe(wordsOf(english).length);
    expect(said.length).toBeGreaterThan(4);
    expect(wordsOf(english).join(" ")).not.toMatch(/\p{Script=Arabic}/u);
    for (const text of said) {
      expect(text).toMatch(/\p{Script=Arabic}/u);
      expect(text.replace(/\u2068[^\u2069]*\u2069/g, "")).not.toMatch(/[A-Za-z]/);
    }
  });

  test("has a tag of its own, and a 304 of its own", async () => {
    const [english, arabic] = [await look("?lang=en"), await look("?lang=ar")];
    expect(arabic).toMatchObject({ language: "ar", vary: "Accept-Language" });
    expect(english).toMatchObject({ language: "en", vary: "Accept-Language" });
    expect(arabic.tag).not.toBe(english.tag);
    for (const [language, own, other] of [
      ["en", english, arabic],
      ["ar", arabic, english],
    ] as const) {
      const query = `?lang=${language}`;
      const known = await look(query, { "if-none-match": own.tag });
      expect(known).toMatchObject({ status: 304, vary: "Accept-Language" });
      expect((await look(query, { "if-none-match": other.tag })).text).toBe(own.text);
    }
  });

  test.each([
    ["ar", "ar"],
    ["ar-EG,en;q=0.5", "ar"],
    ["fr, ar;q=0.9, en;q=0.8", "ar"],
    ["en-GB,ar;q=0.5", "en"],
    ["de", "en"],
    ["*", "en"],
    ["", "en"],
  ])("is by what the browser reads where none is asked for: %j is %s", async (reads, language) => {
    const plain = await look("", { "accept-language": reads });
    expect(plain).toMatchObject({ status: 200, language, vary: "Accept-Language" });
    expect(plain.text).toBe((await look(`?lang=${language}`)).text);
  });

  test("asked for comes before what the browser reads", async () => {
    expect((await look("?lang=en", { "accept-language": "ar" })).language).toBe("en");
    expect((await look("?lang=ar", { "accept-language": "en" })).language).toBe("ar");
  });

  test.each(["fr", "AR", "ar-EG", ""])(
    "%j is refused by name, value and rule",
    async (language) => {
      const problem = await expectProblem(
        await api.get(`${path}?lang=${language}`),
        "invalid_request",
      );
      expect(problem.fields).toMatchObject([
        { field: "lang", message: `lang is "${language}", but has to be one of en, ar` },
      ]);
      await expectProblem(await api.get(`${path}?lang=en&lang=ar`), "invalid_request");
    },
  );

  test("is that of the file, too, whose columns are the same", async () => {
    const [english, arabic] = [
      await look("?format=csv&lang=en"),
      await look("?format=csv&lang=ar"),
    ];
    expect(arabic.language).toBe("ar");
    expect(arabic.text.split("\n")[0]).toBe(english.text.split("\n")[0]);
    expect(arabic.text).toMatch(/early_withdrawal_rate,.*\p{Script=Arabic}/u);
    expect(english.text).not.toMatch(/\p{Script=Arabic}/u);
  });
});

test("without any data says that it can't be told", async () => {
  const empty = await startApi();
  const body = { title: "Alone", date: "2026-01-05", kind: "other" };
  const { id } = (await (await empty.send("POST", "/api/v1/changes", body)).json()) as Change;
  const answer = (await (await empty.get(`/api/v1/changes/${id}/verdict`)).json()) as VerdictAnswer;
  expect(answer).toMatchObject({
    verdict: "not_enough_data",
    design: "none",
    claim: "none",
    asOf: null,
  });
  expect(JSON.stringify(answer)).not.toContain("NaN");
  await empty.stop();
});
