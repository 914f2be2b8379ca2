/** Which experiment is meant, by the id of its record or by the name that events give it, and what is asked of it. */
import type { Experiment } from "#shared/contract/experiment.ts";
import { type CohortDimension, cohortDimensions } from "#shared/contract/experiment-results.ts";
import { ApiError } from "../http/errors.ts";
import type { Snapshot } from "../store/store.ts";
import { parseFormat, type Query } from "./metric-query.ts";
import { refuseOthers } from "./refuse-others.ts";

const MAX_UNIT_LENGTH = 256;

function findRecord(snapshot: Snapshot, wanted: string): Experiment | null {
  const all = snapshot.records("experiment");
  return all.find(({ id }) => id === wanted) ?? all.find(({ slug }) => slug === wanted) ?? null;
}

export function recordedExperiment(snapshot: Snapshot, wanted: string): Experiment {
  const record = findRecord(snapshot, wanted);
  if (record === null) throw new ApiError("not_found", "there is no experiment with this id");
  return record;
}

/** With a record, or without where the data name it. */
export function seenExperiment(
  snapshot: Snapshot,
  wanted: string,
): { slug: string; record: Experiment | null } {
  const record = findRecord(snapshot, wanted);
  if (record !== null) return { slug: record.slug, record };
  const filters = { experiment: [wanted] };
  const ever = { from: 0, to: snapshot.latestDay() ?? 0 };
  const seen = (kind: "exposure" | "answer") =>
    snapshot.sums({ kind, by: [], filters, ...ever, wholeRange: true }).length > 0;
  const counted = () => snapshot.counts({ filters, having: [], ...ever }).length > 0;
  if (wanted !== "none" && (seen("exposure") || seen("answer") || counted())) {
    return { slug: wanted, record: null };
  }
  throw new ApiError("not_found", "there is no experiment with this id, and no data name it");
}

export function parseResultsQuery(query: Query): { by: CohortDimension; format: "json" | "csv" } {
  const { by = "generation" } = query;
  refuseOthers(query, ["by", "format"]);
  const found = cohortDimensions.find((name) => name === by);
  if (found === undefined) {
    throw problem("by", `by is not one of ${cohortDimensions.join(", ")}`);
  }
  return { by: found, format: parseFormat(query) };
}

/** The unit is never repeated in a message: it is an id of a person. */
export function parseUnit(query: Query): string {
  refuseOthers(query, ["unit"]);
  const { unit } = query;
  const isText = typeof unit === "string" && unit.length > 0 && unit.length <= MAX_UNIT_LENGTH;
  if (isText) return unit;
  throw problem("unit", `unit is missing, or not 1 to ${MAX_UNIT_LENGTH} characters`);
}

function problem(field: string, message: string) {
  const code = "invalid_request";
  return new ApiError(code, message, [{ field, code, message }]);
}
