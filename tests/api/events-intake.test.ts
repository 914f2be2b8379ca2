import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectProblem } from "../support/api-problem.ts";
import { event, granted } from "../support/api-records.ts";
import { type ApiServer, type Json, ndjson, startApi } from "../support/api-server.ts";

let api: ApiServer;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const intake = () => api.store.snapshot((snapshot) => snapshot.intakeTotals());
const JSON_TYPE = { "content-type": "application/json" };
const nothing = { accepted: 0, duplicates: 0, rejected: [], ignoredFields: [] };

describe("a batch of events", () => {
  test("is taken as NDJSON, with or without a last line break", async () => {
    expect(await api.take("events", ndjson([granted(), granted()]))).toEqual({
      ...nothing,
      accepted: 2,
    });
    expect(await api.take("events", JSON.stringify(granted()))).toEqual({
      ...nothing,
      accepted: 1,
    });
  });

  test("is taken as a JSON array, an empty one too", async () => {
    const body = JSON.stringify([granted(), granted()], null, 2);
    expect(await api.take("events", body, JSON_TYPE)).toEqual({ ...nothing, accepted: 2 });
    expect(await api.take("events", "[]", JSON_TYPE)).toEqual(nothing);
  });

  test("may begin with a byte order mark, end its lines with CRLF and hold blank lines", async () => {
    const body = `\uFEFF\r\n${JSON.stringify(granted())}\r\n\r\n  \n${JSON.stringify(granted())}\r\n\r\n`;
    expect(await api.take("events", body)).toEqual({ ...nothing, accepted: 2 });
    const list = `\uFEFF${JSON.stringify([granted()])}`;
    expect(await api.take("events", list, JSON_TYPE)).toEqual({ ...nothing, accepted: 1 });
  });

  test("of thousands is taken as one: what comes twice far apart, and what is wrong late in it, too", async () => {
    const records: Json[] = Array.from({ length: 6000 }, (_, i) =>
      granted({ subject: `many-${i % 700}` }),
    );
    const wrong = granted({ at: "2031-01-01T00:00:00Z" });
    records.splice(100, 0, wrong, [] as unknown as Json);
    records.splice(5500, 0, records[0] as Json, wrong);
    const before = intake();
    const answer = await api.take("events", ndjson(records));
    expect(answer).toMatchObject({ accepted: 6000, duplicates: 1 });
    expect(answer.rejected.map(({ index, code }) => [index, code])).toEqual([
      [100, "at_in_future"],
      [101, "not_an_object"],
      [5501, "at_in_future"],
    ]);
    const after = intake();
    expect(after.events - before.events).toBe(6000);
    expect(after.subjects - before.subjects).toBe(700);
    expect(await api.take("events", JSON.stringify(records), JSON_TYPE)).toMatchObject({
      accepted: 0,
      duplicates: 6001,
    });
  });

  test("is taken in part: what is wrong is named by index, id, code, field and message", async () => {
    const wrong = granted({ at: "2031-01-01T00:00:00Z" });
    const body = `\n${ndjson([granted()])}\n${ndjson([wrong])}{"half":\n${ndjson([granted()])}[1]\n7\n`;
    const answer = await api.take("events", body);
    expect(answer.accepted).toBe(2);
    const [first, ...others] = answer.rejected;
    expect(first).toEqual({
      index: 1,
      id: wrong.id,
      code: "at_in_future",
      field: "at",
      message: "at is 2031-01-01T00:00:00Z, more than 24 h ahead",
    });
    expect(others.map(({ index, id, code, field }) => [index, id, code, field])).toEqual([
      [2, "", "not_json", ""],
      [4, "", "not_an_object", ""],
      [5, "", "not_an_object", ""],
    ]);
  });

  test("loses only the line that is not UTF-8", async () => {
    const bad = Buffer.concat([
      Buffer.from('{"id":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}\n'),
    ]);
    const body = Buffer.concat([
      Buffer.from(ndjson([granted()])),
      bad,
      Buffer.from(ndjson([granted()])),
    ]);
    const answer = await api.take("events", new Uint8Array(body));
    expect(answer.accepted).toBe(2);
    expect(answer.rejected).toEqual([
      {
        index: 1,
        id: "",
        code: "not_utf8",
        field: "",
        message: "line 2, 11 bytes: the line is not UTF-8",
      },
    ]);
  });

  test("may be compressed", async () => {
    const body = new Uint8Array(gzipSync(ndjson([granted(), granted()])));
    const answer = await api.take("events", body, { "content-encoding": "gzip" });
    expect(answer).toEqual({ ...nothing, accepted: 2 });
  });

  test("may say its charset, where that is UTF-8", async () => {
    for (const charset of ["utf-8", "UTF-8", '"utf-8"', "utf8"]) {
      const type = { "content-type": `application/x-ndjson; charset=${charset}` };
      expect(await api.take("events", [granted()], type)).toEqual({ ...nothing, accepted: 1 });
    }
  });
});

describe("an id", () => {
  test("is taken once, in one batch and across batches", async () => {
    const one = granted();
    expect(await api.take("events", [one, one, one])).toEqual({
      ...nothing,
      accepted: 1,
      duplicates: 2,
    });
    expect(await api.take("events", [one])).toEqual({ ...nothing, duplicates: 1 });
  });

  test("that is known makes a duplicate of whatever else the event says", async () => {
    const one = granted();
    await api.take("events", [one]);
    const others = [{ id: one.id }, granted({ id: one.id, at: "never" }), { ...one, type: 5 }];
    expect(await api.take("events", others)).toEqual({ ...nothing, duplicates: 3 });
  });

  test("of a rejected event stays free, in the same batch too", async () => {
    const wrong = granted({ purpose: "Not A Slug" });
    const answer = await api.take("events", [wrong, { ...wrong, purpose: "ads" }]);
    expect(answer.accepted).toBe(1);
    expect(answer.rejected).toHaveLength(1);
  });
});

describe("a field", () => {
  test("that is null is absent", async () => {
    const one = granted({
      channel: null,
      birthYear: null,
      experiment: null,
      variant: null,
      extra: null,
    });
    expect(await api.take("events", [one])).toEqual({ ...nothing, accepted: 1 });
    const answer = await api.take("events", [granted({ notice: null })]);
    expect(answer.rejected[0]).toMatchObject({ code: "missing_field", field: "notice" });
  });

  test("that is unknown, or not of that type, is ignored and named once, even where it is wrong", async () => {
    const answer = await api.take("events", [
      granted({ utm_source: "x", score: "lots", reason: 7 }),
      event("prompt_shown", { method: "telepathy", utm_source: { deep: [1] }, durationMs: -1 }),
    ]);
    expect(answer.rejected).toEqual([]);
    expect(answer.ignoredFields.toSorted()).toEqual([
      "durationMs",
      "method",
      "reason",
      "score",
      "utm_source",
    ]);
  });

  test("named like a part of the language is ignored like any other", async () => {
    const text = JSON.stringify(granted()).replace("{", '{"__proto__":{"type":1},"constructor":2,');
    const answer = await api.take("events", text);
    expect(answer.accepted).toBe(1);
    expect(answer.ignoredFields).toEqual(["__proto__", "constructor"]);
  });
});

describe("a body that is no list of events", () => {
  test.each([
    ["empty NDJSON", "", {}, "empty_body"],
    ["blank NDJSON", " \r\n\n", {}, "empty_body"],
    ["an empty JSON body", "", JSON_TYPE, "empty_body"],
    ["no line of JSON", "hello\nworld\n", {}, "invalid_json"],
    ["broken JSON", '[{"id":', JSON_TYPE, "invalid_json"],
    ["NDJSON sent as JSON", ndjson([granted(), granted()]), JSON_TYPE, "invalid_json"],
    ["a JSON object", JSON.stringify(granted()), JSON_TYPE, "not_a_list"],
    ["a JSON number", "7", JSON_TYPE, "not_a_list"],
    ["null", "null", JSON_TYPE, "not_a_list"],
  ] as const)("is refused: %s", async (_name, body, headers, code) => {
    await expectProblem(await api.post("events", body, headers), code);
  });

  test("is refused where a JSON body is not UTF-8, or not the gzip that it says it is", async () => {
    const bytes = new Uint8Array([0x5b, 0x22, 0xff, 0x22, 0x5d]);
    await expectProblem(await api.post("events", bytes, JSON_TYPE), "invalid_json");
    await expectProblem(
      await api.post("events", bytes, { "content-encoding": "gzip" }),
      "invalid_request",
    );
  });

  test("is refused over 16 MiB, packed or not", async () => {
    const big = new Uint8Array(16 * 1024 * 1024 + 1).fill(32);
    const problem = await expectProblem(await api.post("events", big), "body_too_large");
    expect(problem.detail).toContain("16 MiB");
    const packed = new Uint8Array(gzipSync(big));
    const headers = { "content-encoding": "gzip" };
    await expectProblem(await api.post("events", packed, headers), "body_too_large");
  });

  test.each([
    "text/plain",
    "application/xml",
    "application/x-ndjson; charset=latin1",
    "application/json; charset=utf-16",
    "application/jsonx",
  ])("is refused as %s", async (type) => {
    const response = await api.post("events", [granted()], { "content-type": type });
    await expectProblem(response, "unsupported_media_type");
  });

  test("is refused in an encoding that nobody here reads", async () => {
    const response = await api.post("events", [granted()], { "content-encoding": "zip" });
    await expectProblem(response, "unsupported_encoding");
  });
});
