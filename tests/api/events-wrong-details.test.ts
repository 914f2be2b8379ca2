import { afterAll, beforeAll, describe, test } from "vitest";
import { expectRejection, type Wrong } from "../support/api-rejections.ts";
import { type ApiServer, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const NOTICE = "1 to 64 letters, digits, '.', '_' and '-', the first a letter or digit";
const SLUG = "1 to 64 of a-z, 0-9, _ and -, the first a letter or digit";

/** About what and how: each way that these can be wrong. */
const wrong: Wrong[] = [
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
  test.each(wrong)("%s %j: %s", async (...rejection) => {
    await expectRejection(api, rejection);
  });
});
