/** Loads a world into a store, by the same intake as everybody's events; a load that was cut short goes on. */

import type { Change } from "#shared/contract/change.ts";
import { formatDay } from "#shared/days.ts";
import type { Store } from "../server/store/store.ts";
import type { Writer } from "../server/writer/writer.ts";
import { experimentRecords } from "./experiment-records.ts";
import { type GenerateOptions, generateSubjects, type IncomingEvent } from "./generate.ts";
import { noticeRecords } from "./notice-records.ts";
import { datedChanges } from "./worlds/dates.ts";
import { demoWorld } from "./worlds/demo.ts";
import type { World } from "./worlds/world.ts";

/** Whole subjects go in together: then no history has to be read again. */
const SUBJECTS_A_BATCH = 1000;

export type SeedOptions = Omit<GenerateOptions, "from">;

/** What is being loaded, and how many subjects are in. */
interface SeedState extends SeedOptions {
  loaded: number;
  done: boolean;
}

interface Target {
  store: Store;
  writer: Writer;
}

/** The demo world up to yesterday, where it is not loaded yet. `now` in ms since 1970. */
export async function loadDemo(target: Target, now: number, progress: Progress): Promise<void> {
  const until = formatDay(Math.floor(now / 86_400_000) - 1);
  const { seed, days, subjects } = demoWorld;
  await load(demoWorld, { seed, until, days, subjects }, target, now, progress);
}

/** Told how far a load is, as shares from 0 to 1. */
export type Progress = (share: number) => void;

/** Loads `options`, or what a load before began with. */
export async function load(
  world: World,
  options: SeedOptions,
  { store, writer }: Target,
  now: number,
  progress: Progress,
): Promise<void> {
  const kept = store.snapshot((snapshot) => snapshot.seedState());
  const state: SeedState =
    kept === null ? { ...options, loaded: 0, done: false } : (JSON.parse(kept) as SeedState);
  if (state.done) return;
  const bodyFrom = (from: number): Uint8Array => {
    const subjects = Math.min(SUBJECTS_A_BATCH, state.subjects - from);
    return encode([...generateSubjects(world, { ...state, subjects, from })].flat());
  };
  let body = bodyFrom(state.loaded);
  while (state.loaded < state.subjects) {
    const sent = sendEvents(writer, body, now);
    const next = Math.min(state.loaded + SUBJECTS_A_BATCH, state.subjects);
    // The next batch is made while this one is written.
    if (next < state.subjects) body = bodyFrom(next);
    await sent;
    state.loaded = next;
    await writer.send("putSeedState", JSON.stringify(state));
    progress(state.loaded / state.subjects);
  }
  for (const record of changesOf(world, state.until, now)) {
    await writer.send("putRecord", { kind: "change", record });
  }
  for (const { record, steps } of experimentRecords(world, state.until)) {
    await writer.send("putRecord", { kind: "experiment", record });
    for (const step of steps) {
      await writer.send("putRecord", { kind: "experiment_step", record: step });
    }
  }
  for (const record of noticeRecords(world, state.until, now)) {
    await writer.send("putRecord", { kind: "notice", record });
  }
  await writer.send("putSeedState", JSON.stringify({ ...state, done: true }));
}

function encode(events: readonly IncomingEvent[]): Uint8Array {
  return new TextEncoder().encode(events.map((event) => JSON.stringify(event)).join("\n"));
}

async function sendEvents(writer: Writer, body: Uint8Array, now: number): Promise<void> {
  if (body.length === 0) return;
  const answer = await writer.send("events", { body, format: "ndjson", now });
  const [first] = answer.rejected;
  if (first !== undefined)
    throw new Error(`the demo world has an event that is refused: ${first.message}`);
}

function changesOf(world: World, until: string, now: number): Change[] {
  const at = new Date(now).toISOString();
  return datedChanges(world, until).map((change) => ({
    id: `demo-${change.key}`,
    title: change.title,
    date: change.date,
    kind: change.kind,
    scope: {
      purposes: [...change.scope.purposes],
      channels: [...change.scope.channels],
      regions: [...change.scope.regions],
      generations: [...change.scope.generations],
    },
    hypothesis: change.hypothesis,
    owner: "",
    link: "",
    notice: change.notice,
    experiment: null,
    createdAt: at,
    updatedAt: at,
  }));
}
