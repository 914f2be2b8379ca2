/** The only place that fetches. Errors become ApiError, whether the server sent a problem or did not answer. */
import type { FieldProblem, Problem } from "#shared/contract/errors.ts";
import { API } from "#shared/contract/routes.ts";

export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldProblem[];

  constructor(status: number, code: string, message: string, fields: readonly FieldProblem[] = []) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

export type Parameters = { [name: string]: string | undefined };

/** The address of a resource with its question, the same for JSON and for downloads. */
export function apiPath(path: string, parameters: Parameters = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== "") search.set(name, value);
  }
  const text = search.toString();
  return `${API}${path}${text === "" ? "" : `?${text}`}`;
}

export function get<Answer>(address: string, signal: AbortSignal): Promise<Answer> {
  return request<Answer>(address, { signal });
}

export function send<Answer>(method: "POST" | "PATCH" | "DELETE", address: string, body?: unknown) {
  return request<Answer>(address, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  });
}

async function request<Answer>(address: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, "no_answer", "");
  }
  if (!response.ok) throw await errorOf(response);
  if (response.status === 204) return undefined as Answer;
  const isJson = response.headers.get("Content-Type")?.includes("json") ?? false;
  if (!isJson) throw new ApiError(response.status, "not_json", "");
  return (await response.json()) as Answer;
}

async function errorOf(response: Response): Promise<ApiError> {
  try {
    const problem = (await response.json()) as Partial<Problem>;
    const message = problem.detail ?? problem.title ?? "";
    return new ApiError(response.status, problem.code ?? "unknown", message, problem.fields);
  } catch {
    return new ApiError(response.status, "unknown", "");
  }
}
