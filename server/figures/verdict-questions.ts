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
    const read = known.get(name) ?? Map.groupBy(source.sums(all), ({ key }) => key.pop() ?? "");
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
