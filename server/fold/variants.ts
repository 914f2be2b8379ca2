/** Rules 1 and 8: what all facts of a subject share, whenever it was stated. */
import { type Generation, NONE, UNKNOWN } from "#shared/vocabulary.ts";
import type { ConsentEvent } from "./event.ts";
import type { FactDimensions } from "./facts.ts";

/** Where a fact's experiment comes from: an event, or the exposure that completes it. */
export interface Assignment {
  experiment: string | null;
  variant: string | null;
}

/** What is known of a subject from all its events. */
export interface SubjectTraits {
  generation: Generation;
  /** Experiment → the variant of the first event that names it (intention to treat). */
  variants: ReadonlyMap<string, string>;
  /** The first event of each experiment in which the subject was seen in a second variant. */
  crossovers: readonly ConsentEvent[];
}

/** `events` in the order of the fold, implicit grants left out. */
export function traitsOf(events: readonly ConsentEvent[]): SubjectTraits {
  let generation: Generation = UNKNOWN;
  const variants = new Map<string, string>();
  const crossovers = new Map<string, ConsentEvent>();
  for (const event of events) {
    if (generation === UNKNOWN && event.generation !== null) generation = event.generation;
    if (event.experiment === null || event.variant === null) continue;
    const first = variants.get(event.experiment);
    if (first === undefined) variants.set(event.experiment, event.variant);
    else if (first !== event.variant && !crossovers.has(event.experiment)) {
      crossovers.set(event.experiment, event);
    }
  }
  return { generation, variants, crossovers: [...crossovers.values()] };
}

/** The dimensions of a fact that stands on `event`, its experiment taken from `assignment`. */
export function dimensionsOf(
  event: ConsentEvent,
  traits: SubjectTraits,
  assignment: Assignment,
): FactDimensions {
  const experiment = assignment.experiment;
  return {
    purpose: event.purpose,
    notice: event.notice ?? NONE,
    channel: event.channel,
    region: event.region,
    segment: event.segment,
    locale: event.locale,
    generation: traits.generation,
    experiment: experiment ?? NONE,
    variant: experiment === null ? NONE : (traits.variants.get(experiment) ?? NONE),
  };
}

/** Rule 3: what an event states, else what the exposure of its purpose and notice does. */
export function completed(event: ConsentEvent, exposure: Assignment | undefined): Assignment {
  return event.experiment === null && exposure !== undefined ? exposure : event;
}
