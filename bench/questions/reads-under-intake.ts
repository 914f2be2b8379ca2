/** Whether reads stay fast while events come in at half the rate that can be had. */
import { Agent } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { generate, jsonOf } from "../generate.ts";
import { eventsOf, take } from "../import.ts";
import { quantile } from "../measure.ts";
import { readTimes } from "../read-times.ts";
import { type Bench, ms, type Row, ratioRow } from "../row.ts";
import { bodiesOf, post, sendAll } from "../send.ts";
import { startCandor } from "../server-process.ts";

const EVENTS_A_REQUEST = 1000;
const MOST_EVENTS = 200_000;
/** What is put in order once nothing comes has been by then. */
const QUIET_MS = 2000;
/** Everybody here is somebody else than those in the store. */
const OTHERS = 1_500_000_000;

export async function readsUnderIntake(bench: Bench): Promise<Row[]> {
  const reads = bench.isShort ? 20 : 300;
  const server = await startCandor(bench.dataDir);
  const events = [
    ...take(eventsOf(generate(bench.events, bench.days)), Math.min(MOST_EVENTS, bench.events / 5)),
  ];
  const bodies = [
    ...bodiesOf(events, EVENTS_A_REQUEST, (event) =>
      jsonOf({ ...event, subject: event.subject + OTHERS }),
    ),
  ];
  const probe = bodies.splice(0, Math.ceil(bodies.length / 4));
  await readTimes(server.url, Math.ceil(reads / 10), 0);
  const start = performance.now();
  await sendAll(server.url, probe);
  const intervalMs = (2 * (performance.now() - start)) / probe.length;
  const [idle, busy]: [number[], number[]] = [[], []];
  const sending = { on: true, sent: 0 };
  for (let round = 0; round < Math.min(3, bench.rounds); round += 1) {
    await pause(QUIET_MS);
    idle.push(...(await readTimes(server.url, reads, 2 * round + 1)));
    sending.on = true;
    const pacing = sendEvery(server.url, bodies, intervalMs, sending);
    busy.push(...(await readTimes(server.url, reads, 2 * round + 2, () => sending.on)));
    sending.on = false;
    await pacing;
  }
  await server.stop();
  const [p99, p99Idle] = [quantile(busy, 0.99), quantile(idle, 0.99)];
  const detail = `${ms(p99)} against ${ms(p99Idle)} idle; ${busy.length} reads, ${sending.sent * EVENTS_A_REQUEST} events at the time`;
  return [ratioRow("reads", "p99 while events come in", { atMost: 2 }, [p99, p99Idle], detail)];
}

async function sendEvery(
  url: string,
  bodies: readonly string[],
  intervalMs: number,
  sending: { on: boolean; sent: number },
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const start = performance.now();
  for (const [i, body] of bodies.slice(sending.sent).entries()) {
    if (!sending.on) break;
    await post(agent, url, body);
    sending.sent += 1;
    const early = start + (i + 1) * intervalMs - performance.now();
    if (early > 0) await pause(early);
  }
  sending.on = false;
  agent.destroy();
}
