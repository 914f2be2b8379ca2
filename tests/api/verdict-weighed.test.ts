// When a verdict is weighed anew: at once where a record or setting changed, once a minute where only data came.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Change } from "#shared/contract/change.ts";
import type { VerdictAnswer } from "#shared/contract/verdict.ts";
import { formatDay } from "#shared/days.ts";
import { countRecord } from "../support/api-records.ts";
import { type ApiServer, NOW, startApi } from "../support/api-server.ts";

const TODAY = NOW / 86_400_000 - 0.5;

let api: ApiServer;
let path = "";
let pulse = 0;

/** Moves the data version on, and changes no verdict's day. */
const addData = () => {
  pulse += 1;
  return api.take("counts", [countRecord({ day: formatDay(TODAY - 1), shown: 100 + pulse })]);
};

async function look(headers: Record<string, string> = {}) {
  const response = await api.get(path, headers);
  const etag = response.headers.get("etag") ?? "";
  if (response.status === 304) return { status: 304, etag, answer: null };
  return { status: response.status, etag, answer: (await response.json()) as VerdictAnswer };
}

beforeAll(async () => {
  api = await startApi({ k: 1 });
  await addData();
  const body = { title: "New", date: formatDay(TODAY - 20), kind: "wording" };
  const { id } = (await (await api.send("POST", "/api/v1/changes", body)).json()) as Change;
  path = `/api/v1/changes/${id}/verdict`;
});
afterAll(() => api.stop());

test("data that come within a minute wait for their turn, and the answer says of which data it is", async () => {
  const first = await look();
  await addData();
  const second = await look();
  expect(second.answer).toEqual(first.answer);
  expect((await look({ "if-none-match": second.etag })).status).toBe(304);
  api.clock.now += 60_001;
  const third = await look({ "if-none-match": second.etag });
  expect(third.answer?.dataVersion).toBe(2);
  expect(third.etag).not.toBe(second.etag);
});

test("an answer that is behind is not given for ever, though nothing more comes", async () => {
  await addData();
  expect((await look()).answer?.dataVersion).toBe(2);
  api.clock.now += 60_001;
  const { answer, etag } = await look();
  expect(answer?.dataVersion).toBe(3);
  expect((await look({ "if-none-match": etag })).status).toBe(304);
});

test("a changed setting or record is seen at once", async () => {
  await api.send("PATCH", "/api/v1/settings", { smallestEffect: 0.05 });
  expect((await look()).answer?.settings.smallestEffect).toBe(0.05);
  await api.send("PATCH", path.replace(/\/verdict$/, ""), { title: "Newer" });
  expect((await look()).answer?.change.title).toBe("Newer");
});

test("many who ask at once get one answer, and other requests theirs", async () => {
  api.clock.now += 60_001;
  await addData();
  const looks = Array.from({ length: 8 }, () => look());
  expect((await api.get("/healthz")).status).toBe(200);
  const bodies = (await Promise.all(looks)).map(({ answer }) => JSON.stringify(answer));
  expect(new Set(bodies).size).toBe(1);
});
