/** A request body → the records in it, each readable or with the reason why not. */
import type { ProblemCode } from "#shared/contract/errors.ts";
import type { BodyFormat } from "#shared/contract/event.ts";

export type Parsed =
  | { value: unknown }
  | { fault: "not_json" | "not_utf8"; bytes: number; line: number };

/** The body as a whole cannot be read as a list of records: nothing of it is taken. */
export class UnreadableBody extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

const strict = () => new TextDecoder("utf-8", { fatal: true });

/**
 * To be gone through once: lines are parsed as they are asked for. Throws `UnreadableBody` for an empty body, one without a line
 * of JSON, and JSON that is no list.
 */
export function parseBatch(body: Uint8Array, format: BodyFormat): Iterable<Parsed> {
  return format === "json" ? parseArray(body) : parseLines(body);
}

function parseArray(body: Uint8Array): Parsed[] {
  const text = decode(body);
  if (text === null) throw new UnreadableBody("invalid_json", "the body is not UTF-8");
  if (text.trim() === "") throw new UnreadableBody("empty_body", "the body holds nothing");
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw new UnreadableBody(
      "invalid_json",
      "the body is not JSON; one event a line goes as application/x-ndjson",
    );
  }
  if (!Array.isArray(list)) {
    throw new UnreadableBody(
      "not_a_list",
      "the body is JSON, but not a list: put the records into [ ]",
    );
  }
  return list.map((value: unknown) => ({ value }));
}

function parseLines(body: Uint8Array): Iterable<Parsed> {
  const whole = decode(body);
  const lines = whole === null ? splitBytes(body) : whole.split("\n");
  let isEmpty = true;
  for (const parsed of recordsIn(lines)) {
    if ("value" in parsed) return recordsIn(lines);
    isEmpty = false;
  }
  if (isEmpty) throw new UnreadableBody("empty_body", "the body holds no record");
  throw new UnreadableBody("invalid_json", "not one line of the body is JSON");
}

function* recordsIn(lines: readonly (string | Uint8Array)[]): Generator<Parsed, void> {
  for (const [index, line] of lines.entries()) {
    const text = typeof line === "string" ? line : decode(line);
    if (text === null) {
      yield { fault: "not_utf8", bytes: line.length, line: index + 1 };
      continue;
    }
    if (text.trim() !== "") yield parsedLine(text, index + 1);
  }
}

function parsedLine(text: string, line: number): Parsed {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { fault: "not_json", bytes: Buffer.byteLength(text), line };
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return strict().decode(bytes);
  } catch {
    return null;
  }
}

function splitBytes(body: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = body.indexOf(10); end !== -1; end = body.indexOf(10, start)) {
    lines.push(body.subarray(start, end));
    start = end + 1;
  }
  lines.push(body.subarray(start));
  return lines;
}
