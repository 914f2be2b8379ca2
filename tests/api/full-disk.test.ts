// A disk without room: no file may grow any further. What fits is kept, what does not is refused, nothing is half-done.
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { IntakeAnswer } from "#shared/contract/event.ts";
import type { MetricAnswer } from "#shared/contract/metric.ts";
import { expectProblem } from "../support/api-problem.ts";
import {
  freshFolder,
  makeRoom,
  type Running,
  runJob,
  startServer,
} from "../support/api-process.ts";
import { decisions } from "../support/api-records.ts";
import { type Json, ndjson } from "../support/api-server.ts";

const FILE_KIB = 2048;
const SENDERS = 3;
const PATIENCE_MS = 120_000;
const DATA_DIR = freshFolder();
const env = { DATA_DIR, MIN_CELL: "1" };
const [kept, refused]: [Json[][], Json[][]] = [[], []];
let running: Running;

beforeAll(async () => {
  running = await startServer(env, FILE_KIB);
});
afterAll(async () => {
  running.child.kill("SIGTERM");
  await running.ended;
  rmSync(DATA_DIR, { recursive: true });
});

const post = (path: string, body: string, type = "application/x-ndjson") =>
  fetch(`${running.url}/api/v1/${path}`, {
    method: "POST",
    headers: { "content-type": type },
    body,
  });

async function sendAgain(batch: Json[]): Promise<IntakeAnswer> {
  const response = await post("events", ndjson(batch));
  expect(response.status).toBe(200);
  return (await response.json()) as IntakeAnswer;
}

/** Every batch with a purpose and a notice of its own, so that names are refused along with events. */
async function sendUntilFull(): Promise<void> {
  for (let refusals = 0; refusals < 3; ) {
    const name = `p${kept.length + refused.length}`;
    const batch = decisions(200, 400, { purpose: name, notice: name });
    const response = await post("events", ndjson(batch));
    if (response.status === 200) {
      expect(await response.json()).toMatchObject({ accepted: 400, rejected: [] });
      kept.push(batch);
      continue;
    }
    const problem = await expectProblem(response, "storage_full");
    expect(problem.detail).toBe("nothing of this request was kept; make room and send it again");
    refused.push(batch);
    refusals += 1;
  }
}

async function whatIsThere() {
  const read = async (path: string) => (await fetch(`${running.url}/api/v1/${path}`)).json();
  const { events } = (await read("intake")) as { events: number };
  const { series } = (await read("metrics/opt_in_rate?from=2026-03-10&to=2026-03-10")) as Pick<
    MetricAnswer,
    "series"
  >;
  return { events, total: series[0]?.total };
}

test(
  "a full disk refuses what has no room, and loses nothing that had",
  async () => {
    await Promise.all(Array.from({ length: SENDERS }, sendUntilFull));
    expect(kept.length).toBeGreaterThan(0);

    // Reads go on, and see what was acknowledged and nothing else.
    const full = await whatIsThere();
    const events = kept.length * 400;
    expect(full).toMatchObject({ events, total: { n: events, count: events / 2 } });

    // A crash now, and a start without any more room than before.
    running.child.kill("SIGKILL");
    await running.ended;
    running = await startServer(env, FILE_KIB);
    expect(await whatIsThere()).toEqual(full);
    await sendUntilFull();
    const later = await whatIsThere();
    expect(later.events).toBe(kept.length * 400);

    // With room again, and without a restart where the system can give it to a process that runs: all that was refused is
    // taken as new, and all that was kept is known.
    if (!makeRoom(running)) {
      running.child.kill("SIGTERM");
      expect(await running.ended).toMatchObject({ code: 0 });
      running = await startServer(env);
    }
    expect(await whatIsThere()).toEqual(later);
    for (const batch of refused)
      expect(await sendAgain(batch)).toMatchObject({ accepted: 400, rejected: [] });
    for (const batch of kept)
      expect(await sendAgain(batch)).toMatchObject({ accepted: 0, duplicates: 400 });
    const all = await whatIsThere();
    const everything = (kept.length + refused.length) * 400;
    expect(all).toMatchObject({
      events: everything,
      total: { n: everything, count: everything / 2 },
    });
    running.child.kill("SIGTERM");
    expect(await running.ended).toMatchObject({ code: 0 });
    running = await startServer(env);
    expect(await whatIsThere()).toEqual(all);
    expect(await runJob("verify", env)).toMatchObject({
      code: 0,
      out: expect.stringContaining(" 0 sums differ"),
    });
  },
  PATIENCE_MS,
);
