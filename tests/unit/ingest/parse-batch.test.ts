import { describe, expect, test } from "vitest";
import type { BodyFormat } from "#shared/contract/event.ts";
import { parseBatch, UnreadableBody } from "../../../server/ingest/parse-batch.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

const recordsIn = (body: Uint8Array, format: BodyFormat) => [...parseBatch(body, format)];

describe("NDJSON", () => {
  test("is one record a line; blank lines are none, whatever ends them", () => {
    expect(recordsIn(bytes('\uFEFF{"a":1}\r\n\r\n \t\n2\n"x"'), "ndjson")).toEqual([
      { value: { a: 1 } },
      { value: 2 },
      { value: "x" },
    ]);
  });

  test("gives position, size and reason of a line that cannot be read, and goes on", () => {
    expect(recordsIn(bytes('\n{"a":\n1\n', [0xff, 0x0a], "2"), "ndjson")).toEqual([
      { fault: "not_json", bytes: 5, line: 2 },
      { value: 1 },
      { fault: "not_utf8", bytes: 1, line: 4 },
      { value: 2 },
    ]);
  });

  test("keeps a line separator that is part of a text", () => {
    expect(recordsIn(bytes('"a\u2028b\u0085c"\n'), "ndjson")).toEqual([
      { value: "a\u2028b\u0085c" },
    ]);
  });

  test.each([
    ["", "empty_body"],
    [" \n\r\n", "empty_body"],
    ["a\nb", "invalid_json"],
  ])("without a line of JSON is refused: %j", (text, code) => {
    expect(() => parseBatch(bytes(text), "ndjson")).toThrow(expect.objectContaining({ code }));
  });
});

describe("a JSON body", () => {
  test("is a list of any depth", () => {
    expect(recordsIn(bytes("\uFEFF [1, {}]"), "json")).toEqual([{ value: 1 }, { value: {} }]);
    const deep = `[${"[".repeat(20_000)}${"]".repeat(20_000)}]`;
    expect(recordsIn(bytes(deep), "json")).toHaveLength(1);
  });

  test.each([
    ["", "empty_body"],
    ["{}", "not_a_list"],
    ["[1,]", "invalid_json"],
  ])("that is none is refused: %j", (text, code) => {
    const parse = () => parseBatch(bytes(text), "json");
    expect(parse).toThrow(UnreadableBody);
    expect(parse).toThrow(expect.objectContaining({ code }));
  });

  test("that is not UTF-8 is refused", () => {
    const parse = () => parseBatch(bytes('["', [0xc3, 0x28], '"]'), "json");
    expect(parse).toThrow(expect.objectContaining({ code: "invalid_json" }));
  });
});
