/** Reads once what several questions of a page ask of the same facts. */
import type { FigureSource, SumQuery, SumRow } from "../store/store.ts";

/** The same source, in which these queries share readings: those of one reading differ in `by` and in outcomes only. */
export function readTogether<Source extends FigureSource>(
  source: Source,
  queries: readonly SumQuery[],
): Source {
  const finest = new Map<string, SumQuery>();
  for (const query of queries) {
    const name = readingOf(query);
    const other = finest.get(name);
    finest.set(name, other === undefined ? query : tellingBoth(other, query));
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
      return addedUp(rows, finer, query);
    },
  };
}

function readingOf({ by: _, filters: { outcome: __, ...filters }, ...query }: SumQuery): string {
  return JSON.stringify({ ...query, filters });
}

function tellingBoth(a: SumQuery, b: SumQuery): SumQuery {
  const fields = new Set([...a.by, ...b.by]);
  if (JSON.stringify(a.filters.outcome) === JSON.stringify(b.filters.outcome)) {
    return { ...a, by: [...fields] };
  }
  const { outcome: _, ...filters } = a.filters;
  return { ...a, by: [...fields.add("outcome")], filters };
}

/** Rows of the finer query as the other has them. */
function addedUp(rows: SumRow[], finer: SumQuery, { by, filters }: SumQuery): SumRow[] {
  const outcomes = finer.filters.outcome === undefined ? filters.outcome : undefined;
  if (outcomes === undefined && String(by) === String(finer.by)) return rows;
  const places = by.map((field) => finer.by.indexOf(field));
  const outcomeAt = finer.by.indexOf("outcome");
  const sums = new Map<string, SumRow>();
  for (const row of rows) {
    if (outcomes?.includes(row.key[outcomeAt] ?? "") === false) continue;
    const key = places.map((place) => row.key[place] ?? "");
    const name = `${row.day}|${row.x}|${key.join("|")}`;
    const known = sums.get(name);
    if (known === undefined) sums.set(name, { ...row, key });
    else known.n += row.n;
  }
  return [...sums.values()];
}
