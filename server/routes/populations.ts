/** The populations that shares can be weighted to, by name. */
import type { Router } from "express";
import { populationInput, populationPatch } from "#shared/contract/population.ts";
import { ApiError } from "../http/errors.ts";
import type { Deps } from "./deps.ts";
import { recordRoutes } from "./records.ts";

export function populationRoutes(deps: Deps): Router {
  return recordRoutes(deps, {
    kind: "population",
    name: "populations",
    input: populationInput,
    patch: populationPatch,
    listed: (populations) => populations.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    check({ name }, others) {
      if (!others.some((other) => other.name === name)) return;
      const message = `there is a population ${name} already`;
      throw new ApiError("conflict", message, [{ field: "name", code: "conflict", message }]);
    },
  });
}
