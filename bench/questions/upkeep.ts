/** How long anybody who reads waits while raw events are dropped, free pages given back, and the log emptied. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { quantile } from "../measure.ts";
import { readTimes } from "../read-times.ts";
import { type Bench, ms, type Row } from "../row.ts";
import { startCandor } from "../server-process.ts";

/** As long without as with: the longest of more reads is longer. */
const SPAN_MS = 30_000;
const MOST_READS = 20_000;

export async function upkeep(bench: Bench): Promise<Row[]> {
  const folder = join(bench.folder, "upkeep");
  cpSync(bench.dataDir, folder, { recursive: true });
  const server = await startCandor(folder);
  const span = SPAN_MS / (bench.isShort ? 20 : 1);
  const readFor = (run: number): Promise<number[]> => {
    const until = performance.now() + span;
    return readTimes(server.url, MOST_READS, run, () => performance.now() < until);
  };
  const idle = await readFor(1);
  const before = await eventsIn(server.url);
  const answer = await fetch(`${server.url}/api/v1/settings`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ retentionMonths: 1 }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const busy = await readFor(2);
  const dropped = before - (await eventsIn(server.url));
  await server.stop();
  const [longest, longestIdle] = [Math.max(...busy), Math.max(...idle)];
  const detail = `${ms(longest)} of ${busy.length} reads, p99 ${ms(quantile(busy, 0.99))}; ${ms(longestIdle)} idle, p99 ${ms(quantile(idle, 0.99))}; ${dropped} events dropped at the time`;
  const goal = { atMost: 100 };
  return [
    {
      question: "upkeep",
      what: "longest read meanwhile",
      value: longest,
      unit: "ms",
      goal,
      detail,
    },
  ];
}

async function eventsIn(url: string): Promise<number> {
  const answer = await fetch(`${url}/api/v1/intake`);
  return ((await answer.json()) as { events: number }).events;
}
