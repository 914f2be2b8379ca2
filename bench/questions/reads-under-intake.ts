/** Whether reads stay fast while events come in at half the rate that can be had. */
import { Agent } from "node:http";
import { formatDay } from "../../shared/days.ts";
import { generate, jsonOf, LAST_DAY } from "../generate.ts";
import { eventsOf, take } from "../import.ts";
import { quantile } from "../measure.ts";
import { type Bench, ms, type Row, ratioRow } from "../row.ts";
import { bodiesOf, post, sendAll } from "../send.ts";
import { startCandor } from "../server-process.ts";

const EVENTS_A_REQUEST = 1000;
const MOST_EVENTS = 200_000;
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
  const idle = await readTimes(server.url, reads, 1);
  const start = performance.now();
  await sendAll(server.url, probe);
  const intervalMs = (2 * (performance.now() - start)) / probe.length;
  const sending = { on: true, sent: 0 };
  const pacing = sendEvery(server.url, bodies, intervalMs, sending);
  const busy = await readTimes(server.url, reads, 2, () => sending.on);
  sending.on = false;
  await pacing;
  await server.stop();
  const [p99, p99Idle] = [quantile(busy, 0.99), quantile(idle, 0.99)];
  const detail = `${ms(p99)} against ${ms(p99Idle)} idle; ${busy.length} reads, ${sending.sent * EVENTS_A_REQUEST} events at the time`;
  return [ratioRow("reads", "p99 while events come in", { atMost: 2 }, [p99, p99Idle], detail)];
}

/** Each with a confidence of its own, so that none comes out of memory. */
async function readTimes(
  url: string,
  n: number,
  run: number,
  goOn = () => true,
): Promise<number[]> {
  const range = `from=${formatDay(LAST_DAY - 363)}&to=${formatDay(LAST_DAY)}`;
  const times: number[] = [];
  for (let i = 0; i < n && goOn(); i += 1) {
    const confidence = 0.9 + (run * n + i) / 1_000_000;
    const asked = `opt_in_rate?${range}&by=generation&grain=week&confidence=${confidence}`;
    const start = performance.now();
    const response = await fetch(`${url}/api/v1/metrics/${asked}`);
    if (!response.ok) throw new Error(await response.text());
    await response.arrayBuffer();
    times.push(performance.now() - start);
  }
  return times;
}

async function sendEvery(
  url: string,
  bodies: readonly string[],
  intervalMs: number,
  sending: { on: boolean; sent: number },
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const start = performance.now();
  for (const body of bodies) {
    if (!sending.on) break;
    await post(agent, url, body);
    sending.sent += 1;
    const early = start + sending.sent * intervalMs - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
  }
  sending.on = false;
  agent.destroy();
}
