/** RFC 9457 problem details, made from the registry of codes. */
import {
  type FieldProblem,
  type Problem,
  type ProblemCode,
  problems,
} from "#shared/contract/errors.ts";

export function problemOf(
  code: ProblemCode,
  detail: string,
  fields: readonly FieldProblem[] = [],
): Problem {
  const { status, title } = problems[code];
  const base = { type: `/glossary#error-${code}`, title, status, code, detail };
  return fields.length === 0 ? base : { ...base, fields: [...fields] };
}
