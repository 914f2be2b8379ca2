/**
 * A store with the sums of all events and nothing else, made person by person without a server: all that pages read, in a fraction
 * of the time that it takes to take the events in.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { foldInto } from "../server/fold/fold.ts";
import { eventNormalizer } from "../server/ingest/normalize.ts";
import { openWriteStore } from "../server/store/sqlite/writer.ts";
import { defaultSettings } from "../shared/contract/settings.ts";
import { daysOfZone } from "../shared/zone.ts";
import { generateByPerson, LAST_DAY, type RawEvent, recordOf } from "./generate.ts";
import { take } from "./import.ts";

const DAY_MS = 86_400_000;
const PEOPLE_A_TRANSACTION = 10_000;
/** What makes chunks: so many facts at once are written again less often than in a server, which has to keep them in memory. */
const FACTS_FOR_CHUNKS = 1 << 20;

export function foldAll(dataDir: string, count: number, days: number): void {
  mkdirSync(dataDir, { recursive: true });
  const store = openWriteStore(join(dataDir, "candor.db"), defaultSettings, FACTS_FOR_CHUNKS);
  const dayOf = daysOfZone("UTC");
  const normalize = eventNormalizer(() => (LAST_DAY + 1) * DAY_MS);
  const eventOf = (raw: RawEvent) => {
    const normal = normalize(recordOf(raw));
    if ("fault" in normal) throw new Error(normal.fault.message);
    return normal.event;
  };
  const people = generateByPerson(count, days);
  for (let some = next(); some.length > 0; some = next()) {
    store.transaction(() => {
      for (const events of some) foldInto(store.facts, events.map(eventOf), dayOf, 1);
      store.touch();
    });
  }
  store.close();
  // As a server would leave it, which has no such large rest.
  const settled = openWriteStore(join(dataDir, "candor.db"), defaultSettings);
  settled.transaction(() => settled.settleFacts());
  settled.emptyLog();
  settled.close();

  function next(): RawEvent[][] {
    return [...take(people, PEOPLE_A_TRANSACTION)];
  }
}
