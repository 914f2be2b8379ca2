/** What an experiment may become: forward only, and what was fixed before the first look stays. */
import type { Experiment } from "#shared/contract/experiment.ts";
import { fixedOnceRunning, nextStatuses } from "#shared/experiments.ts";
import { ApiError } from "../http/errors.ts";

export function checkExperiment(
  record: Experiment,
  others: readonly Experiment[],
  before: Experiment | null,
): void {
  const { slug, startDate, endDate } = record;
  if (others.some((other) => other.slug === slug)) {
    refuse("conflict", "slug", `there is an experiment ${slug} already`);
  }
  if (startDate !== null && endDate !== null && endDate < startDate) {
    refuse("range_reversed", "endDate", `endDate ${endDate} is before startDate ${startDate}`);
  }
  if (before === null) checkFirst(record);
  else checkNext(record, before);
}

/** What ran elsewhere may be written down as running; nothing begins as over and put away. */
function checkFirst({ status }: Experiment): void {
  if (status !== "archived") return;
  refuse(
    "conflict",
    "status",
    "a new experiment can't be archived; it can be draft, running or stopped",
  );
}

function checkNext(record: Experiment, before: Experiment): void {
  const next = nextStatuses[before.status];
  if (record.status !== before.status && !next.includes(record.status)) {
    const may = next.length === 0 ? "stays that" : `can only become ${next.join(" or ")}`;
    const message = `an experiment that is ${before.status} ${may}, not ${record.status}`;
    refuse("conflict", "status", message);
  }
  if (before.status === "draft") return;
  const changed = fixedOnceRunning.find(
    (name) => JSON.stringify(record[name]) !== JSON.stringify(before[name]),
  );
  if (changed === undefined) return;
  const message = `${changed} can't change once an experiment is ${before.status}: plan a new one`;
  refuse("conflict", changed, message);
}

function refuse(code: "conflict" | "range_reversed", field: string, message: string): never {
  throw new ApiError(code, message, [{ field, code, message }]);
}
