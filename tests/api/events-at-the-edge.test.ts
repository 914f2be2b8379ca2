import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EventType } from "#shared/vocabulary.ts";
import { event } from "../support/api-records.ts";
import { type ApiServer, type Json, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const right: [type: EventType, fields: Json][] = [
  ["granted", { id: "a".repeat(128) }],
  ["granted", { id: "😀".repeat(128) }],
  ["granted", { id: " " }],
  ["granted", { subject: "s".repeat(256) }],
  ["granted", { subject: "😀".repeat(256) }],
  ["granted", { at: "2000-01-01T00:00:00Z" }],
  ["granted", { at: "2026-04-01T12:00:00.000Z" }],
  ["granted", { at: "2026-04-01T12:00:00.0009999Z" }],
  ["granted", { at: "2026-04-01T14:00:00+02:00" }],
  ["granted", { at: "2026-03-01t09:12:33z" }],
  ["granted", { at: "2026-03-01T09:12:33.123456789-11:30" }],
  ["granted", { at: "2026-03-01T09:12:33-00:00" }],
  ["granted", { at: "2024-02-29T23:59:59.9Z" }],
  ["granted", { purpose: `9${"_".repeat(63)}` }],
  ["granted", { notice: `Z${".".repeat(63)}` }],
  ["granted", { region: "DE" }],
  ["granted", { region: "GB-ENG" }],
  ["granted", { region: "unknown", channel: "unknown", segment: "unknown", locale: "unknown" }],
  ["granted", { locale: "zh-hant-tw-u-nu-latn" }],
  ["granted", { birthYear: 1900 }],
  ["granted", { birthYear: 2026 }],
  ["granted", { generation: "unknown" }],
  ["granted", { experiment: "w7", variant: "b" }],
  ["granted", { durationMs: 0, steps: 0, method: "signal" }],
  ["declined", { durationMs: 86_400_000, steps: 100, method: "assisted" }],
  ["withdrawn", { method: "explicit", reason: "no_benefit" }],
  ["granted", { method: "implicit" }],
  ["withdrawal_started", {}],
  ["survey_answered", { purpose: undefined }],
  ["survey_answered", { scale: 2, score: 2 }],
  ["survey_answered", { scale: 11, score: 11 }],
  ["survey_answered", { score: 1 }],
];

describe("an event is taken at the edge of each rule", () => {
  test.each(right)("%s %j", async (type, fields) => {
    const answer = await api.take("events", [event(type, fields)]);
    expect(answer).toEqual({ accepted: 1, duplicates: 0, rejected: [], ignoredFields: [] });
  });
});

test("a locale is brought to its canonical form, a region is not", async () => {
  await api.take("events", [
    event("granted", { purpose: "forms", locale: "en-us" }),
    event("granted", { purpose: "forms", locale: "EN-US", region: "US" }),
    event("granted", { purpose: "forms", locale: "iw", region: "US-ME" }),
  ]);
  const groups = async (by: string) =>
    (await api.metric(`opt_in_rate?purpose=forms&by=${by}`)).series.map(({ group }) => group[by]);
  expect(await groups("locale")).toEqual(["en-US", "he"]);
  expect(await groups("region")).toEqual(["US", "US-ME", "unknown"]);
});

test("digits beyond the millisecond are cut, not rounded", async () => {
  await api.take("events", [
    event("granted", { at: "2026-03-20T23:59:59.9999Z", purpose: "digits" }),
  ]);
  const { recent } = (await (await api.get("/api/v1/intake")).json()) as { recent: Json[] };
  expect(recent[0]).toMatchObject({ purpose: "digits", at: "2026-03-20T23:59:59.999Z" });
});
