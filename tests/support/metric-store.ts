// A store in a temporary folder behind the real intake, and metric answers out of it, as the API gives them.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { IntakeAnswer } from "#shared/contract/event.ts";
import type { MetricAnswer } from "#shared/contract/metric.ts";
import type { Population } from "#shared/contract/population.ts";
import type { ReconciliationAnswer } from "#shared/contract/reconciliation.ts";
import { daysOfZone } from "#shared/zone.ts";
import { acceptCounts } from "../../server/counts/accept.ts";
import { buildMetricAnswer } from "../../server/figures/metric-figure.ts";
import { nowOf } from "../../server/figures/now.ts";
import { buildReconciliation } from "../../server/figures/reconciliation-figure.ts";
import { acceptEvents } from "../../server/ingest/accept.ts";
import { KnownSubjects } from "../../server/ingest/known-subjects.ts";
import { parseBatch } from "../../server/ingest/parse-batch.ts";
import { pseudonymizer } from "../../server/ingest/pseudonym.ts";
import { eraseSubject } from "../../server/jobs/erase.ts";
import { rebuild } from "../../server/jobs/rebuild.ts";
import { beginRetention, forgetSlice, retainSlice } from "../../server/jobs/retain.ts";
import { type Verification, verify } from "../../server/jobs/verify.ts";
import {
  parseMetricQuery,
  parseReconciliationQuery,
  type Query,
} from "../../server/routes/metric-query.ts";
import { parseWeights } from "../../server/routes/weights-query.ts";
import { openStore } from "../../server/store/sqlite/reader.ts";
import { openWriteStore } from "../../server/store/sqlite/writer.ts";

/** In memory where that is a folder, too: flushing to a disk is what most of the time would go into. */
const FOLDER = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** So few that the sums of a small world, too, lie in many chunks, some put together from others. */
const FACTS_FOR_CHUNKS = 50;

/** So few that in a small world, too, some histories are folded anew and others are not. */
const MOST_EVENTS_KNOWN = 20;

export interface MetricStore {
  /** Does all of it in one transaction, as the writer does with requests that wait. */
  together(work: () => void): void;
  sendEvents(events: readonly object[]): IntakeAnswer;
  sendCounts(records: readonly object[]): IntakeAnswer;
  putPopulation(population: Pick<Population, "name" | "strata">): void;
  erase(subject: string): void;
  rebuild(): void;
  /** Drops events from before the cutoff, RFC 3339; after so many slices it is killed. */
  retain(cutoff: string, slices?: number): void;
  intake(): { events: number; subjects: number };
  verify(): Verification;
  ask(metric: string, query?: Query): MetricAnswer;
  reconcile(query?: Query): ReconciliationAnswer;
  close(): void;
}

const kept = { id: "p", title: "", source: "", createdAt: "", updatedAt: "" };

/** `now` is RFC 3339. */
export function openMetricStore({
  now = "2026-04-04T12:00:00Z",
  zone = "UTC",
  k = 1,
}): MetricStore {
  const folder = mkdtempSync(join(FOLDER, "candor-"));
  const file = join(folder, "candor.db");
  const writer = openWriteStore(file, { k, reportingZone: zone }, FACTS_FOR_CHUNKS);
  const reader = openStore(file);
  const pseudonymize = pseudonymizer(Buffer.alloc(32, 7));
  const present = Date.parse(now);
  const dayOf = daysOfZone(zone);
  const known = new KnownSubjects({ leastEvents: 1, mostEvents: MOST_EVENTS_KNOWN });
  const batchOf = (records: readonly object[]) =>
    parseBatch(Buffer.from(records.map((record) => JSON.stringify(record)).join("\n")), "ndjson");
  let areTogether = false;
  const write = <T>(work: () => T): T => (areTogether ? work() : writer.transaction(work));
  return {
    together(work) {
      areTogether = true;
      try {
        writer.transaction(work);
      } finally {
        areTogether = false;
      }
    },
    sendEvents: (events) =>
      write(() =>
        acceptEvents(writer, batchOf(events), { now: present, pseudonymize, known, dayOf }),
      ),
    sendCounts: (records) =>
      write(() => acceptCounts(writer, batchOf(records), { now: present, dayOf })),
    putPopulation: (population) =>
      write(() => writer.putRecord("population", { ...kept, ...population })),
    erase(subject) {
      const hmac = pseudonymize(subject);
      known.forget(hmac.toString("latin1"));
      write(() => void eraseSubject(writer, hmac, dayOf, present));
    },
    rebuild: () => write(() => void rebuild(writer, dayOf)),
    retain(cutoff, slices = Number.POSITIVE_INFINITY) {
      const before = Date.parse(cutoff);
      write(() => beginRetention(writer, before));
      let last: number | null = 0;
      for (let slice = 0; last !== null; slice += 1) {
        if (slice >= slices) return;
        const from: number = last;
        last = write(() => retainSlice(writer, before, from, dayOf));
        known.clear();
      }
      write(() => forgetSlice(writer, Buffer.alloc(0)));
      known.clear();
    },
    intake: () => reader.snapshot((snapshot) => snapshot.intakeTotals()),
    verify: () => verify(reader),
    ask: (metric, query = {}) =>
      reader.snapshot((snapshot) => {
        const request = parseMetricQuery(
          metric,
          query,
          nowOf(snapshot, () => present),
        );
        const population = parseWeights(query, request, snapshot.records("population"));
        return buildMetricAnswer(snapshot, { ...request, population });
      }),
    reconcile: (query = {}) =>
      reader.snapshot((snapshot) => {
        const now = nowOf(snapshot, () => present);
        return buildReconciliation(snapshot, parseReconciliationQuery(query, now));
      }),
    close() {
      reader.close();
      writer.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Opens a store for the length of `use`. */
export function withMetricStore<T>(
  options: Parameters<typeof openMetricStore>[0],
  use: (store: MetricStore) => T,
): T {
  const store = openMetricStore(options);
  try {
    return use(store);
  } finally {
    store.close();
  }
}
