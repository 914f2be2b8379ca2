/** Retention curves of all generations under one purpose, against those made from individual spells. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { openStore } from "../../server/store/sqlite/reader.ts";
import type { Engine } from "../engines/engine.ts";
import { LAST_DAY } from "../generate.ts";
import { interleaved } from "../measure.ts";
import { nameOf, ownCurve } from "../own-answer.ts";
import { type Ask, eachSpellSql, spellSql } from "../raw-sql.ts";
import { absentRow, type Bench, ms, type Row, ratioRow } from "../row.ts";

const FOLLOWED_DAYS = 90;
const GOAL = { atLeast: 10 };
/** Group, grant day, length (−1 while open), how many. */
type Spells = readonly (readonly number[])[];

export async function retention(bench: Bench): Promise<Row[]> {
  const store = openStore(join(bench.dataDir, "candor.db"));
  const from = LAST_DAY - bench.days + 1;
  const base = { metric: "consent_retention", grain: "total", from, to: LAST_DAY } as const;
  const ask: Ask = { ...base, by: "generation", filters: { purpose: [0] } };
  const { duckdb, sqlite } = bench.engines;
  const spells = await spellTable(bench.folder, sqlite);
  const individual = spells.prepare(
    "SELECT generation, granted, length, 1 FROM spell WHERE purpose = 0",
  );
  const read = () => individual.raw().all() as number[][];
  const own = () => store.snapshot((snapshot) => ownCurve(snapshot, ask, FOLLOWED_DAYS));

  const expected = curves(read());
  for (const { group, points } of own().series) {
    const value = points[FOLLOWED_DAYS]?.value ?? 0;
    const index = [...expected.keys()].find(
      (key) => nameOf("generation", key) === group.generation,
    );
    const other = expected.get(index ?? -1)?.[FOLLOWED_DAYS] ?? 0;
    if (points.length > FOLLOWED_DAYS && Math.abs(value - other) > 1e-9)
      throw new Error(`retention of ${group.generation}: ${value}, but ${other} from spells`);
  }
  const contestants: Record<string, () => unknown> = {
    own: () => JSON.stringify(own()),
    spells: () => curves(read()),
    ...(duckdb === null ? {} : { duckdb: async () => curves(await duckdb.query(spellSql(ask))) }),
  };
  const times = await interleaved(contestants, bench.rounds);
  const count = spells.prepare("SELECT count(*) FROM spell WHERE purpose = 0").pluck().get();
  spells.close();
  store.close();
  const mine = times.own ?? 0;
  const row = (what: string, time: number | undefined, goal: Row["goal"], detail: string) =>
    time === undefined
      ? absentRow("retention", what, goal)
      : ratioRow(
          "retention",
          what,
          goal,
          [time, mine],
          `${ms(time)} against ${ms(mine)}; ${detail}`,
        );
  return [
    row("from individual spells takes", times.spells, GOAL, `${count} spells, lengths known`),
    row("DuckDB over raw events takes", times.duckdb, null, "all generations"),
  ];
}

/** Every spell a row, with all that its curve needs in one index: as good as individual spells get. */
async function spellTable(folder: string, sqlite: Engine): Promise<Database.Database> {
  const db = new Database(join(folder, "spells.db"));
  db.exec("CREATE TABLE spell (purpose INT, generation INT, granted INT, length INT)");
  const insert = db.prepare("INSERT INTO spell VALUES (?, ?, ?, ?)");
  const found = await sqlite.query(eachSpellSql);
  db.transaction(() => {
    for (const row of found) insert.run(row);
  })();
  db.exec("CREATE INDEX spell_by_purpose ON spell (purpose, generation, granted, length)");
  return db;
}

/** Kaplan–Meier: the share of spells still open on each day, open ones followed to the last day. */
function curves(spells: Spells): Map<number, number[]> {
  const result = new Map<number, number[]>();
  const tables = new Map<number, { ended: number[]; left: number[]; n: number }>();
  for (const [group = 0, granted = 0, length = 0, n = 0] of spells) {
    const table = tables.get(group) ?? { ended: [], left: [], n: 0 };
    tables.set(group, table);
    const followed = length < 0 ? LAST_DAY - granted : length;
    const list = length < 0 ? table.left : table.ended;
    list[followed] = (list[followed] ?? 0) + n;
    table.n += n;
  }
  for (const [group, { ended, left, n }] of tables) {
    let [atRisk, share] = [n, 1];
    const curve = Array.from({ length: FOLLOWED_DAYS + 1 }, (_, day) => {
      if (atRisk > 0) share *= 1 - (ended[day] ?? 0) / atRisk;
      atRisk -= (ended[day] ?? 0) + (left[day] ?? 0);
      return share;
    });
    result.set(group, curve);
  }
  return result;
}
