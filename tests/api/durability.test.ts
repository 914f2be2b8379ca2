import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { IntakeAnswer } from "#shared/contract/event.ts";
import { freshFolder, type Running, runJob, startServer } from "../support/api-process.ts";
import { event } from "../support/api-records.ts";
import { type Json, ndjson } from "../support/api-server.ts";

const KILLS = 4;
const SENDERS = 4;
const DATA_DIR = freshFolder();
const env = { DATA_DIR, MIN_CELL: "1" };
/** Every batch sent, and whether it was acknowledged. */
const sent: { batch: Json[]; acknowledged: boolean }[] = [];
let running: Running;

beforeAll(async () => {
  running = await startServer(env);
});
afterAll(async () => {
  running.child.kill("SIGTERM");
  await running.ended;
  rmSync(DATA_DIR, { recursive: true });
});

async function post(batch: Json[]): Promise<IntakeAnswer> {
  const response = await fetch(`${running.url}/api/v1/events`, {
    method: "POST",
    headers: { "content-type": "application/x-ndjson" },
    body: ndjson(batch),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as IntakeAnswer;
}

const at = new Date().toISOString();
/** Few subjects, so that batches meet in the same histories. */
const someEvents = (): Json[] =>
  Array.from({ length: 20 }, (_, i) =>
    event(i % 3 === 0 ? "withdrawn" : "granted", {
      at,
      subject: `s-${(sent.length * 7 + i) % 50}`,
    }),
  );

/** Sends one batch after the other until the connection breaks. */
async function keepSending(onAnswer: () => void): Promise<void> {
  for (;;) {
    const entry = { batch: someEvents(), acknowledged: false };
    sent.push(entry);
    try {
      await post(entry.batch);
    } catch {
      return;
    }
    entry.acknowledged = true;
    onAnswer();
  }
}

async function figure(): Promise<unknown> {
  const { series } = (await (
    await fetch(`${running.url}/api/v1/metrics/active_consents?by=purpose`)
  ).json()) as {
    series: unknown;
  };
  return series;
}

async function eventsKept(): Promise<number> {
  return ((await (await fetch(`${running.url}/api/v1/intake`)).json()) as { events: number })
    .events;
}

test("what was acknowledged outlives any end of the process, exactly once", async () => {
  for (let kill = 1; kill <= KILLS; kill += 1) {
    let answers = 0;
    const senders = Array.from({ length: SENDERS }, () =>
      keepSending(() => {
        answers += 1;
        // Right after an answer, while the other senders' requests are under way.
        if (answers === 5 * kill) running.child.kill("SIGKILL");
      }),
    );
    await Promise.all(senders);
    expect((await running.ended).signal).toBe("SIGKILL");
    running = await startServer(env);
  }

  const acknowledged = sent.filter((entry) => entry.acknowledged);
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  for (const { batch } of acknowledged) {
    expect(await post(batch)).toMatchObject({ accepted: 0, duplicates: batch.length });
  }
  // What was under way is there whole or not at all.
  for (const { batch } of sent) {
    const { accepted, duplicates } = await post(batch);
    expect([accepted, duplicates]).toContain(batch.length);
  }

  const [kept, before] = [await eventsKept(), await figure()];
  expect(kept).toBe(sent.reduce((sum, { batch }) => sum + batch.length, 0));
  for (const { batch } of sent.toReversed()) await post(batch);
  expect(await eventsKept()).toBe(kept);
  expect(await figure()).toEqual(before);

  // On the database in use, and on what is left of it.
  const live = await runJob("verify", env);
  expect(live).toMatchObject({ code: 0, out: expect.stringContaining(" 0 sums differ") });
  running.child.kill("SIGKILL");
  await running.ended;
  expect(await runJob("verify", env)).toMatchObject({ code: 0 });
  running = await startServer(env);
});
