import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RejectionCode } from "#shared/contract/errors.ts";
import { expectProblem } from "../support/api-problem.ts";
import { countRecord } from "../support/api-records.ts";
import { type ApiServer, type Json, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const survey = (fields: Json = {}): Json =>
  countRecord({
    purpose: undefined,
    survey: "tracker",
    question: "understanding",
    scores: [1, 2, 3, 4, 5],
    ...fields,
  });

/** The first of the fields is the one at fault. */
const wrong: [fields: Json, code: RejectionCode, message: string][] = [
  [{ source: undefined }, "missing_field", "source is missing"],
  [
    { source: "events" },
    "unknown_value",
    "source is events, not a slug other than 'events', which stands for what came in as events",
  ],
  [
    { source: "My Tool" },
    "bad_format",
    "source is a string of 7 characters, not 1 to 64 of a-z, 0-9, _ and -, the first a letter or digit",
  ],
  [{ day: undefined }, "missing_field", "day is missing"],
  [{ day: "2026-3-1" }, "bad_format", "day is 2026-3-1, not a date such as 2026-03-01"],
  [{ day: "2026-02-29" }, "bad_format", "day is 2026-02-29, not a date such as 2026-03-01"],
  [{ day: 20_260_301 }, "wrong_type", "day is 20260301, not a string"],
  [
    { day: "1999-12-31" },
    "out_of_range",
    "day is 1999-12-31, not a day from 2000-01-01 to tomorrow",
  ],
  [
    { day: "2026-04-02" },
    "out_of_range",
    "day is 2026-04-02, not a day from 2000-01-01 to tomorrow",
  ],
  [{ purpose: undefined }, "missing_field", "purpose is missing"],
  [
    { notice: "?" },
    "bad_format",
    "notice is a string of 1 characters, not 1 to 64 letters, digits, '.', '_' and '-', the first a letter or digit",
  ],
  [
    { generation: "gen_y" },
    "unknown_value",
    "generation is gen_y, not one of silent, boomer, gen_x, millennial, gen_z, gen_alpha, unknown",
  ],
  [
    { variant: undefined, experiment: "w" },
    "incomplete_pair",
    "variant is missing: experiment and variant go together, both or neither",
  ],
  [{ granted: -1 }, "out_of_range", "granted is -1, not a whole number from 0 to 9007199254740991"],
  [
    { inForce: 1.5 },
    "out_of_range",
    "inForce is 1.5, not a whole number from 0 to 9007199254740991",
  ],
  [{ shown: "12" }, "wrong_type", "shown is 12, not a number"],
  [
    { shown: 6, granted: 4, declined: 3 },
    "counts_disagree",
    "granted + declined is 7, more than shown, 6",
  ],
  [{ shown: 3, granted: 4 }, "counts_disagree", "granted + declined is 4, more than shown, 3"],
  [{ inForce: 9, asked: 8 }, "counts_disagree", "inForce is 9, more than asked, 8"],
];

const wrongSurveys: typeof wrong = [
  [{ survey: undefined }, "missing_field", "survey is missing"],
  [{ question: undefined }, "missing_field", "question is missing"],
  [
    { scores: [1, 2] },
    "bad_length",
    "scores is a list of 2, not one number for each of the 5 boxes of the scale",
  ],
  [
    { scores: [1, 2, 3, 4, 5], scale: 7 },
    "bad_length",
    "scores is a list of 5, not one number for each of the 7 boxes of the scale",
  ],
  [
    { scores: [1, 2, 3, 4, -5] },
    "out_of_range",
    "scores is a list of 5, not a whole number from 0 to 9007199254740991",
  ],
  [{ scores: "12345" }, "wrong_type", "scores is 12345, not a array"],
  [{ scale: 1, scores: [1] }, "out_of_range", "scale is 1, not a whole number from 2 to 11"],
];

describe("a count record is refused, with code, field, value and rule", () => {
  test.each([
    ...wrong.map(([fields, ...rest]) => [fields, countRecord(fields), ...rest] as const),
    ...wrongSurveys.map(([fields, ...rest]) => [fields, survey(fields), ...rest] as const),
  ])("%j", async (fields, record, code, message) => {
    const answer = await api.take("counts", [record]);
    expect(answer).toMatchObject({ accepted: 0, duplicates: 0 });
    const [field] = Object.keys(fields);
    expect(answer.rejected).toEqual([{ index: 0, id: "", code, field, message }]);
  });

  test("or as what is no record at all", async () => {
    const answer = await api.take(
      "counts",
      `7\n{"source":\n${JSON.stringify(countRecord({ shown: 1 }))}\n`,
    );
    expect(answer.accepted).toBe(1);
    expect(answer.rejected.map(({ index, code }) => [index, code])).toEqual([
      [0, "not_an_object"],
      [1, "not_json"],
    ]);
  });
});

describe("a count record is taken", () => {
  test.each([
    countRecord({ day: "2000-01-01", shown: 0 }),
    countRecord({ day: "2026-04-01", shown: 7, granted: 4, declined: 3 }),
    countRecord({ inForce: 8, asked: 8 }),
    countRecord({ granted: 5 }),
    countRecord({
      channel: "web",
      region: "DE",
      segment: "a",
      locale: "de-de",
      generation: "gen_z",
      granted: 1,
    }),
    survey(),
    survey({ scale: 11, scores: Array(11).fill(1) }),
    survey({ purpose: "ads", scores: [0, 0, 0, 0, 0] }),
  ])("%j", async (record) => {
    const taken = { accepted: 1, duplicates: 0, rejected: [], ignoredFields: [] };
    expect(await api.take("counts", [record])).toEqual(taken);
  });

  test("with what is not of its kind ignored, even where it is wrong", async () => {
    const answer = await api.take("counts", [
      survey({ shown: -5, extra: 1 }),
      countRecord({ question: 5, id: "x" }),
    ]);
    expect(answer).toMatchObject({ accepted: 2, rejected: [] });
    expect(answer.ignoredFields.toSorted()).toEqual(["extra", "id", "question", "shown"]);
  });

  test("as a JSON array, too, and a list that is none is refused as for events", async () => {
    const json = { "content-type": "application/json" };
    const body = JSON.stringify([countRecord({ shown: 1 })]);
    expect(await api.take("counts", body, json)).toMatchObject({ accepted: 1 });
    await expectProblem(await api.post("counts", "{}", json), "not_a_list");
    await expectProblem(await api.post("counts", ""), "empty_body");
    await expectProblem(await api.post("counts", "x"), "invalid_json");
    await expectProblem(
      await api.post("counts", "[]", { "content-type": "text/csv" }),
      "unsupported_media_type",
    );
  });

  test("up to the day that is tomorrow in the reporting zone", async () => {
    const zone = await startApi({ reportingZone: "Pacific/Kiritimati" });
    const record = (day: string): Json => countRecord({ day, shown: 1 });
    // Noon UTC is 2 o'clock of the next day there.
    const answer = await zone.take("counts", [record("2026-04-02"), record("2026-04-03")]);
    expect(answer).toMatchObject({ accepted: 1, rejected: [{ index: 1, code: "out_of_range" }] });
    await zone.stop();
  });
});
