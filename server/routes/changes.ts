/** The transparency changes, newest first. */
import type { Router } from "express";
import { changeInput, changePatch } from "#shared/contract/change.ts";
import { isSameQuestion } from "../figures/kept-verdict.ts";
import type { Deps } from "./deps.ts";
import { recordRoutes } from "./records.ts";

export function changeRoutes(deps: Deps): Router {
  return recordRoutes(deps, {
    kind: "change",
    name: "changes",
    input: changeInput,
    patch: changePatch,
    drops: (before, after) =>
      after !== null && isSameQuestion(before, after)
        ? []
        : [{ kind: "final_verdict", id: before.id }],
    listed: (changes) =>
      changes.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1)),
  });
}
