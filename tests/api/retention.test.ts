/** Retention as it is set: raw events go while requests are answered, and what they gave to the figures stays. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { verify } from "../../server/jobs/verify.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

const OLD = 700;
let api: ApiServer;

beforeAll(async () => {
  api = await startApi();
  await api.take("events", [
    ...Array.from({ length: OLD }, (_, i) => decision(`old${i}`, "2025-06-01T12:00:00Z")),
    decision("before midnight", "2025-09-29T21:59:59.999Z"),
    decision("at midnight", "2025-09-29T22:00:00Z"),
  ]);
});
afterAll(() => api.stop());

function decision(id: string, at: string) {
  return { id, subject: id, at, type: "declined", purpose: "ads", notice: "n1" };
}

const patch = (body: unknown) => api.send("PATCH", "/api/v1/settings", body);
const asked = () => api.get("/api/v1/metrics/opt_in_rate?from=2025-01-01&to=2026-03-31");
const kept = async () => {
  const { events, subjects } = (await (await api.get("/api/v1/intake")).json()) as {
    events: number;
    subjects: number;
  };
  return { events, subjects };
};

test("what lies before the cutoff goes, to the millisecond of the zone's midnight, and no figure changes", async () => {
  await patch({ reportingZone: "Europe/Berlin" });
  const before = await (await asked()).json();
  // The clock says 2026-03-31 in Berlin: six months before is the last of September.
  const answer = await patch({ retentionMonths: 6 });
  expect([answer.status, await answer.json()]).toMatchObject([200, { retentionMonths: 6 }]);
  await vi.waitFor(async () => expect(await kept()).toEqual({ events: 1, subjects: 1 }), 10_000);
  expect(await (await asked()).json()).toEqual(before);
  expect(verify(api.store).differences.count).toBe(0);
});

test("events of before are refused, those of then are taken", async () => {
  const answer = await api.take("events", [
    decision("late", "2025-09-29T21:59:59.999Z"),
    decision("in time", "2025-09-29T22:00:00.000Z"),
  ]);
  expect(answer).toMatchObject({
    accepted: 1,
    rejected: [{ index: 0, id: "late", code: "before_retention", field: "at" }],
  });
});

test("turned off or set longer, it still refuses what may have gone", async () => {
  for (const retentionMonths of [12, null]) {
    await patch({ retentionMonths });
    const answer = await api.take("events", [decision("late", "2025-09-29T12:00:00Z")]);
    expect(answer.rejected[0]?.code).toBe("before_retention");
  }
});

test("a day later the cutoff is a day later", async () => {
  await patch({ retentionMonths: 6 });
  api.clock.now += 86_400_000;
  await api.writer.send("tend", { now: api.clock.now });
  await vi.waitFor(async () => expect(await kept()).toEqual({ events: 0, subjects: 0 }), 10_000);
  expect(verify(api.store).differences.count).toBe(0);
});

test("another zone and a rebuild leave what only the ledger holds", async () => {
  const before = (await api.metric("opt_in_rate?from=2025-01-01&to=2026-03-31")).series;
  await patch({ reportingZone: "UTC" });
  expect((await api.metric("opt_in_rate?from=2025-01-01&to=2026-03-31")).series).toEqual(before);
  await api.writer.send("rebuild", null);
  expect((await api.metric("opt_in_rate?from=2025-01-01&to=2026-03-31")).series).toEqual(before);
  expect(verify(api.store).differences.count).toBe(0);
});
