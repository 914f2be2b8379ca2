// A final verdict is kept as it was found; what the data say later stands beside it.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Change } from "#shared/contract/change.ts";
import type { FinalVerdict, VerdictAnswer } from "#shared/contract/verdict.ts";
import { formatDay } from "#shared/days.ts";
import { type ApiServer, type Json, NOW, startApi } from "../support/api-server.ts";

const TODAY = NOW / 86_400_000 - 0.5;
const DATE = formatDay(TODAY - 85);
const INSIDE = ["DE", "FR", "ES", "IT", "NL", "SE"];
const OUTSIDE = ["GB", "US", "CA", "AU", "JP", "BR"];

let api: ApiServer;
let change: Change;
let path = "";

/** A day's totals of every region; inside, after the change, so many of a hundred understand. */
function* totals(clear: number): Generator<Json> {
  let state = 7;
  const wobble = () => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.round((state / 2_147_483_647 - 0.5) * 8);
  };
  for (let day = TODAY - 30 * 7; day <= TODAY - 3; day += 1) {
    for (const region of [...INSIDE, ...OUTSIDE]) {
      const place = { source: "tool", day: formatDay(day), region };
      const top = (INSIDE.includes(region) && day >= TODAY - 85 ? clear : 50) + wobble();
      const yes = 200 + 4 * wobble();
      yield { ...place, purpose: "ads", shown: 400, granted: yes, declined: 400 - yes };
      const scores = [0, 0, 100 - top, top, 0];
      yield { ...place, survey: "pulse", question: "understanding", scale: 5, scores };
    }
  }
}

async function read(query = ""): Promise<VerdictAnswer> {
  const response = await api.get(`${path}${query}`);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as VerdictAnswer;
}

const keptNow = () => api.store.snapshot((snapshot) => snapshot.records("final_verdict"));
/** Keeping comes after the answer. */
const untilKept = (find = (kept: readonly FinalVerdict[]) => kept.length > 0) =>
  vi.waitFor(() => expect(find(keptNow())).toBe(true), 10_000);

async function settle(patch: Json): Promise<void> {
  expect((await api.send("PATCH", "/api/v1/settings", patch)).status).toBe(200);
}

beforeAll(async () => {
  api = await startApi({ k: 10 });
  await api.take("counts", [...totals(70)]);
  const scope = { regions: INSIDE };
  const body = { title: "Plain words", date: DATE, kind: "wording", scope };
  change = (await (await api.send("POST", "/api/v1/changes", body)).json()) as Change;
  path = `/api/v1/changes/${change.id}/verdict`;
});
afterAll(() => api.stop());

test("a verdict that is first found to be final is kept, with its day and data version", async () => {
  const first = await read();
  expect(first).toMatchObject({ verdict: "building_trust", state: "final", keptOn: null });
  await untilKept();
  const { keptOn, keptDataVersion, recheck, ...kept } = await read("?recheck=1");
  expect(kept).toEqual({
    ...first,
    keptOn: undefined,
    keptDataVersion: undefined,
    recheck: undefined,
  });
  expect({ keptOn, keptDataVersion }).toEqual({
    keptOn: formatDay(TODAY),
    keptDataVersion: first.dataVersion,
  });
  expect(recheck).toBeNull();
});

test("a longer follow-up is looked at again, and said to be, also where it stays so", async () => {
  await settle({ followUpWeeks: 9 });
  const { recheck, settings } = await read("?recheck=1");
  expect(settings.followUpWeeks).toBe(8);
  expect(recheck).toMatchObject({ verdict: "building_trust", differs: false });
  await settle({ followUpWeeks: 8 });
  expect((await read("?recheck=1")).recheck).toBeNull();
});

test("later data change nothing of it; what they say stands beside it when asked for", async () => {
  const before = await read();
  api.clock.now += 3 * 86_400_000;
  await api.take("counts", [...totals(30)]);
  expect(await read()).toEqual(before);
  const { recheck, ...kept } = await read("?recheck=1");
  expect(kept).toEqual({ ...before, recheck: undefined });
  expect(recheck).toMatchObject({ verdict: "eroding_trust", claim: "full", differs: true });
  expect(recheck?.sentence).toContain("understanding fell by");
  expect(recheck?.outcomes[0]?.effect).toBeLessThan(-0.1);
  expect(recheck?.dataVersion).toBeGreaterThan(kept.dataVersion);
  const csv = await (await api.get(`${path}?format=csv&recheck=1`)).text();
  expect(csv).toContain(`understanding,0.03,${before.outcomes[0]?.effect},`);
});

test("the flags and what is learned speak of the kept one", async () => {
  const { changes } = (await (await api.get("/api/v1/learned")).json()) as { changes: Json[] };
  expect(changes).toMatchObject([{ id: change.id, verdict: "building_trust", state: "final" }]);
});

test("other sizes are a recheck, too", async () => {
  await settle({ smallestEffect: 0.5 });
  const { settings, verdict, recheck } = await read("?recheck=1");
  expect({ settings, verdict }).toMatchObject({
    settings: { smallestEffect: 0.03 },
    verdict: "building_trust",
  });
  expect(recheck?.outcomes[0]).toMatchObject({ size: 0.5, moved: "unclear" });
  await settle({ smallestEffect: 0.03 });
});

test("under a higher small-cell limit it is not shown, and still kept", async () => {
  await settle({ k: 500 });
  expect(await read()).toMatchObject({ k: 500, keptOn: null, verdict: "eroding_trust" });
  await settle({ k: 10 });
  expect(await read()).toMatchObject({ k: 10, verdict: "building_trust" });
  expect(keptNow()).toHaveLength(1);
});

test("it is kept in every language, and so is what stands beside it", async () => {
  const [english, arabic] = [await read("?recheck=1&lang=en"), await read("?recheck=1&lang=ar")];
  expect(arabic).toMatchObject({
    language: "ar",
    keptOn: english.keptOn,
    verdict: "building_trust",
  });
  expect(english.sentence).toMatch(/^“Plain words” is building trust/);
  expect(arabic.sentence).toMatch(/^التغيير «\u2068Plain words\u2069» يبني الثقة/);
  expect(english.recheck?.sentence).toMatch(/^“Plain words” is eroding trust/);
  expect(arabic.recheck?.sentence).toMatch(/^التغيير «\u2068Plain words\u2069» يقوّض الثقة/);
  expect(arabic.recheck?.outcomes[0]?.effect).toBe(english.recheck?.outcomes[0]?.effect);
});

test("another title, owner, link or hypothesis keeps it, under the new title", async () => {
  const patch = { title: "Plainer words", owner: "Team", hypothesis: "Grows" };
  await api.send("PATCH", `/api/v1/changes/${change.id}`, patch);
  const { sentence, keptOn, change: named } = await read();
  expect(keptOn).toBe(formatDay(TODAY));
  expect(named.title).toBe("Plainer words");
  expect(sentence).toMatch(/^“Plainer words” is building trust/);
  const arabic = await read("?lang=ar");
  expect(arabic.sentence).toMatch(/^التغيير «\u2068Plainer words\u2069» يبني الثقة/);
});

test("one that was kept in English only is said in English, all of it", async () => {
  const [kept] = keptNow();
  if (kept === undefined) throw new Error("nothing was kept");
  const { said, ...answer } = kept.answer;
  expect(Object.keys(said ?? {})).toEqual(["ar"]);
  await api.writer.send("putRecord", { kind: "final_verdict", record: { ...kept, answer } });
  const response = await api.get(`${path}?lang=ar&recheck=1`);
  expect(response.headers.get("content-language")).toBe("en");
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ language: "en", keptOn: kept.keptOn });
  expect(text).not.toMatch(/\p{Script=Arabic}/u);
  await api.writer.send("putRecord", { kind: "final_verdict", record: kept });
});

test("a corrected date, scope, notice or experiment drops it: that is another question", async () => {
  const [before] = keptNow();
  await api.send("PATCH", `/api/v1/changes/${change.id}`, { notice: "2026-01" });
  expect(keptNow()).toEqual([]);
  expect(await read()).toMatchObject({ verdict: "eroding_trust", keptOn: null });
  await untilKept(([kept]) => kept?.answer.verdict === "eroding_trust");
  // One found for the question before, and written down too late, does not stand.
  if (before === undefined) throw new Error("nothing was kept");
  await api.writer.send("putRecord", { kind: "final_verdict", record: before });
  expect(await read()).toMatchObject({ verdict: "eroding_trust", keptOn: null });
});

test("it goes with its change", async () => {
  await untilKept();
  expect((await api.send("DELETE", `/api/v1/changes/${change.id}`)).status).toBe(204);
  expect(keptNow()).toEqual([]);
});
