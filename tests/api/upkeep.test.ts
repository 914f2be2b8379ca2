/** What the writer does by itself when nothing is asked of it. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type ApiServer, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const logBytes = () => statSync(join(api.folder, "candor.db-wal")).size;
const event = (i: number) => ({
  id: `e${i}`,
  subject: `s${i}`,
  at: "2026-03-01T12:00:00Z",
  type: "granted",
  purpose: "ads",
  notice: "n1",
});

test("a moment after the last write the log is empty, and all is there", async () => {
  await api.take(
    "events",
    Array.from({ length: 500 }, (_, i) => event(i)),
  );
  expect(logBytes()).toBeGreaterThan(0);
  await vi.waitFor(() => expect(logBytes()).toBe(0), 10_000);
  expect(
    (await api.metric("opt_in_rate?from=2026-03-01&to=2026-03-01")).series[0]?.total,
  ).toMatchObject({
    n: 500,
  });
  expect(await api.take("events", [event(0), event(500)])).toMatchObject({
    accepted: 1,
    duplicates: 1,
  });
});
