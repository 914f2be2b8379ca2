/** The experiments of a world as their owners wrote them down. */
import type { Experiment } from "#shared/contract/experiment.ts";
import { experimentInput } from "#shared/contract/experiment.ts";
import { datedExperiments } from "./worlds/dates.ts";
import type { World } from "./worlds/world.ts";

/** `now` in ms since 1970. */
export function experimentRecords(world: World, until: string, now: number): Experiment[] {
  const at = new Date(now).toISOString();
  return datedExperiments(world, until).map((experiment) => ({
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
    createdAt: at,
    updatedAt: at,
  }));
}
