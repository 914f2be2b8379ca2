/** Repeated questions against a server of plain files that sends the same bytes. */
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

export async function answers(bench: Bench): Promise<Row[]> {
  const [candor, folder] = [await startCandor(bench.dataDir), join(bench.folder, "static")];
  mkdirSync(folder);
  const range = `from=${formatDay(year.from)}&to=${formatDay(year.to)}`;
  const paths = {
    "opt-in rate by generation and week": `/api/v1/metrics/opt_in_rate?${range}&by=generation&grain=week`,
    overview: `/api/v1/overview?${range}`,
  };
  const durationMs = bench.isShort ? 200 : 2000;
  const rows: Row[] = [];
  for (const [what, path] of Object.entries(paths)) {
    const body = Buffer.from(await (await fetch(`${candor.url}${path}`)).arrayBuffer());
    writeFileSync(join(folder, "answer.json"), body);
    const files = await startStatic(folder);
    const [own, plain]: [number[], number[]] = [[], []];
    for (let round = 0; round <= bench.rounds; round += 1) {
      const mine = await requestsPerSecond(`${candor.url}${path}`, CONNECTIONS, durationMs);
      const theirs = await requestsPerSecond(`${files.url}/answer.json`, CONNECTIONS, durationMs);
      if (round === 0) continue;
      own.push(mine);
      plain.push(theirs);
    }
    await files.stop();
    // Round by round, since what else the machine does changes from one to the next.
    const ratio = median(own.map((rate, round) => rate / (plain[round] ?? Number.NaN)));
    const detail = `${perSecond(median(own))} against ${perSecond(median(plain))}, ${body.length.toLocaleString("en")} bytes, ${CONNECTIONS} connections`;
    rows.push(ratioRow("answers", `${what}: express.static`, GOAL, [ratio, 1], detail));
  }
  await candor.stop();
  return rows;
}
