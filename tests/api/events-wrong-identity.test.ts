import { afterAll, beforeAll, describe, test } from "vitest";
import { eventTypes } from "#shared/vocabulary.ts";
import { expectRejection, type Wrong } from "../support/api-rejections.ts";
import { type ApiServer, NOW, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const iso = (ms: number): string => new Date(ms).toISOString();
const TIME = "an RFC 3339 time with offset such as 2026-03-01T09:12:33Z";
const EVENT_TYPES = eventTypes.join(", ");

/** Who, when and what kind: each way that these can be wrong. */
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
];

describe("an event is refused, with code, field, value and rule", () => {
  test.each(wrong)("%s %j: %s", async (...rejection) => {
    await expectRejection(api, rejection);
  });
});
