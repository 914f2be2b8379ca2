/** `limit` and `before` of lists that are read page by page, newest first. */
import { ApiError } from "../http/errors.ts";
import type { Query } from "./metric-query.ts";
import { refuseOthers } from "./refuse-others.ts";

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

export function parsePage(query: Query): { limit: number; before: number | null } {
  refuseOthers(query, ["limit", "before"]);
  return {
    limit: wholeNumber(query, "limit", MAX_LIMIT) ?? DEFAULT_LIMIT,
    before: wholeNumber(query, "before", Number.MAX_SAFE_INTEGER),
  };
}

function wholeNumber(query: Query, name: string, max: number): number | null {
  const text = query[name];
  if (text === undefined) return null;
  const value =
    typeof text === "string" && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= max) return value;
  const message = `${name} is not a whole number from 1 to ${max}`;
  throw new ApiError("invalid_request", message, [
    { field: name, code: "invalid_request", message },
  ]);
}
