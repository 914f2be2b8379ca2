// Kills Candor at any moment, many times over, and counts what is left.
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { IntakeAnswer } from "#shared/contract/event.ts";
import { Random } from "../../seed/random.ts";
import {
  freshFolder,
  killWhileStarting,
  type Running,
  runJob,
  startServer,
} from "../support/api-process.ts";
import { event } from "../support/api-records.ts";
import { type Json, ndjson } from "../support/api-server.ts";
import { openMetricStore } from "../support/metric-store.ts";

const KILLS = 20;
const SENDERS = 4;
/** Every so manieth kill comes while Candor starts. */
const STARTING = 4;
/** Batches in one request when all is sent again. */
const TOGETHER = 200;
const MINUTES = 60_000;
const PATIENCE_MS = 5 * MINUTES;
const DATA_DIR = freshFolder();
const env = { DATA_DIR, MIN_CELL: "1" };
const random = new Random(7, 0);

interface Sent {
  batch: Json[];
  /** How many of its events no other batch has. */
  own: number;
  acknowledged: boolean;
}
const sent: Sent[] = [];
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

const types = ["granted", "withdrawn", "granted", "declined", "prompt_shown"] as const;
const DAY_MS = 24 * 60 * MINUTES;
const LAST = Math.floor(Date.now() / DAY_MS) * DAY_MS - 1;

/** Of few subjects, so that batches meet in the same histories; in no order; and with some that were sent before. */
function makeBatch(): Sent {
  const own = Array.from({ length: 20 }, () =>
    event(types[random.integer(0, 4)] ?? "granted", {
      at: new Date(LAST - random.integer(0, 90 * DAY_MS)).toISOString(),
      subject: `s-${random.integer(0, 49)}`,
      notice: `n${random.integer(0, 3)}`,
    }),
  );
  const known = sent.filter(({ acknowledged }) => acknowledged);
  const again = known[random.integer(0, known.length - 1)]?.batch.slice(0, 5) ?? [];
  return { batch: [...own, ...again, ...own.slice(0, 2)], own: own.length, acknowledged: false };
}

/** Sends one batch after the other until the connection breaks. */
async function keepSending(): Promise<void> {
  for (;;) {
    const entry = makeBatch();
    sent.push(entry);
    try {
      expect((await post(entry.batch)).accepted).toBe(entry.own);
    } catch (error) {
      // Anything but a broken connection is a fault.
      if (error instanceof TypeError) return;
      throw error;
    }
    entry.acknowledged = true;
  }
}

/** What was sent before, many batches at a time: there is nothing new in it. */
async function sendAgain(entries: readonly Sent[]): Promise<void> {
  for (let from = 0; from < entries.length; from += TOGETHER) {
    const events = entries.slice(from, from + TOGETHER).flatMap(({ batch }) => batch);
    expect(await post(events)).toMatchObject({ accepted: 0, duplicates: events.length });
  }
}

const questions = [
  ["active_consents", { by: "purpose" }],
  ["opt_in_rate", { by: "notice", grain: "week" }],
  ["withdrawal_rate", { grain: "week" }],
  ["opt_in_yield", { by: "notice" }],
] as const;

function figures(): Promise<unknown[]> {
  return Promise.all(
    questions.map(async ([metric, query]) => {
      const asked = new URLSearchParams(query);
      const response = await fetch(`${running.url}/api/v1/metrics/${metric}?${asked}`);
      return ((await response.json()) as { series: unknown }).series;
    }),
  );
}

async function eventsKept(): Promise<number> {
  const response = await fetch(`${running.url}/api/v1/intake`);
  return ((await response.json()) as { events: number }).events;
}

/** The figures of a store that was never killed. */
function figuresOf(events: Json[]): unknown[] {
  const store = openMetricStore({ now: new Date().toISOString() });
  store.sendEvents(events);
  const series = questions.map(([metric, query]) => store.ask(metric, query).series);
  store.close();
  return series;
}

test(
  "what was acknowledged outlives any end of the process, exactly once",
  async () => {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const senders = Array.from({ length: SENDERS }, keepSending);
      setTimeout(() => running.child.kill("SIGKILL"), random.between(0, 300));
      await Promise.all(senders);
      expect((await running.ended).signal).toBe("SIGKILL");
      if (kill % STARTING === 0) await killWhileStarting(env, random.between(0, 800));
      running = await startServer(env);
    }

    const acknowledged = sent.filter((entry) => entry.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    await sendAgain(acknowledged);
    // What was under way is there whole or not at all.
    for (const { batch, own, ...entry } of sent)
      if (!entry.acknowledged) expect([0, own]).toContain((await post(batch)).accepted);

    const [kept, before] = [await eventsKept(), await figures()];
    expect(kept).toBe(sent.reduce((sum, { own }) => sum + own, 0));
    expect(before).toEqual(figuresOf(sent.flatMap(({ batch }) => batch)));
    await sendAgain(sent.toReversed());
    expect(await eventsKept()).toBe(kept);
    expect(await figures()).toEqual(before);

    // On the database in use, and on what is left of it.
    const live = await runJob("verify", env);
    expect(live).toMatchObject({ code: 0, out: expect.stringContaining(" 0 sums differ") });
    running.child.kill("SIGKILL");
    await running.ended;
    expect(await runJob("verify", env)).toMatchObject({ code: 0 });
    running = await startServer(env);
  },
  PATIENCE_MS,
);
