/** A world's notices, changes and experiments on the calendar, counted back from its last day. */
import { formatDay } from "#shared/days.ts";
import { readDay, releaseDay } from "../calendar.ts";
import type { Change, Experiment, Notice, World } from "./world.ts";

/** Days are whole days since 1970-01-01; `date` is the same as text. */
export type Dated<T> = T & { firstDay: number; date: string };
export type DatedNotice = Dated<Notice> & { id: string };
export type DatedChange = Dated<Change> & { notice: string | null };
export type DatedExperiment = Dated<Experiment> & { lastDay: number; lastDate: string };

export function datedNotices(world: World, until: string): DatedNotice[] {
  return world.notices.map((notice) => {
    const dated = withDate(notice, until);
    return { ...dated, id: dated.date.slice(0, 7) };
  });
}

export function datedChanges(world: World, until: string): DatedChange[] {
  const notices = datedNotices(world, until);
  return world.changes.map((change) => {
    const dated = withDate(change, until);
    const own = notices.find((notice) => notice.firstDay === dated.firstDay);
    return { ...dated, notice: change.withNotice && own !== undefined ? own.id : null };
  });
}

export function datedExperiments(world: World, until: string): DatedExperiment[] {
  return world.experiments.map((experiment) => {
    const dated = withDate(experiment, until);
    const lastDay = dated.firstDay + experiment.days - 1;
    return { ...dated, lastDay, lastDate: formatDay(lastDay) };
  });
}

function withDate<T extends { weeksBefore: number }>(item: T, until: string): Dated<T> {
  const firstDay = releaseDay(readDay(until), item.weeksBefore);
  return { ...item, firstDay, date: formatDay(firstDay) };
}
