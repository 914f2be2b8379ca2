/** A store with all events, made by a server that takes them in over HTTP, and what that costs on the way. */
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { generate, jsonOf, type RawEvent } from "./generate.ts";
import { bodiesOf, sendAll } from "./send.ts";
import { type ServerProcess, startCandor } from "./server-process.ts";

const EVENTS_A_REQUEST = 5000;
const SAMPLE_MS = 200;
/** So many are timed: chunks are put together now and then, not all the time. */
const MOST_TIMED = 500_000;
/** The two servers take so many in turn, so that what else the machine does falls on both. */
const A_TURN = 50_000;

export interface Imported {
  /** Events a second: of as many after the first `timed`, and of the last ones. */
  early: number;
  late: number;
  timed: number;
  /** Resident memory of the server in MB, in the order of time; empty where the system does not tell. */
  residentMb: number[];
  bytes: number;
}

/** The last events are timed in turn with early ones of the same world, which another server takes in. */
export async function importAll(
  dataDir: string,
  folder: string,
  count: number,
  days: number,
): Promise<Imported> {
  const server = await startCandor(dataDir);
  const residentMb: number[] = [];
  const sampling = setInterval(() => {
    const now = server.residentMb();
    if (now !== null) residentMb.push(now);
  }, SAMPLE_MS);
  const timed = Math.min(MOST_TIMED, Math.floor(count / 20));
  const stream = eventsOf(generate(count, days));
  await sendNext(server, stream, count - timed);
  clearInterval(sampling);
  const earlyDir = mkdtempSync(join(folder, "early-"));
  const earlyServer = await startCandor(earlyDir);
  const earlyStream = eventsOf(generate(count, days));
  await sendNext(earlyServer, earlyStream, timed);
  const [early = 0, late = 0] = await ratesOf(
    [
      { server: earlyServer, stream: earlyStream },
      { server, stream },
    ],
    timed,
  );
  await earlyServer.stop();
  rmSync(earlyDir, { recursive: true });
  await server.stop();
  return { early, late, timed, residentMb, bytes: bytesIn(dataDir) };
}

/** A store with all events, and nothing measured. */
export async function importOnly(dataDir: string, count: number, days: number): Promise<void> {
  const server = await startCandor(dataDir);
  await sendNext(server, eventsOf(generate(count, days)), count);
  await server.stop();
}

async function sendNext(
  server: ServerProcess,
  stream: Generator<RawEvent, void>,
  n: number,
): Promise<void> {
  await sendAll(server.url, bodiesOf(take(stream, n), EVENTS_A_REQUEST, jsonOf));
}

interface Taking {
  server: ServerProcess;
  stream: Generator<RawEvent, void>;
}

/** Events a second of each, `n` in all, in turns; the bodies are made before, so that only sending is timed. */
async function ratesOf(all: readonly Taking[], n: number): Promise<number[]> {
  const ms = all.map(() => 0);
  for (let sent = 0; sent < n; sent += A_TURN) {
    for (const [i, { server, stream }] of all.entries()) {
      const some = take(stream, Math.min(A_TURN, n - sent));
      const bodies = [...bodiesOf(some, EVENTS_A_REQUEST, jsonOf)];
      const start = performance.now();
      await sendAll(server.url, bodies);
      ms[i] = (ms[i] ?? 0) + performance.now() - start;
    }
  }
  return ms.map((spent) => (n * 1000) / spent);
}

function bytesIn(dataDir: string): number {
  return readdirSync(dataDir)
    .filter((name) => name.startsWith("candor.db"))
    .reduce((sum, name) => sum + statSync(join(dataDir, name)).size, 0);
}

export function* eventsOf(days: Iterable<RawEvent[]>): Generator<RawEvent, void> {
  for (const day of days) yield* day;
}

/** The next `n`; the rest stays to be taken. */
export function* take<T>(from: Generator<T, void>, n: number): Generator<T, void> {
  for (let taken = 0; taken < n; taken += 1) {
    const next = from.next();
    if (next.done) return;
    yield next.value;
  }
}
