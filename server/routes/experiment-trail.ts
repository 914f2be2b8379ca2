/** What was done with an experiment's record: a step for each time that it was made, changed or removed. */
import { randomUUID } from "node:crypto";
import type { Experiment } from "#shared/contract/experiment.ts";
import type { ExperimentStep, StepAction } from "#shared/contract/experiment-step.ts";
import { ApiError } from "../http/errors.ts";
import type { Snapshot } from "../store/store.ts";

/** What a record has of itself, not by anybody's hand. */
const own = ["id", "createdAt", "updatedAt"];

/** One of the two is null where it is made or removed; null where nothing is another. `at` is RFC 3339. */
export function stepOf(
  earlier: readonly ExperimentStep[],
  before: Experiment | null,
  after: Experiment | null,
  at: string,
): ExperimentStep | null {
  const record = after ?? before;
  if (record === null) return null;
  const action: StepAction = before === null ? "created" : after === null ? "removed" : "changed";
  const changed = before === null || after === null ? [] : differences(before, after);
  if (action === "changed" && changed.length === 0) return null;
  const { id: experiment, slug, title } = record;
  const status = after?.status ?? null;
  const number = 1 + earlier.filter((step) => step.experiment === experiment).length;
  const kept = { id: randomUUID(), createdAt: at, updatedAt: at };
  return { ...kept, number, experiment, slug, title, action, status, changed };
}

function differences(before: Experiment, after: Experiment): ExperimentStep["changed"] {
  return (Object.keys(after) as (keyof Experiment)[])
    .filter((field) => !own.includes(field))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

/** By id or name, of one that is removed, too; of several that had the name, of the latest. */
export function trailOf(snapshot: Snapshot, wanted: string): ExperimentStep[] {
  const all = snapshot.records("experiment_step");
  const records = snapshot.records("experiment");
  const id =
    (records.find((one) => one.id === wanted) ?? records.find((one) => one.slug === wanted))?.id ??
    all.find(({ experiment }) => experiment === wanted)?.experiment ??
    all.findLast(({ slug }) => slug === wanted)?.experiment;
  if (id === undefined) throw new ApiError("not_found", "there is no experiment with this id");
  return all.filter(({ experiment }) => experiment === id).toSorted((a, b) => a.number - b.number);
}
