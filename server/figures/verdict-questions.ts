/** Reads what several survey questions need at once: the store goes through all answers for one as for several. */
import type { FigureSource, SumQuery, SumRow } from "../store/store.ts";

/** A source that gives the same as `source`, but reads the sums of these `questions` together, once. */
export function questionsTogether(
  source: FigureSource,
  questions: readonly string[],
): FigureSource {
  const known = new Map<string, Map<string, SumRow[]>>();

  function readAll(query: SumQuery): Map<string, SumRow[]> {
    const all: SumQuery = {
      ...query,
      by: [...query.by, "question"],
      filters: { ...query.filters, question: questions },
    };
    const name = JSON.stringify(all);
    const read = known.get(name) ?? byLast(source.sums(all));
    known.set(name, read);
    return read;
  }

  return {
    ...source,
    sums(query) {
      const [asked = "", ...more] = query.filters.question ?? [];
      const isOne =
        more.length === 0 && questions.includes(asked) && !query.by.includes("question");
      return isOne ? (readAll(query).get(asked) ?? []) : source.sums(query);
    },
  };
}

/** By the last value of their keys, which they are without. */
function byLast(rows: readonly SumRow[]): Map<string, SumRow[]> {
  const byValue = new Map<string, SumRow[]>();
  for (const row of rows) {
    const value = row.key.at(-1) ?? "";
    const own = byValue.get(value) ?? [];
    own.push({ ...row, key: row.key.slice(0, -1) });
    byValue.set(value, own);
  }
  return byValue;
}
