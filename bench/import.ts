/** A store with all events, made by a server that takes them in over HTTP, and what that costs on the way. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { insertRate, wholeRow } from "./floor.ts";
import { generate, jsonOf, type RawEvent } from "./generate.ts";
import { bodiesOf, sendAll } from "./send.ts";
import { startCandor } from "./server-process.ts";

const EVENTS_A_REQUEST = 5000;
const SAMPLE_MS = 200;
/** What counts as near the beginning, and as the end; half of it is timed: chunks are put together now and then, not all the time. */
const EARLY = 1_000_000;

export interface Imported {
  /** Rate against the bare insert's, near the beginning and at the end. */
  early: { events: number; ratio: number };
  late: { events: number; ratio: number };
  /** Resident memory of the server in MB, in the order of time; empty where the system does not tell. */
  residentMb: number[];
  bytes: number;
}

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
  const part = Math.min(EARLY, Math.floor(count / 10));
  const stream = eventsOf(generate(count, days));
  const plain = async (n: number): Promise<void> =>
    sendAll(server.url, bodiesOf(take(stream, n), EVENTS_A_REQUEST, jsonOf));
  /** Made before, so that only sending is timed. */
  const timed = async (n: number): Promise<number> => {
    const events = [...take(stream, n)];
    const bodies = [...bodiesOf(events, EVENTS_A_REQUEST, jsonOf)];
    const floor = insertRate(folder, events.map(wholeRow));
    const start = performance.now();
    await sendAll(server.url, bodies);
    return (n * 1000) / (performance.now() - start) / floor;
  };
  const sample = Math.floor(part / 2);
  await plain(part - sample);
  const early = { events: part, ratio: await timed(sample) };
  await plain(count - part - sample);
  const late = { events: count, ratio: await timed(sample) };
  clearInterval(sampling);
  await server.stop();
  const bytes = readdirSync(dataDir)
    .filter((name) => name.startsWith("candor.db"))
    .reduce((sum, name) => sum + statSync(join(dataDir, name)).size, 0);
  return { early, late, residentMb, bytes };
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
