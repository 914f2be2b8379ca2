/** What raw events give for a question: n and count of each group and bucket, for the comparison with Candor's own. */
import type { Engine } from "./engines/engine.ts";
import {
  type Ask,
  askedSql,
  effortSql,
  flowSql,
  reasonSql,
  spellSql,
  stockSql,
} from "./raw-sql.ts";

/** `group|first day of the bucket` → [n, count]; no entry where there is nothing. */
export type Counted = Map<string, [n: number, count: number]>;

const WEEK = 7;
/** Of the tile of `consent_retention`. */
const RETENTION_DAY = 30;

export async function rawAnswer(engine: Engine, ask: Ask): Promise<Counted> {
  switch (ask.metric) {
    case "withdrawal_rate":
      return ask.by === "reason" ? byReason(engine, ask) : withdrawalRate(engine, ask);
    case "active_consents": {
      const stocks = await stocksOf(engine, ask);
      return new Map(
        [...stocks].map(([group, inForce]) => [keyOf(group, ask.from), twice(inForce)]),
      );
    }
    case "consent_coverage": {
      const asked = await engine.query(askedSql(ask));
      const stocks = await stocksOf(engine, ask);
      const entries = asked.map(([group = 0, n = 0]): [string, [number, number]] => [
        keyOf(group, ask.from),
        [n, stocks.get(group) ?? 0],
      ]);
      return new Map(entries);
    }
    case "consent_retention": {
      const counted: Counted = new Map();
      for (const [group = 0, , length = 0, n = 0] of await engine.query(spellSql(ask)))
        add(counted, keyOf(group, ask.from), n, length >= 0 && length <= RETENTION_DAY ? n : 0);
      return counted;
    }
    case "opt_out_effort": {
      // The medians are had from these rows; how many there are is what can be compared exactly.
      const counted: Counted = new Map();
      for (const [type, , n = 0] of await engine.query(effortSql(ask, "duration_ms")))
        add(counted, keyOf(0, ask.from), type === 5 ? n : 0, type === 1 ? n : 0);
      return counted;
    }
    default: {
      const rows = await engine.query(flowSql(ask));
      return new Map(
        rows.map(([group = 0, bucket = 0, n = 0, count = 0]) => [keyOf(group, bucket), [n, count]]),
      );
    }
  }
}

export const keyOf = (group: number, bucket: number): string => `${group}|${bucket}`;
const twice = (value: number): [number, number] => [value, value];

function add(counted: Counted, key: string, n: number, count: number): void {
  const [before, countBefore] = counted.get(key) ?? [0, 0];
  counted.set(key, [before + n, countBefore + count]);
}

async function stocksOf(engine: Engine, ask: Ask): Promise<Map<number, number>> {
  const stocks = new Map<number, number>();
  for (const [group = 0, , opened = 0, closed = 0] of await engine.query(stockSql(ask)))
    stocks.set(group, (stocks.get(group) ?? 0) + opened - closed);
  return stocks;
}

/** Consent-days: on each day those in force at its beginning, and those that begin on it. */
async function withdrawalRate(engine: Engine, ask: Ask): Promise<Counted> {
  const counted: Counted = new Map();
  const groups = Map.groupBy(await engine.query(stockSql(ask)), ([group = 0]) => group);
  for (const [group, rows] of groups) {
    const changes = new Map(
      rows.map(([, day = 0, opened = 0, closed = 0]) => [day, { opened, closed }]),
    );
    let inForce = rows.reduce(
      (sum, [, day = 0, opened = 0, closed = 0]) => (day < ask.from ? sum + opened - closed : sum),
      0,
    );
    for (let day = ask.from; day <= ask.to; day += 1) {
      const { opened = 0, closed = 0 } = changes.get(day) ?? {};
      const bucket = ask.grain === "week" ? day - ((day - ask.from) % WEEK) : ask.from;
      add(counted, keyOf(group, bucket), inForce + opened, closed);
      inForce += opened - closed;
    }
  }
  return counted;
}

/** Reasons split the withdrawals only; the consent-days are those of all. */
async function byReason(engine: Engine, ask: Ask): Promise<Counted> {
  const all = await withdrawalRate(engine, { ...ask, by: null });
  const [days = 0] = all.get(keyOf(0, ask.from)) ?? [];
  const rows = await engine.query(reasonSql(ask));
  return new Map(rows.map(([reason = 0, count = 0]) => [keyOf(reason, ask.from), [days, count]]));
}
