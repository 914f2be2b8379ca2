/** Facts in memory, read as from a store: what figures need of it, and nothing hidden. Only made-up people are shown so. */
import { defaultSettings } from "#shared/contract/settings.ts";
import {
  type CellField,
  cellFields,
  cellValues,
  type Facts,
  OPEN,
  pairNumber,
  pairOf,
  splitFactKey,
} from "../fold/facts.ts";
import type { FigureSource, SumQuery, SumRow } from "../store/store.ts";

export function factsSource(facts: Facts): FigureSource {
  return {
    dataVersion: () => 0,
    settings: () => ({ ...defaultSettings, k: 1 }),
    counts: () => [],
    sums: (query) => sum(facts, query),
  };
}

function sum(facts: Facts, query: SumQuery): SumRow[] {
  const rows = new Map<string, SumRow>();
  for (const [fact, n] of facts) {
    const { cell, day, x } = splitFactKey(fact);
    const values = cellValues(cell);
    const fieldOf = (field: CellField) => values[cellFields.indexOf(field)] ?? "";
    if (fieldOf("kind") !== query.kind || !isMeant(query, day, x, fieldOf)) continue;
    const start = query.starts?.findLast((first) => first <= day) ?? day;
    const at = query.wholeRange ? query.from : Math.max(start, query.from - 1);
    const { gap, scores } = pairOf(x);
    if (query.bothWithin && day - gap < at) continue;
    const told = query.bothWithin ? pairNumber({ gap: 0, scores }) : x;
    const row = { key: query.by.map(fieldOf), day: at, x: query.withX ? told : 0 };
    const name = JSON.stringify(row);
    rows.set(name, { ...row, n: n + (rows.get(name)?.n ?? 0) });
  }
  return [...rows.values()];
}

function isMeant(
  { from, to, withEarlier = false, belowX, endedBy, openAfter, filters }: SumQuery,
  day: number,
  x: number,
  fieldOf: (field: CellField) => string,
): boolean {
  if (day > to || (day < from && !withEarlier)) return false;
  if (belowX !== undefined && x >= belowX) return false;
  const end = x === OPEN ? Number.POSITIVE_INFINITY : day + x;
  if (endedBy !== undefined && end > endedBy) return false;
  if (openAfter !== undefined && end <= openAfter) return false;
  return Object.entries(filters).every(([field, values]) =>
    values.includes(fieldOf(field as CellField)),
  );
}
