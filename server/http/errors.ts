/** An error that the caller can do something about: a code of the contract, what was wrong, and in which fields. */
import { type FieldProblem, type ProblemCode, problems } from "#shared/contract/errors.ts";

export class ApiError extends Error {
  readonly code: ProblemCode;
  readonly fields: readonly FieldProblem[];

  constructor(code: ProblemCode, detail: string, fields: readonly FieldProblem[] = []) {
    super(detail);
    this.name = "ApiError";
    this.code = code;
    this.fields = fields;
  }

  get status(): number {
    return problems[this.code].status;
  }
}

export function tooLarge(limit: number): ApiError {
  const MIB = 1024 * 1024;
  const words = limit >= MIB ? `${limit / MIB} MiB` : `${limit / 1024} KiB`;
  return new ApiError("body_too_large", `the body is over the limit of ${words}; send it in parts`);
}
