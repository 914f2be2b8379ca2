// What every answer that is an error has to be: a problem document with a code of the registry.
import { expect } from "vitest";
import { type Problem, type ProblemCode, problems } from "#shared/contract/errors.ts";

/** Checks the whole document and gives it. */
export async function expectProblem(response: Response, code: ProblemCode): Promise<Problem> {
  const text = await response.text();
  expect(response.headers.get("content-type"), text).toMatch(/^application\/problem\+json/);
  return checkProblem(response.status, text, code);
}

/** The same of an answer read off a socket, where it is the last of the connection. */
export function expectRawProblem(answer: string, code: ProblemCode): Problem {
  const at = answer.lastIndexOf("HTTP/1.1 ");
  const [head = "", body = ""] = answer.slice(at).split("\r\n\r\n");
  expect(head.toLowerCase(), answer).toContain("content-type: application/problem+json");
  return checkProblem(Number(head.split(" ")[1]), body, code);
}

function checkProblem(status: number, text: string, code: ProblemCode): Problem {
  const problem = JSON.parse(text) as Problem;
  expect(problem.code, text).toBe(code);
  expect(problem).toMatchObject({ ...problems[code], type: `/glossary#error-${code}` });
  expect(status).toBe(problems[code].status);
  expect(problem.detail.length).toBeGreaterThan(10);
  for (const field of problem.fields ?? []) {
    expect(field.code).toMatch(/^[a-z_]+$/);
    expect(field.message).not.toBe("");
  }
  return problem;
}
