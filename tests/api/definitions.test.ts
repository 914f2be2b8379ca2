import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DefinitionsAnswer } from "#shared/contract/admin.ts";
import type { DefinitionAnswer } from "#shared/contract/definition.ts";
import { metricNames } from "#shared/metric-list.ts";
import { expectProblem } from "../support/api-problem.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

const PATH = "/api/v1/definitions";
let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function read<T>(path: string): Promise<T> {
  return (await (await api.get(path)).json()) as T;
}

describe("one definition", () => {
  test.each(metricNames)("of %s is that of the glossary, with a worked example", async (metric) => {
    const { definition, example } = await read<DefinitionAnswer>(`${PATH}/${metric}`);
    const all = await read<DefinitionsAnswer>(PATH);
    expect(definition).toEqual(all.definitions.find((one) => one.metric === metric));
    expect(example.events.length).toBeGreaterThan(10);
    expect(example.answer.n).toBeGreaterThan(0);
  });

  test.each(metricNames)(
    "of %s has an example that its own route answers alike",
    async (metric) => {
      const { example } = await read<DefinitionAnswer>(`${PATH}/${metric}`);
      const fresh = await startApi();
      try {
        expect(await fresh.take("events", example.events)).toMatchObject({ rejected: [] });
        const query = new URLSearchParams({ ...example.query });
        const { series } = await fresh.metric(`${metric}?${query}`);
        expect(series[0]?.total).toEqual(example.answer);
        for (const { as, figure } of example.restated) {
          const theirs = await fresh.metric(`${metric}?${query}&as=${as}`);
          expect(theirs.series[0]?.total).toEqual(figure);
        }
      } finally {
        await fresh.stop();
      }
    },
  );

  test("is a 304 where nothing changed, and a problem where there is none", async () => {
    const first = await api.get(`${PATH}/trust`);
    const tag = first.headers.get("etag") ?? "";
    const again = await fetch(first.url, { headers: { "If-None-Match": tag } });
    expect(again.status).toBe(304);
    await expectProblem(await api.get(`${PATH}/happiness`), "unknown_metric");
  });
});
