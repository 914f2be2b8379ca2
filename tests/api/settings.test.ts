/** Settings: k works at once, a new zone moves facts to its calendar days. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultSettings } from "#shared/contract/settings.ts";
import { verify } from "../../server/jobs/verify.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

let api: ApiServer;

beforeAll(async () => {
  api = await startApi({ k: 10 });
  const common = { purpose: "ads", notice: "n1", type: "granted" };
  // Half past eleven at night in UTC is the next day in Berlin.
  await api.take("events", [
    ...[1, 2, 3].map((i) => ({
      ...common,
      id: `a${i}`,
      subject: `a${i}`,
      at: "2026-03-10T23:30:00Z",
    })),
    { ...common, id: "b", subject: "b", at: "2026-03-20T10:00:00Z" },
  ]);
});
afterAll(() => api.stop());

const patch = (body: unknown) => api.send("PATCH", "/api/v1/settings", body);
const daily = () => api.metric("opt_in_rate?grain=day&from=2026-03-10&to=2026-03-11");

test("a smaller k shows what was hidden, at once", async () => {
  expect((await daily()).series[0]?.total).toEqual({ suppressed: true });
  const answer = await patch({ k: 1 });
  expect([answer.status, await answer.json()]).toEqual([200, { ...defaultSettings, k: 1 }]);
  expect((await daily()).series[0]?.total).toMatchObject({ n: 3 });
});

test("another zone counts by its own days, and the sums stay those of the events", async () => {
  const days = async () =>
    (await daily()).series[0]?.points.map((point) => (point.suppressed ? null : point.n));
  expect(await days()).toEqual([3, 0]);
  await patch({ reportingZone: "Europe/Berlin" });
  expect(await days()).toEqual([0, 3]);
  expect(verify(api.store).differences.count).toBe(0);
  await api.take("events", [
    {
      id: "c",
      subject: "c",
      type: "granted",
      purpose: "ads",
      notice: "n1",
      at: "2026-03-10T23:45:00Z",
    },
  ]);
  expect(await days()).toEqual([0, 4]);
  await patch({ reportingZone: "UTC" });
  expect(await days()).toEqual([4, 0]);
});

test.each([
  [{ k: 0 }, "k"],
  [{ k: "10" }, "k"],
  [{ reportingZone: "Mars/Olympus" }, "reportingZone"],
  [{ smallestEffect: 0 }, "smallestEffect"],
  [{ smallestEffect: 3 }, "smallestEffect"],
  [{ smallestEffectEarlyWithdrawal: 1 }, "smallestEffectEarlyWithdrawal"],
  [{ followUpWeeks: 3 }, "followUpWeeks"],
  [{ retentionMonths: 0 }, "retentionMonths"],
  [{ retentionMonths: 1.5 }, "retentionMonths"],
  [{ retentionMonths: 1201 }, "retentionMonths"],
])("%j is refused, and names the field", async (body, field) => {
  const answer = await patch(body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: "invalid_request", fields: [{ field }] });
});

test("what matters for verdicts is kept, and what is left out stays", async () => {
  const verdicts = { smallestEffect: 0.05, smallestEffectEarlyWithdrawal: 0.02, followUpWeeks: 12 };
  await patch(verdicts);
  const { reportingZone, k, retentionMonths } = defaultSettings;
  const answer = await (await patch({ k })).json();
  expect(answer).toEqual({ ...verdicts, k, reportingZone, retentionMonths });
  expect(await (await api.get("/api/v1/settings")).json()).toEqual(answer);
});

test("a setting that does not exist is refused", async () => {
  expect((await patch({ colour: "red" })).status).toBe(400);
});
