/** What new events change in the facts of their subject. */
import { type ConsentEvent, compareEvents } from "../fold/event.ts";
import type { FactDetails, FactDimensions, FactSink } from "../fold/facts.ts";
import { foldInto, type SubjectFold } from "../fold/fold.ts";

type DayOf = (at: number) => number;

/**
 * Puts fold(after) − fold(before) into the sink. True where `fold` has taken all events; else an event came late, or says what
 * all earlier facts share, and `fold` is of no use any more. `before` gives the events that `fold` is of.
 */
export function addDifference(
  sink: FactSink,
  fold: SubjectFold,
  before: () => readonly ConsentEvent[],
  added: readonly ConsentEvent[],
  dayOf: DayOf,
): boolean {
  const ordered = [...added].sort(compareEvents);
  const late = ordered.findIndex((event) => !fold.take(event, sink));
  if (late === -1) return true;
  const earlier = before();
  const all = [...earlier, ...ordered];
  const was = factsOf(all.slice(0, earlier.length + late), dayOf);
  const is = factsOf(all, dayOf);
  // Most facts of a late event's subject stay as they are: those before it, and those after what it changes.
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && isSame(was[start], is[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(was.at(-1 - end), is.at(-1 - end))) end += 1;
  for (const fact of was.slice(start, was.length - end)) put(sink, fact, -1);
  for (const fact of is.slice(start, is.length - end)) put(sink, fact, 1);
  return false;
}

interface Fact {
  kind: Parameters<FactSink["take"]>[0];
  day: number;
  dims: FactDimensions | null;
  details: FactDetails;
  x: number;
  n: number;
}

/** In the order in which the fold gives them. */
function factsOf(events: readonly ConsentEvent[], dayOf: DayOf): Fact[] {
  const facts: Fact[] = [];
  const list: FactSink = {
    take: (kind, day, dims, details, x, n) => void facts.push({ kind, day, dims, details, x, n }),
  };
  foldInto(list, events, dayOf, 1);
  return facts;
}

function put(sink: FactSink, { kind, day, dims, details, x, n }: Fact, sign: 1 | -1): void {
  sink.take(kind, day, dims, details, x, sign * n);
}

function isSame(a: Fact | undefined, b: Fact | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.kind === b.kind &&
    a.day === b.day &&
    a.x === b.x &&
    a.n === b.n &&
    hasSameDimensions(a.dims, b.dims) &&
    hasSameDetails(a.details, b.details)
  );
}

function hasSameDimensions(a: FactDimensions | null, b: FactDimensions | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.purpose === b.purpose &&
    a.notice === b.notice &&
    a.channel === b.channel &&
    a.region === b.region &&
    a.segment === b.segment &&
    a.locale === b.locale &&
    a.generation === b.generation &&
    a.experiment === b.experiment &&
    a.variant === b.variant
  );
}

function hasSameDetails(a: FactDetails, b: FactDetails): boolean {
  return (
    a.method === b.method &&
    a.reason === b.reason &&
    a.survey === b.survey &&
    a.question === b.question &&
    a.scale === b.scale &&
    a.outcome === b.outcome
  );
}
