/** What new events change in the facts of their subject. */
import { type ConsentEvent, compareEvents } from "../fold/event.ts";
import type { FactDetails, FactDimensions, FactKind, FactSink } from "../fold/facts.ts";
import { foldInto, SubjectFold } from "../fold/fold.ts";

type DayOf = (at: number) => number;

/** How far back a fact is looked for that another one cancels: more than what a late event changes in a life of a person. */
const NEAR = 64;

/**
 * Puts fold(after) − fold(before) into the sink, and gives the fold of all events; null where one of them came late, or says what
 * all earlier facts share. `known` is the fold of what `before` gives, if there is one, and of no use any more.
 */
export function addDifference(
  sink: FactSink,
  known: SubjectFold | null,
  before: () => readonly ConsentEvent[],
  added: readonly ConsentEvent[],
  dayOf: DayOf,
): SubjectFold | null {
  const ordered = [...added].sort(compareEvents);
  const fold = known ?? foldBefore(ordered[0], before(), dayOf);
  const late = fold === null ? 0 : ordered.findIndex((event) => !fold.take(event, sink));
  if (late === -1) return fold;
  const earlier = before();
  const all = [...earlier, ...ordered];
  const was = factsOf(all.slice(0, earlier.length + late), dayOf);
  const is = factsOf(all, dayOf);
  for (const { kind, day, dims, details, x, n } of changesOf(was, is))
    if (n !== 0) sink.take(kind, day, dims, details, x, n);
  return null;
}

/** Null where the event comes before any of them, so that it would be of no use. */
function foldBefore(
  event: ConsentEvent | undefined,
  events: readonly ConsentEvent[],
  dayOf: DayOf,
): SubjectFold | null {
  if (event === undefined) return null;
  const isLate = events.some((other) => compareEvents(other, event) > 0);
  return isLate ? null : new SubjectFold(events, dayOf);
}

interface Fact {
  kind: FactKind;
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

/** Most facts of a late event's subject stay as they are: those before it, those after what it changes, and many between. */
function changesOf(was: readonly Fact[], is: readonly Fact[]): Fact[] {
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && isEqual(was[start], is[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isEqual(was.at(-1 - end), is.at(-1 - end))) end += 1;
  const changes: Fact[] = [];
  const add = (fact: Fact, sign: 1 | -1): void => {
    const last = changes.length - 1;
    for (let i = last; i >= 0 && i > last - NEAR; i -= 1) {
      const other = changes[i];
      if (other === undefined || !isSame(other, fact)) continue;
      other.n += sign * fact.n;
      return;
    }
    changes.push({ ...fact, n: sign * fact.n });
  };
  for (const fact of was.slice(start, was.length - end)) add(fact, -1);
  for (const fact of is.slice(start, is.length - end)) add(fact, 1);
  return changes;
}

function isEqual(a: Fact | undefined, b: Fact | undefined): boolean {
  return a !== undefined && b !== undefined && a.n === b.n && isSame(a, b);
}

/** Whether they differ in n at most. */
function isSame(a: Fact, b: Fact): boolean {
  return (
    a.kind === b.kind &&
    a.day === b.day &&
    a.x === b.x &&
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
