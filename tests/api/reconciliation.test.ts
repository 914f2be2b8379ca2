import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReconciliationAnswer } from "#shared/contract/reconciliation.ts";
import { restatementNames } from "#shared/restatements.ts";
import { expectProblem } from "../support/api-problem.ts";
import { countRecord, event } from "../support/api-records.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

const PATH = "/api/v1/metrics/opt_in_rate/reconciliation";
let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
  const prompt = event("prompt_shown", { subject: "ann", channel: "web" });
  const grant = event("granted", { subject: "ann", channel: "web", at: "2026-03-10T09:05:00Z" });
  await api.send("POST", "/api/v1/events", [prompt, grant, event("dismissed", { channel: "ios" })]);
  const numbers = { shown: 20, granted: 8, declined: 6, dismissed: 4 };
  await api.send("POST", "/api/v1/counts", [countRecord({ ...numbers, channel: "web" })]);
});
afterAll(() => api.stop());

async function ask(query = ""): Promise<ReconciliationAnswer> {
  return (await (await api.get(`${PATH}${query}`)).json()) as ReconciliationAnswer;
}

describe("the reconciliation", () => {
  test("gives ours and each system's figure, with its definition and the steps between", async () => {
    const answer = await ask();
    expect(answer).toMatchObject({ metric: "opt_in_rate", sources: ["events", "tool"] });
    expect(answer.ours).toMatchObject({ n: 15, count: 9 });
    expect(answer.peers.map(({ as }) => as)).toEqual(restatementNames);
    const [didomi] = answer.peers;
    expect(didomi?.figure).toMatchObject({ n: 21, count: 9 });
    expect(didomi?.restatement.formula).toBe("opt-ins / notices shown");
    expect(didomi?.steps.filter(({ suppressed }) => !suppressed)).toContainEqual({
      code: "dismissed",
      n: 5,
      count: 0,
    });
  });

  test("keeps to dates and filters", async () => {
    const answer = await ask("?from=2026-03-01&to=2026-03-31&source=events&channel=ios");
    expect(answer.ours).toMatchObject({ n: 0, value: null });
    expect(answer.peers.find(({ as }) => as === "osano")?.figure).toMatchObject({ n: 1, count: 0 });
    expect((await ask("?from=2026-01-01&to=2026-01-31")).ours).toMatchObject({ n: 0 });
  });

  test("is a 304 where nothing changed", async () => {
    const first = await api.get(PATH);
    const tag = first.headers.get("etag") ?? "";
    const again = await fetch(first.url, { headers: { "If-None-Match": tag } });
    expect(again.status).toBe(304);
  });

  test.each([
    ["by=channel", "unknown_parameter", "by"],
    ["as=didomi", "unknown_parameter", "as"],
    ["method=signal", "dimension_not_of_metric", "method"],
    ["generation=gen_y", "invalid_request", "generation"],
  ] as const)("refuses %s", async (query, code, field) => {
    const problem = await expectProblem(await api.get(`${PATH}?${query}`), code);
    expect(problem.fields?.[0]?.field).toBe(field);
  });

  test("is of the opt-in rate alone", async () => {
    await expectProblem(await api.get("/api/v1/metrics/trust/reconciliation"), "not_found");
  });
});

describe("a metric as another system reports it", () => {
  test("comes as CSV, too", async () => {
    const text = await (await api.get("/api/v1/metrics/opt_in_rate?as=osano&format=csv")).text();
    expect(text.split("\n")[1]).toContain(",20,9,0.45,");
  });
});
