/** How fast events are taken in, durable when answered, against the least that keeping them costs. */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Random } from "../../seed/random.ts";
import { insertRate, wholeRow } from "../floor.ts";
import { generate, jsonOf, type RawEvent } from "../generate.ts";
import { eventsOf, take } from "../import.ts";
import { median } from "../measure.ts";
import { type Bench, perSecond, type Row, ratioRow } from "../row.ts";
import { bodiesOf, sendAll } from "../send.ts";
import { startCandor } from "../server-process.ts";

const EVENTS_A_REQUEST = 1000;
const GOAL = { atLeast: 0.08 };
const HOT_SUBJECT = 2_000_000_000;

export async function intake(bench: Bench): Promise<Row[]> {
  const count = Math.min(100_000, bench.events / 4);
  const inOrder = [...take(eventsOf(generate(bench.events, bench.days)), count)];
  const cases = {
    "in order": inOrder,
    shuffled: shuffled(inOrder),
    "half of them of one subject": withHotSubject(inOrder.slice(0, 20_000)),
  };
  const rows: Row[] = [];
  for (const [what, events] of Object.entries(cases)) {
    const floors: number[] = [];
    const narrow: number[] = [];
    const own: number[] = [];
    const bodies = [...bodiesOf(events, EVENTS_A_REQUEST, jsonOf)];
    const whole = events.map(wholeRow);
    const numbers = whole.map((row) => row.slice(2, 13));
    for (let round = 0; round < bench.rounds; round += 1) {
      // Before and after, since they take a tenth of the time, and machines change their speed.
      floors.push(insertRate(bench.folder, whole));
      narrow.push(insertRate(bench.folder, numbers));
      own.push(await ownRate(bench.folder, bodies, events.length));
      floors.push(insertRate(bench.folder, whole));
      narrow.push(insertRate(bench.folder, numbers));
    }
    const [rate, floor] = [median(own), median(floors)];
    const detail = `${perSecond(rate)} against ${perSecond(floor)}, ${events.length.toLocaleString("en")} events`;
    rows.push(ratioRow("intake", what, GOAL, [rate, floor], detail));
    const bare = median(narrow);
    const about = `${perSecond(bare)} with 11 numbers a row, neither id nor subject`;
    rows.push(ratioRow("intake", `${what}, narrow rows`, null, [rate, bare], about));
  }
  return rows;
}

/** Into an empty store, its server's start left out. */
async function ownRate(folder: string, bodies: readonly string[], n: number): Promise<number> {
  const dataDir = mkdtempSync(join(folder, "intake-"));
  const server = await startCandor(dataDir);
  const start = performance.now();
  await sendAll(server.url, bodies);
  const rate = (n * 1000) / (performance.now() - start);
  await server.stop();
  rmSync(dataDir, { recursive: true });
  return rate;
}

function shuffled<T>(list: readonly T[]): T[] {
  const random = new Random(1, 0);
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = random.integer(0, i);
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}

/** Every other event is one of the same person, who is asked, says yes and leaves over and over. */
function withHotSubject(events: readonly RawEvent[]): RawEvent[] {
  const types = [0, 1, 5];
  return events.map((event, step) =>
    step % 2 === 0
      ? event
      : {
          ...event,
          step,
          subject: HOT_SUBJECT,
          question: null,
          score: null,
          type: types[step % 3] ?? 0,
        },
  );
}
