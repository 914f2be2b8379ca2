// Kills Candor while it drops raw events, again and again: no figure changes, and all goes in the end.
import { rmSync } from "node:fs";
import { afterAll, expect, test, vi } from "vitest";
import { Random } from "../../seed/random.ts";
import { freshFolder, runJob, startServer } from "../support/api-process.ts";
import { ndjson } from "../support/api-server.ts";

const SUBJECTS = 6000;
const KILLS = 4;
const PATIENCE_MS = 5 * 60_000;
const DATA_DIR = freshFolder();
const env = { DATA_DIR, MIN_CELL: "1" };
const random = new Random(11, 0);
let running = await startServer(env);

afterAll(async () => {
  running.child.kill("SIGTERM");
  await running.ended;
  rmSync(DATA_DIR, { recursive: true });
});

const events = Array.from({ length: SUBJECTS }, (_, i) => ({
  id: `e${i}`,
  subject: `s${i}`,
  type: i % 3 === 0 ? "dismissed" : "declined",
  at: `2015-0${1 + (i % 9)}-1${i % 10}T12:00:00Z`,
  purpose: "ads",
  notice: `n${i % 7}`,
}));

async function figures(): Promise<unknown> {
  const dates = "from=2015-01-01&to=2015-12-31&grain=month&by=notice";
  const answers = ["opt_in_rate", "opt_in_yield", "consent_coverage"].map(async (metric) =>
    (await fetch(`${running.url}/api/v1/metrics/${metric}?${dates}`)).json(),
  );
  return await Promise.all(answers);
}

async function kept(): Promise<number> {
  const answer = await fetch(`${running.url}/api/v1/intake`);
  return ((await answer.json()) as { events: number }).events;
}

test(
  "cut short anywhere, sums are fold + ledger, and the next start goes on",
  async () => {
    await fetch(`${running.url}/api/v1/events`, {
      method: "POST",
      headers: { "content-type": "application/x-ndjson" },
      body: ndjson(events),
    });
    const before = await figures();
    await fetch(`${running.url}/api/v1/settings`, {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ retentionMonths: 24 }),
    });
    const left: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, random.between(20, 250)));
      left.push(await kept());
      running.child.kill("SIGKILL");
      await running.ended;
      expect(await runJob("verify", env)).toMatchObject({ code: 0 });
      running = await startServer(env);
      expect(await figures()).toEqual(before);
    }
    expect(left.some((events) => events > 0 && events < SUBJECTS)).toBe(true);
    await vi.waitFor(async () => expect(await kept()).toBe(0), 60_000);
    expect(await figures()).toEqual(before);
    expect(await runJob("verify", env)).toMatchObject({ code: 0 });
  },
  PATIENCE_MS,
);
