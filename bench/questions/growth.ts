/** Whether what a page asks costs more where there are more events, at the same number of days and cohorts. */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../server/store/sqlite/reader.ts";
import { interleaved } from "../measure.ts";
import { pages } from "../pages.ts";
import { type Bench, ms, type Row, ratioRow } from "../row.ts";
import { answerPage } from "./page-queries.ts";

const GOAL = { atMost: 1.5 };
/** As many as days and cohorts need to be filled. */
const SMALLER = 1_000_000;

export async function growth(bench: Bench): Promise<Row[]> {
  const dataDir = mkdtempSync(join(bench.folder, "smaller-"));
  const fewer = Math.min(SMALLER, Math.floor(bench.events / 10));
  await bench.fill(dataDir, fewer);
  const [small, large] = [dataDir, bench.dataDir].map((folder) =>
    openStore(join(folder, "candor.db")),
  );
  const rows: Row[] = [];
  for (const [page, asks] of Object.entries(pages)) {
    const times = await interleaved(
      {
        small: () => small?.snapshot((snapshot) => answerPage(snapshot, page, asks)),
        large: () => large?.snapshot((snapshot) => answerPage(snapshot, page, asks)),
      },
      bench.rounds,
    );
    const what = `${page}: ${bench.events.toLocaleString("en")} events against ${fewer.toLocaleString("en")}`;
    const detail = `${ms(times.large)} against ${ms(times.small)}`;
    rows.push(ratioRow("growth", what, GOAL, [times.large, times.small], detail));
  }
  small?.close();
  large?.close();
  rmSync(dataDir, { recursive: true });
  return rows;
}
