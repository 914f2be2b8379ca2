/** What new events change in the facts of their subject. */
import { type ConsentEvent, compareEvents } from "../fold/event.ts";
import type { FactSink } from "../fold/facts.ts";
import { foldInto, SubjectFold } from "../fold/fold.ts";

/**
 * Puts fold(after) − fold(before) into the sink, and gives the fold of what is there then. `before` gives the events that
 * `fold` is of; it is asked where an event came late, or says what all earlier facts share.
 */
export function addDifference(
  sink: FactSink,
  fold: SubjectFold,
  before: () => readonly ConsentEvent[],
  added: readonly ConsentEvent[],
  dayOf: (at: number) => number,
): SubjectFold {
  const ordered = [...added].sort(compareEvents);
  const late = ordered.findIndex((event) => !fold.take(event, sink));
  if (late === -1) return fold;
  const earlier = before();
  const all = [...earlier, ...ordered];
  foldInto(sink, all.slice(0, earlier.length + late), dayOf, -1);
  foldInto(sink, all, dayOf, 1);
  return new SubjectFold(all, dayOf);
}
