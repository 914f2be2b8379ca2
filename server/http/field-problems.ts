/** What is wrong with the fields of a body that people write, each in words that name the rule and the value. */
import type { z } from "zod";
import type { FieldProblem } from "#shared/contract/errors.ts";

const SHOWN = 40;

export function fieldProblems(error: z.ZodError, body: unknown): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const field = issue.path.join(".");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        field: [...issue.path, key].join("."),
        code: "unknown_field",
        message: "there is no such field",
      }));
    }
    const value = valueAt(body, issue.path);
    if (value === undefined && issue.code === "invalid_type") {
      return [{ field, code: "missing_field", message: "missing" }];
    }
    // What is said of several fields together says all there is to say.
    const isWhole = value === undefined || (issue.code === "custom" && value instanceof Object);
    const message = isWhole ? ruleOf(issue) : `${ruleOf(issue)}, not ${show(value)}`;
    return [{ field, code: codeOf(issue), message }];
  });
}

/** In the words of `rejections`, where they have one. */
function codeOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "custom":
      return String(issue.params?.code ?? "bad_format");
    case "invalid_type":
      return "wrong_type";
    case "invalid_value":
      return "unknown_value";
    case "too_big":
    case "too_small":
      return "bad_length";
    default:
      return "bad_format";
  }
}

function ruleOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return `of the type ${issue.expected}`;
  if (issue.code === "invalid_value") return `one of ${issue.values.join(", ")}`;
  return issue.message;
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    body,
  );
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value !== "string") return String(value);
  return value.length <= SHOWN ? JSON.stringify(value) : `a text of ${value.length} characters`;
}
