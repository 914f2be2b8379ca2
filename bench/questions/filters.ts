/** Any legal combination of filters, drawn at random: none may be much slower than a database made for it. */
import { join } from "node:path";
import { Random } from "../../seed/random.ts";
import { openStore } from "../../server/store/sqlite/reader.ts";
import { interleaved, median } from "../measure.ts";
import { checkEqual, ownAnswer } from "../own-answer.ts";
import { year } from "../pages.ts";
import { rawAnswer } from "../raw-answer.ts";
import type { Ask } from "../raw-sql.ts";
import { absentRow, type Bench, ms, type Row, ratioRow } from "../row.ts";
import { channels, generations, locales, purposes, regions } from "../world.ts";

const metrics = [
  "opt_in_rate",
  "opt_in_yield",
  "withdrawal_rate",
  "early_withdrawal_rate",
  "understanding",
  "active_consents",
] as const;
const sizes = {
  purpose: purposes.length,
  channel: channels.length,
  region: regions.length,
  locale: locales.length,
  generation: generations.length,
} as const;
const names = Object.keys(sizes) as (keyof typeof sizes)[];
const GOAL = { atMost: 3 };

export async function filters(bench: Bench): Promise<Row[]> {
  const { duckdb } = bench.engines;
  const what = "random filters: slowest against DuckDB";
  if (duckdb === null) return [absentRow("filters", what, GOAL)];
  const store = openStore(join(bench.dataDir, "candor.db"));
  const random = new Random(5, 0);
  const found: { ask: Ask; own: number; raw: number }[] = [];
  for (let i = 0; i < (bench.isShort ? 5 : 40); i += 1) {
    const ask = draw(random);
    const own = store.snapshot((snapshot) => ownAnswer(snapshot, ask));
    checkEqual(ask, own, await rawAnswer(duckdb, ask));
    const times = await interleaved(
      {
        own: () => store.snapshot((snapshot) => JSON.stringify(ownAnswer(snapshot, ask))),
        raw: () => rawAnswer(duckdb, ask),
      },
      bench.rounds,
    );
    found.push({ ask, ...times });
  }
  store.close();
  const [worst] = found.toSorted((a, b) => b.own / b.raw - a.own / a.raw);
  if (worst === undefined) return [];
  const { ask, own, raw } = worst;
  const detail = `${ms(own)} against ${ms(raw)}: ${ask.metric} by ${ask.by ?? "nothing"} and ${ask.grain}, filters on ${Object.keys(ask.filters).join(", ") || "nothing"}`;
  const ratios = found.map((one) => one.own / one.raw);
  return [
    ratioRow("filters", what, GOAL, [own, raw], detail),
    ratioRow(
      "filters",
      "random filters: median against DuckDB",
      null,
      [median(ratios), 1],
      `${found.length} combinations, all figures equal`,
    ),
  ];
}

function draw(random: Random): Ask {
  const metric = metrics[random.integer(0, metrics.length - 1)] ?? "opt_in_rate";
  const chosen = names.filter(() => random.chance(0.4));
  return {
    metric,
    ...year,
    grain: metric === "active_consents" || random.chance(0.5) ? "total" : "week",
    by: random.chance(0.7) ? (names[random.integer(0, names.length - 1)] ?? null) : null,
    filters: Object.fromEntries(
      chosen.map((name) => {
        const values = Array.from({ length: random.integer(1, 4) }, () =>
          random.integer(0, sizes[name] - 1),
        );
        return [name, [...new Set(values)]];
      }),
    ),
  };
}
