// Questions read together: the same rows as one by one, and the store asked once.
import { expect, test } from "vitest";
import { questionsTogether } from "../../../server/figures/verdict-questions.ts";
import type { FigureSource, SumQuery, SumRow } from "../../../server/store/store.ts";

const ROWS: [region: string, question: string, n: number][] = [
  ["DE", "understanding", 3],
  ["DE", "trust", 4],
  ["FR", "understanding", 5],
  ["FR", "benefit", 6],
];

function sourceOf() {
  const asked: SumQuery[] = [];
  const sums = (query: SumQuery): SumRow[] => {
    asked.push(query);
    return ROWS.filter(([, question]) => query.filters.question?.includes(question) ?? true).map(
      ([region, question, n]) => ({
        key: query.by.map((field) => (field === "region" ? region : question)),
        day: 20_000,
        x: 0,
        n,
      }),
    );
  };
  return { asked, source: { sums } as unknown as FigureSource };
}

const queryOf = (question: string[], patch: Partial<SumQuery> = {}): SumQuery => ({
  kind: "answer",
  by: ["region"],
  filters: question.length > 0 ? { question } : {},
  from: 20_000,
  to: 20_006,
  ...patch,
});

const TOGETHER = ["understanding", "trust"];

test("gives each question what the source gives it, and asks the source once", () => {
  const { asked, source } = sourceOf();
  const together = questionsTogether(source, TOGETHER);
  for (const question of [...TOGETHER, ...TOGETHER])
    expect(together.sums(queryOf([question]))).toEqual(sourceOf().source.sums(queryOf([question])));
  expect(asked).toHaveLength(1);
});

test("reads anew for other days, kinds or dimensions", () => {
  const { asked, source } = sourceOf();
  const together = questionsTogether(source, TOGETHER);
  for (const patch of [{}, { to: 20_013 }, { kind: "answer_pair" as const }, { by: [] }])
    together.sums(queryOf(["trust"], patch));
  expect(asked).toHaveLength(4);
});

test("hands on what is asked about another question, several, or none", () => {
  const queries = [queryOf(["benefit"]), queryOf(TOGETHER), queryOf([])];
  const { asked, source } = sourceOf();
  const together = questionsTogether(source, TOGETHER);
  for (const query of queries) expect(together.sums(query)).toEqual(sourceOf().source.sums(query));
  expect(asked).toEqual(queries);
});
