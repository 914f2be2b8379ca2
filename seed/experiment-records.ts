/** The experiments of a world as their owners wrote them down, started and stopped them. */
import type { Experiment } from "#shared/contract/experiment.ts";
import { experimentInput } from "#shared/contract/experiment.ts";
import type { ExperimentStep } from "#shared/contract/experiment-step.ts";
import { formatDay } from "#shared/days.ts";
import type { ExperimentStatus } from "#shared/experiments.ts";
import { datedExperiments } from "./worlds/dates.ts";
import type { World } from "./worlds/world.ts";

/** Days between the plan and the start. */
const PLANNED_AHEAD = 7;

export interface WrittenExperiment {
  record: Experiment;
  steps: ExperimentStep[];
}

export function experimentRecords(world: World, until: string): WrittenExperiment[] {
  return datedExperiments(world, until).map((experiment) => {
    const days = [experiment.firstDay - PLANNED_AHEAD, experiment.firstDay, experiment.lastDay + 1];
    const [created = "", started = "", stopped = ""] = days.map(morningOf);
    const record: Experiment = {
      id: `demo-${experiment.slug}`,
      ...experimentInput.parse({
        slug: experiment.slug,
        title: experiment.title,
        hypothesis: experiment.hypothesis,
        variants: experiment.variants.map(({ slug, share, wording, checklist }, i) => ({
          slug,
          share,
          isControl: i === 0,
          wording: { en: wording },
          checklist,
        })),
        channels: experiment.channels,
        plannedSubjects: experiment.plannedSubjects,
        startDate: experiment.date,
        endDate: experiment.lastDate,
        owner: experiment.owner,
        legalNote: experiment.legalNote,
        status: "stopped",
      }),
      createdAt: created,
      updatedAt: stopped,
    };
    const steps = [
      stepOf(record, 1, created, null, "draft"),
      stepOf(record, 2, started, "draft", "running"),
      stepOf(record, 3, stopped, "running", "stopped"),
    ];
    return { record, steps };
  });
}

function morningOf(day: number): string {
  return `${formatDay(day)}T09:00:00.000Z`;
}

function stepOf(
  { id: experiment, slug, title }: Experiment,
  number: number,
  at: string,
  before: ExperimentStatus | null,
  status: ExperimentStatus,
): ExperimentStep {
  return {
    id: `${experiment}-${number}`,
    createdAt: at,
    updatedAt: at,
    number,
    experiment,
    slug,
    title,
    action: before === null ? "created" : "changed",
    status,
    changed: before === null ? [] : [{ field: "status", before, after: status }],
  };
}
