import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RejectionCode } from "#shared/contract/errors.ts";
import { eventTypes } from "#shared/vocabulary.ts";
import { event } from "../support/api-records.ts";
import { type ApiServer, type Json, NOW, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

type Wrong = [
  type: (typeof eventTypes)[number],
  fields: Json,
  code: RejectionCode,
  message: string,
];

const iso = (ms: number): string => new Date(ms).toISOString();
const NOTICE = "1 to 64 letters, digits, '.', '_' and '-', the first a letter or digit";
const SLUG = "1 to 64 of a-z, 0-9, _ and -, the first a letter or digit";
const TIME = "an RFC 3339 time with offset such as 2026-03-01T09:12:33Z";
const EVENT_TYPES = eventTypes.join(", ");

/** Each way an event can be wrong. The field at fault is the first of `fields`. */
const wrong: Wrong[] = [
  ["granted", { id: undefined }, "missing_field", "id is missing"],
  ["granted", { id: 7 }, "wrong_type", "id is 7, not a string"],
  ["granted", { id: "" }, "bad_length", "id is empty, not 1 to 128 characters"],
  [
    "granted",
    { id: "a".repeat(129) },
    "bad_length",
    "id is a string of 129 characters, not 1 to 128 characters",
  ],
  [
    "granted",
    { id: "😀".repeat(129) },
    "bad_length",
    "id is a string of 258 characters, not 1 to 128 characters",
  ],
  [
    "granted",
    { id: "a\ud800" },
    "bad_format",
    "id is a string of 2 characters, not well-formed Unicode text",
  ],
  ["granted", { type: undefined }, "missing_field", `type is missing; it is one of ${EVENT_TYPES}`],
  ["granted", { type: "opted_in" }, "unknown_value", `type is opted_in, not one of ${EVENT_TYPES}`],
  ["granted", { type: "toString" }, "unknown_value", `type is toString, not one of ${EVENT_TYPES}`],
  ["granted", { type: 1 }, "wrong_type", `type is 1, not one of ${EVENT_TYPES}`],
  ["granted", { at: undefined }, "missing_field", "at is missing"],
  ["granted", { at: 1_700_000_000 }, "wrong_type", "at is 1700000000, not a string"],
  ["granted", { at: "2026-03-01" }, "bad_format", `at is 2026-03-01, not ${TIME}`],
  [
    "granted",
    { at: "2026-03-01T09:12:33" },
    "bad_format",
    `at is 2026-03-01T09:12:33, not ${TIME}`,
  ],
  [
    "granted",
    { at: "2026-03-01 09:12:33Z" },
    "bad_format",
    `at is 2026-03-01 09:12:33Z, not ${TIME}`,
  ],
  [
    "granted",
    { at: "2026-02-29T00:00:00Z" },
    "bad_format",
    `at is 2026-02-29T00:00:00Z, not ${TIME}`,
  ],
  [
    "granted",
    { at: "2026-03-01T24:00:00Z" },
    "bad_format",
    `at is 2026-03-01T24:00:00Z, not ${TIME}`,
  ],
  [
    "granted",
    { at: "2025-12-31T23:59:60Z" },
    "bad_format",
    `at is 2025-12-31T23:59:60Z, not ${TIME}`,
  ],
  [
    "granted",
    { at: "2026-03-01T09:12:33+0100" },
    "bad_format",
    `at is 2026-03-01T09:12:33+0100, not ${TIME}`,
  ],
  [
    "granted",
    { at: "2026-03-01T09:12:33.Z" },
    "bad_format",
    `at is 2026-03-01T09:12:33.Z, not ${TIME}`,
  ],
  [
    "granted",
    { at: "yesterday noon" },
    "bad_format",
    `at is a string of 14 characters, not ${TIME}`,
  ],
  [
    "granted",
    { at: "1999-12-31T23:59:59.999Z" },
    "at_too_early",
    "at is 1999-12-31T23:59:59.999Z, before 2000-01-01",
  ],
  [
    "granted",
    { at: "2000-01-01T00:00:00+00:01" },
    "at_too_early",
    "at is 2000-01-01T00:00:00+00:01, before 2000-01-01",
  ],
  [
    "granted",
    { at: iso(NOW + 86_400_001) },
    "at_in_future",
    `at is ${iso(NOW + 86_400_001)}, more than 24 h ahead`,
  ],
  ["granted", { subject: undefined }, "missing_field", "subject is missing"],
  ["granted", { subject: 7 }, "wrong_type", "subject is (not repeated here), not a string"],
  [
    "granted",
    { subject: "" },
    "bad_length",
    "subject is (not repeated here), not 1 to 256 characters",
  ],
  [
    "granted",
    { subject: "s".repeat(257) },
    "bad_length",
    "subject is (not repeated here), not 1 to 256 characters",
  ],
  [
    "granted",
    { subject: "\udc00x" },
    "bad_format",
    "subject is (not repeated here), not well-formed Unicode text",
  ],
  ["granted", { purpose: undefined }, "missing_field", "purpose is missing"],
  ["granted", { purpose: ["ads"] }, "wrong_type", "purpose is a list of 1, not a string"],
  ["granted", { purpose: "Ads" }, "bad_format", `purpose is Ads, not ${SLUG}`],
  ["granted", { purpose: "-ads" }, "bad_format", `purpose is -ads, not ${SLUG}`],
  [
    "granted",
    { purpose: "a".repeat(65) },
    "bad_format",
    `purpose is a string of 65 characters, not ${SLUG}`,
  ],
  ["granted", { notice: undefined }, "missing_field", "notice is missing"],
  ["granted", { notice: "" }, "bad_format", `notice is empty, not ${NOTICE}`],
  ["granted", { notice: ".a" }, "bad_format", `notice is .a, not ${NOTICE}`],
  [
    "granted",
    { notice: "n".repeat(65) },
    "bad_format",
    `notice is a string of 65 characters, not ${NOTICE}`,
  ],
  [
    "withdrawn",
    { notice: "a b" },
    "bad_format",
    `notice is a string of 3 characters, not ${NOTICE}`,
  ],
  ["prompt_shown", { notice: undefined }, "missing_field", "notice is missing"],
  ["declined", { notice: undefined }, "missing_field", "notice is missing"],
  ["dismissed", { notice: undefined }, "missing_field", "notice is missing"],
  ["granted", { channel: "iOS" }, "bad_format", `channel is iOS, not ${SLUG}`],
  ["granted", { channel: true }, "wrong_type", "channel is true, not a string"],
  [
    "granted",
    { region: "us" },
    "bad_format",
    "region is us, not an ISO 3166 code such as DE or US-ME",
  ],
  [
    "granted",
    { region: "US-MAIN" },
    "bad_format",
    "region is US-MAIN, not an ISO 3166 code such as DE or US-ME",
  ],
  [
    "granted",
    { segment: "age 30" },
    "bad_format",
    `segment is a string of 6 characters, not ${SLUG}`,
  ],
  [
    "granted",
    { locale: "en_US" },
    "bad_format",
    "locale is en_US, not a BCP 47 language tag such as en-US",
  ],
  [
    "granted",
    { locale: "" },
    "bad_format",
    "locale is empty, not a BCP 47 language tag such as en-US",
  ],
  [
    "granted",
    { birthYear: 1899 },
    "out_of_range",
    "birthYear is (not repeated here), not a year from 1900 to this year",
  ],
  [
    "granted",
    { birthYear: 2027 },
    "out_of_range",
    "birthYear is (not repeated here), not a year from 1900 to this year",
  ],
  [
    "granted",
    { birthYear: 1998.5 },
    "out_of_range",
    "birthYear is (not repeated here), not a year from 1900 to this year",
  ],
  [
    "granted",
    { birthYear: "1998" },
    "wrong_type",
    "birthYear is (not repeated here), not a number",
  ],
  [
    "granted",
    { generation: "gen_y" },
    "unknown_value",
    "generation is gen_y, not one of silent, boomer, gen_x, millennial, gen_z, gen_alpha, unknown",
  ],
  [
    "granted",
    { generation: "gen_z", birthYear: 2001 },
    "conflicting_fields",
    "generation is gen_z, beside a birthYear: at most one of the two",
  ],
  [
    "granted",
    { variant: undefined, experiment: "w7" },
    "incomplete_pair",
    "variant is missing: experiment and variant go together, both or neither",
  ],
  [
    "withdrawn",
    { experiment: undefined, variant: "b" },
    "incomplete_pair",
    "experiment is missing: experiment and variant go together, both or neither",
  ],
  ["granted", { experiment: "W", variant: "b" }, "bad_format", `experiment is W, not ${SLUG}`],
  ["granted", { variant: "B", experiment: "w" }, "bad_format", `variant is B, not ${SLUG}`],
  [
    "granted",
    { method: "click" },
    "unknown_value",
    "method is click, not one of explicit, signal, assisted, implicit",
  ],
  [
    "declined",
    { durationMs: -1 },
    "out_of_range",
    "durationMs is -1, not a whole number from 0 to 86400000",
  ],
  [
    "granted",
    { durationMs: 86_400_001 },
    "out_of_range",
    "durationMs is 86400001, not a whole number from 0 to 86400000",
  ],
  [
    "granted",
    { durationMs: 1.5 },
    "out_of_range",
    "durationMs is 1.5, not a whole number from 0 to 86400000",
  ],
  ["granted", { durationMs: "5" }, "wrong_type", "durationMs is 5, not a number"],
  ["withdrawn", { steps: 101 }, "out_of_range", "steps is 101, not a whole number from 0 to 100"],
  [
    "withdrawn",
    { reason: "No benefit" },
    "bad_format",
    `reason is a string of 10 characters, not ${SLUG}`,
  ],
  ["survey_answered", { survey: undefined }, "missing_field", "survey is missing"],
  ["survey_answered", { survey: "Q1" }, "bad_format", `survey is Q1, not ${SLUG}`],
  ["survey_answered", { question: undefined }, "missing_field", "question is missing"],
  [
    "survey_answered",
    { question: "Why?" },
    "bad_format",
    `question is a string of 4 characters, not ${SLUG}`,
  ],
  ["survey_answered", { score: undefined }, "missing_field", "score is missing"],
  ["survey_answered", { score: "4" }, "wrong_type", "score is 4, not a number"],
  [
    "survey_answered",
    { score: 0 },
    "out_of_range",
    "score is 0, not a whole number from 1 to the scale, 5",
  ],
  [
    "survey_answered",
    { score: 6 },
    "out_of_range",
    "score is 6, not a whole number from 1 to the scale, 5",
  ],
  [
    "survey_answered",
    { score: 3.5 },
    "out_of_range",
    "score is 3.5, not a whole number from 1 to the scale, 5",
  ],
  [
    "survey_answered",
    { score: 8, scale: 7 },
    "out_of_range",
    "score is 8, not a whole number from 1 to the scale, 7",
  ],
  [
    "survey_answered",
    { scale: 1, score: 1 },
    "out_of_range",
    "scale is 1, not a whole number from 2 to 11",
  ],
  [
    "survey_answered",
    { scale: 12 },
    "out_of_range",
    "scale is 12, not a whole number from 2 to 11",
  ],
  ["survey_answered", { purpose: "General" }, "bad_format", `purpose is General, not ${SLUG}`],
];

describe("an event is refused, with code, field, value and rule", () => {
  test.each(wrong)("%s %j: %s", async (type, fields, code, message) => {
    const answer = await api.take("events", [event(type, fields)]);
    const [field] = Object.keys(fields);
    expect(answer.accepted).toBe(0);
    expect(answer.rejected).toHaveLength(1);
    expect(answer.rejected[0]).toMatchObject({ index: 0, code, field, message });
  });
});

const right: [type: (typeof eventTypes)[number], fields: Json][] = [
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
