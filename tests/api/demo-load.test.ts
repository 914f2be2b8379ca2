/** The demo world is loaded once, by the same intake as everybody's events, and goes on where it was cut short. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { load } from "../../seed/load.ts";
import { demoWorld } from "../../seed/worlds/demo.ts";
import { verify } from "../../server/jobs/verify.ts";
import { freshFolder, runSeed } from "../support/api-process.ts";
import { type ApiServer, NOW, startApi } from "../support/api-server.ts";

const small = { seed: 7, until: "2026-03-30", days: 40, subjects: 2500 };
const questions = [
  "opt_in_rate?by=generation&grain=week",
  "withdrawal_rate?by=reason",
  "understanding?by=region",
  "consent_coverage?by=purpose,channel",
];

let whole: ApiServer;
let cut: ApiServer;

beforeAll(async () => {
  [whole, cut] = await Promise.all([startApi(), startApi()]);
  await load(demoWorld, small, whole, NOW, () => {});
}, 60_000);
afterAll(() => Promise.all([whole.stop(), cut.stop()]));

async function figures(api: ApiServer): Promise<unknown[]> {
  const answers = await Promise.all(questions.map((question) => api.metric(question)));
  return answers.map(({ dataVersion: _, ...answer }) => answer);
}

test("a load that is cut short goes on at the next start, with the world that it began with", async () => {
  const stop = (): never => {
    throw new Error("the power went");
  };
  await expect(load(demoWorld, small, cut, NOW, stop)).rejects.toThrow("the power went");
  const half = cut.store.snapshot((snapshot) => snapshot.intakeTotals().events);
  const later = { ...small, until: "2026-03-31" };
  await load(demoWorld, later, cut, NOW + 86_400_000, () => {});
  const all = cut.store.snapshot((snapshot) => snapshot.intakeTotals().events);
  expect(half).toBeGreaterThan(0);
  expect(all).toBeGreaterThan(half);
  expect(await figures(cut)).toEqual(await figures(whole));
  expect(verify(cut.store).differences.count).toBe(0);
}, 60_000);

test("a world that is loaded is not loaded again", async () => {
  const version = whole.store.snapshot((snapshot) => snapshot.dataVersion());
  await load(demoWorld, small, whole, NOW, () => {});
  expect(whole.store.snapshot((snapshot) => snapshot.dataVersion())).toBe(version);
});

test("it brings its dated changes", async () => {
  const { changes } = await (await whole.get("/api/v1/changes")).json();
  expect(changes).toHaveLength(demoWorld.changes.length);
});

test("nothing of it is refused or ignored", async () => {
  expect(whole.store.snapshot((snapshot) => snapshot.intakeTotals().rejected)).toBe(0);
});

test("a world of days to come is refused, and the command ends", async () => {
  const flags = ["--until", "2999-01-01", "--subjects", "10", "--days", "30"];
  const { code, err } = await runSeed(flags, { DATA_DIR: freshFolder() });
  expect({ code, err }).toEqual({
    code: 1,
    err: "--until is 2999-01-01, which is yet to come.\n",
  });
}, 60_000);
