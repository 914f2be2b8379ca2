/** The notices that are written down, the latest by name first. */
import type { Router } from "express";
import { type Notice, noticeInput, noticePatch } from "#shared/contract/notice.ts";
import { byVersion } from "#shared/versions.ts";
import { ApiError } from "../http/errors.ts";
import type { Deps } from "./deps.ts";
import { recordRoutes } from "./records.ts";

export function noticeRoutes(deps: Deps): Router {
  return recordRoutes(deps, {
    kind: "notice",
    name: "notices",
    input: noticeInput,
    patch: noticePatch,
    listed: (notices) => notices.toSorted((a, b) => byVersion(b.notice, a.notice)),
    check: checkNotice,
    alsoCalled: ({ notice }) => notice,
  });
}

/** A notice is written down once, and none came before itself. */
function checkNotice({ notice, previous }: Notice, others: readonly Notice[]): void {
  if (others.some((other) => other.notice === notice)) {
    refuse("notice", `the notice ${notice} is written down already`);
  }
  const before = new Map(others.map((other) => [other.notice, other.previous]));
  let at = previous;
  while (at !== null) {
    if (at === notice) refuse("previous", `${notice} can't have come before itself`);
    const next = before.get(at) ?? null;
    // Two corrections at the same moment may close a circle of others.
    before.delete(at);
    at = next;
  }
}

function refuse(field: string, message: string): never {
  throw new ApiError("conflict", message, [{ field, code: "conflict", message }]);
}
