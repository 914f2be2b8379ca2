/** What each page asks, answered without the cache, against the same figures counted out of raw events. */
import { join } from "node:path";
import { buildOverview } from "../../server/figures/overview-figure.ts";
import { openStore } from "../../server/store/sqlite/reader.ts";
import type { Snapshot } from "../../server/store/store.ts";
import type { Engine } from "../engines/engine.ts";
import { LAST_DAY } from "../generate.ts";
import { interleaved } from "../measure.ts";
import { checkEqual, ownAnswer } from "../own-answer.ts";
import { optInByWeek, pages, year } from "../pages.ts";
import { rawAnswer } from "../raw-answer.ts";
import type { Ask } from "../raw-sql.ts";
import { absentRow, type Bench, ms, type Row, ratioRow } from "../row.ts";

const goals = { duckdb: { atLeast: 10 }, postgres: { atLeast: 50 }, sqlite: { atLeast: 50 } };
const titles = { duckdb: "DuckDB", postgres: "PostgreSQL", sqlite: "plain SQLite" };

export async function pageQueries(bench: Bench): Promise<Row[]> {
  const store = openStore(join(bench.dataDir, "candor.db"));
  const rows: Row[] = [];
  for (const [page, asks] of Object.entries({ "opt-in by week": [optInByWeek], ...pages })) {
    const compared = await checkAll(store.snapshot, bench.engines, asks);
    if (compared === 0 && !bench.isShort) throw new Error(`${page}: no figure to compare`);
    const raw = (engine: Engine) => async () => {
      for (const ask of asks) await rawAnswer(engine, ask);
    };
    const there = Object.entries(bench.engines).filter(([, engine]) => engine !== null);
    const times = await interleaved(
      {
        candor: () => store.snapshot((snapshot) => answerPage(snapshot, page, asks)),
        ...Object.fromEntries(there.map(([name, engine]) => [name, raw(engine as Engine)])),
      } as Record<string, () => unknown>,
      bench.rounds,
    );
    for (const name of ["duckdb", "postgres", "sqlite"] as const) {
      const what = `${page}: ${titles[name]} takes`;
      const [time = 0, own = 0] = [times[name], times.candor];
      const detail = `${ms(time)} against ${ms(own)}; ${asks.length} questions, ${compared} figures equal`;
      rows.push(
        times[name] === undefined
          ? absentRow("page queries", what, goals[name])
          : ratioRow("page queries", what, goals[name], [time, own], detail),
      );
    }
  }
  store.close();
  return rows;
}

/** As the page has it: with the period before, intervals, and small cells hidden. */
export function answerPage(snapshot: Snapshot, page: string, asks: readonly Ask[]): void {
  if (page === "overview") {
    const asked = { ...year, asOf: LAST_DAY, confidence: 0.95, filters: {} };
    JSON.stringify(buildOverview(snapshot, { ...asked, compare: "previous" }));
    return;
  }
  for (const ask of asks) {
    const compare = ask.grain === "total" ? "previous" : null;
    JSON.stringify(ownAnswer(snapshot, ask, compare));
  }
}

async function checkAll(
  read: <T>(use: (snapshot: Snapshot) => T) => T,
  engines: Bench["engines"],
  asks: readonly Ask[],
): Promise<number> {
  let compared = 0;
  for (const ask of asks) {
    const own = read((snapshot) => ownAnswer(snapshot, ask));
    const found = await Promise.all(
      Object.values(engines)
        .filter((engine) => engine !== null)
        .map(async (engine) => checkEqual(ask, own, await rawAnswer(engine, ask))),
    );
    compared += found[0] ?? 0;
  }
  return compared;
}
