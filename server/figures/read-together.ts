/** Reads once what several questions of a page ask of the same facts. */
import type { FigureSource, SumQuery, SumRow } from "../store/store.ts";

/** The same source, in which these queries share readings: those of one reading differ in `by` only. */
export function readTogether<Source extends FigureSource>(
  source: Source,
  queries: readonly SumQuery[],
): Source {
  const finest = new Map<string, SumQuery>();
  for (const query of queries) {
    const name = readingOf(query);
    const other = finest.get(name)?.by ?? [];
    finest.set(name, { ...query, by: [...new Set([...other, ...query.by])] });
  }
  const read = new Map<string, SumRow[]>();
  return {
    ...source,
    sums(query) {
      const name = readingOf(query);
      const finer = finest.get(name);
      if (finer === undefined) return source.sums(query);
      const rows = read.get(name) ?? source.sums(finer);
      read.set(name, rows);
      return addedUp(rows, finer.by, query.by);
    },
  };
}

function readingOf({ by: _, ...query }: SumQuery): string {
  return JSON.stringify(query);
}

/** Rows that are told apart by fewer fields than they were read by. */
function addedUp(rows: SumRow[], finer: SumQuery["by"], by: SumQuery["by"]): SumRow[] {
  if (by.length === finer.length && by.every((field, i) => field === finer[i])) return rows;
  const places = by.map((field) => finer.indexOf(field));
  const sums = new Map<string, SumRow>();
  for (const row of rows) {
    const key = places.map((place) => row.key[place] ?? "");
    const name = `${row.day}|${row.x}|${key.join("|")}`;
    const known = sums.get(name);
    if (known === undefined) sums.set(name, { ...row, key });
    else known.n += row.n;
  }
  return [...sums.values()];
}
