/**
 * Repeated questions against a server of plain files that sends the same bytes: many short pairs, each side first in every other
 * one, so that what else the machine does meets both.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatDay } from "../../shared/days.ts";
import { requestsPerSecond } from "../http-load.ts";
import { median } from "../measure.ts";
import { year } from "../pages.ts";
import { type Bench, perSecond, type Row, ratioRow } from "../row.ts";
import { startCandor, startStatic } from "../server-process.ts";

const CONNECTIONS = 10;
const GOAL = { atLeast: 1.5 };
const PAIRS_A_ROUND = 4;

export async function answers(bench: Bench): Promise<Row[]> {
  const [candor, folder] = [await startCandor(bench.dataDir), join(bench.folder, "static")];
  mkdirSync(folder);
  const range = `from=${formatDay(year.from)}&to=${formatDay(year.to)}`;
  const paths = {
    "opt-in rate by generation and week": `/api/v1/metrics/opt_in_rate?${range}&by=generation&grain=week`,
    overview: `/api/v1/overview?${range}`,
  };
  const durationMs = bench.isShort ? 100 : 500;
  const rows: Row[] = [];
  for (const [what, path] of Object.entries(paths)) {
    const body = Buffer.from(await (await fetch(`${candor.url}${path}`)).arrayBuffer());
    writeFileSync(join(folder, "answer.json"), body);
    const files = await startStatic(folder);
    const [own, plain]: [number[], number[]] = [[], []];
    const sides = [
      { url: `${candor.url}${path}`, rates: own },
      { url: `${files.url}/answer.json`, rates: plain },
    ];
    const pairs = PAIRS_A_ROUND * bench.rounds;
    for (let pair = 0; pair <= pairs; pair += 1) {
      for (const { url, rates } of pair % 2 === 0 ? sides : sides.toReversed()) {
        const rate = await requestsPerSecond(url, CONNECTIONS, durationMs);
        // The first pair only warms up.
        if (pair > 0) rates.push(rate);
      }
    }
    await files.stop();
    // Pair by pair, since what else the machine does changes from one to the next.
    const ratio = median(own.map((rate, pair) => rate / (plain[pair] ?? Number.NaN)));
    const detail = `${pairs} pairs, ${perSecond(median(own))} against ${perSecond(median(plain))}, ${body.length.toLocaleString("en")} bytes, ${CONNECTIONS} connections`;
    rows.push(ratioRow("answers", `${what}: express.static`, GOAL, [ratio, 1], detail));
  }
  await candor.stop();
  return rows;
}
