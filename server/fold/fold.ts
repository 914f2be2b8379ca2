/**
 * The fold: all events of one subject → its facts. Pure, and the only source of every figure.
 * `dayOf` gives the calendar day of an instant in the reporting zone.
 */
import { type ConsentEvent, compareEvents, type EventOrder } from "./event.ts";
import { type FactSink, type Facts, sinkInto } from "./facts.ts";
import { History } from "./history.ts";

/** Goes up whenever the same events make other facts, or these are kept otherwise: a store of another version is written anew. */
export const FOLD_VERSION = 10;

type DayOf = (at: number) => number;

/** All facts of a subject's events, in any order. */
export function fold(events: readonly ConsentEvent[], dayOf: DayOf): Facts {
  const facts: Facts = new Map();
  foldInto(sinkInto(facts), events, dayOf, 1);
  return facts;
}

/** Adds the facts of a subject's events, in any order, or takes them away. */
export function foldInto(
  sink: FactSink,
  events: readonly ConsentEvent[],
  dayOf: DayOf,
  n: 1 | -1,
): void {
  historyOf(inOrder(events), dayOf, n === 1 ? sink : opposite(sink));
}

/** One subject's history as it stands, which takes later events by what they change in its facts. It keeps no events. */
export class SubjectFold {
  readonly #dayOf: DayOf;
  readonly #history: History;
  #latest: EventOrder | null;
  #events: number;

  /** `events` in any order; their facts go nowhere. */
  constructor(events: readonly ConsentEvent[], dayOf: DayOf) {
    const ordered = inOrder(events);
    this.#dayOf = dayOf;
    this.#history = historyOf(ordered, dayOf, NOWHERE);
    this.#latest = orderOf(ordered.at(-1));
    this.#events = ordered.length;
  }

  /** How many were taken. */
  get events(): number {
    return this.#events;
  }

  /** Whether consent is in force for any purpose. */
  get isConsenting(): boolean {
    return this.#history.isConsenting;
  }

  /**
   * Gives fold(after) − fold(before) into the sink and returns true, where the event is the latest in the order of the fold and
   * states nothing that facts given before would share: a generation where none was stated, the variant of an experiment that
   * they name without one. Else returns false, and nothing has happened. Must not be used after a sink that threw.
   */
  take(event: ConsentEvent, sink: FactSink): boolean {
    if (this.#latest !== null && compareEvents(this.#latest, event) >= 0) return false;
    if (!this.#history.state(event)) return false;
    this.#history.take(event, this.#dayOf(event.at), sink);
    this.#latest = orderOf(event);
    this.#events += 1;
    return true;
  }
}

/** Without the event, which may go. */
function orderOf(event: ConsentEvent | undefined): EventOrder | null {
  return event === undefined ? null : { id: event.id, at: event.at };
}

function inOrder(events: readonly ConsentEvent[]): ConsentEvent[] {
  return [...events].sort(compareEvents);
}

/** Whatever facts share is stated before the first is given: of a whole history none has to be taken back for it. */
function historyOf(ordered: readonly ConsentEvent[], dayOf: DayOf, sink: FactSink): History {
  const history = new History();
  for (const event of ordered) history.state(event);
  for (const event of ordered) history.take(event, dayOf(event.at), sink);
  return history;
}

const NOWHERE: FactSink = { take: () => {} };

function opposite(sink: FactSink): FactSink {
  return {
    take: (kind, day, dims, details, x, n) => sink.take(kind, day, dims, details, x, -n),
  };
}
