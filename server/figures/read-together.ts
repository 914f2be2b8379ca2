/** Reads once what several questions of a page ask of the same facts. */
import type { FigureSource, SumQuery, SumRow } from "../store/store.ts";

/** The same source, in which these queries share readings: those of one reading differ in what they tell apart only. */
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
      const wide = finest.get(name);
      if (wide === undefined) return source.sums(query);
      const rows = read.get(name) ?? source.sums(wide);
      read.set(name, rows);
      return addedUp(rows, wide, query);
    },
  };
}

/** What is alike in queries of one reading. A pair within a bucket need not be within a shorter one: there, buckets are alike, too. */
function readingOf({ by: _, starts, wholeRange, ...query }: SumQuery): string {
  const days = query.bothWithin ? (starts ?? null) : starts !== undefined || wholeRange === true;
  return JSON.stringify({ ...query, days });
}

function tellingBoth(a: SumQuery, b: SumQuery): SumQuery {
  const { wholeRange: _, starts: __, ...query } = a;
  const by = [...new Set([...a.by, ...b.by])];
  if (a.wholeRange && b.wholeRange) return { ...query, by, wholeRange: true };
  const starts = new Set([...(a.starts ?? []), ...(b.starts ?? [])]);
  if (starts.size === 0) return { ...query, by };
  return { ...query, by, starts: [...starts].toSorted((one, other) => one - other) };
}

/** Rows of the finer query as the other tells them apart. */
function addedUp(rows: readonly SumRow[], finer: SumQuery, query: SumQuery): SumRow[] {
  const places = query.by.map((field) => finer.by.indexOf(field));
  const dayOf = (day: number): number => {
    if (query.wholeRange) return query.from;
    return query.starts?.findLast((start) => start <= day) ?? day;
  };
  const sums = new Map<string, SumRow>();
  for (const row of rows) {
    const key = places.map((place) => row.key[place] ?? "");
    const day = dayOf(row.day);
    const name = [...key, day, row.x].join("|");
    const known = sums.get(name);
    if (known === undefined) sums.set(name, { ...row, key, day });
    else known.n += row.n;
  }
  return [...sums.values()];
}
