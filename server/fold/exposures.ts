/** Rules 2 and 3: who was asked, and what came of it, within one purpose. */

import type { Context } from "./contexts.ts";
import { addGrantEffort } from "./effort.ts";
import type { ConsentEvent } from "./event.ts";
import { addFact, type FactDetails, type FactDimensions, type FactSink } from "./facts.ts";
import type { SubjectTraits } from "./variants.ts";

const OUTCOME_WINDOW_MS = 7 * 86_400_000;

type Outcome = "granted" | "declined" | "dismissed" | "none";

/** The first event under a notice, and what came of it: as a context it is that of the latest event under the notice. */
interface Exposure extends Context {
  readonly at: number;
  readonly day: number;
  readonly dims: FactDimensions;
  /** The experiment that it states itself, which completes what comes after it: rule 3. */
  readonly ownExperiment: string | null;
  experiment: string | null;
  readonly byPrompt: boolean;
  /** Whether a prompt was seen by now. */
  prompted: boolean;
  decided: boolean;
  outcome: Outcome;
}

/** A prompt, dismissal, grant or decline that was taken. */
export interface Asked {
  dims: FactDimensions;
  /** The dimensions of the subject's first exposure for this purpose, of any notice. */
  firstDims: FactDimensions;
  context: Context;
}

/** The exposures of one subject for one purpose, by notice. */
export class Exposures {
  readonly #traits: SubjectTraits;
  #first: Exposure | null = null;
  /** Those under other notices than the first; made for the second. */
  #others: Map<string | null, Exposure> | null = null;
  #latest: Exposure | null = null;
  #decided = false;

  constructor(traits: SubjectTraits) {
    this.#traits = traits;
  }

  /** Takes a prompt, dismissal, grant or decline; the first under its notice is the exposure. */
  take(event: ConsentEvent, day: number, sink: FactSink): Asked {
    const known = this.#under(event.notice);
    const exposure = known ?? this.#begin(event, day, sink);
    const experiment = event.experiment ?? exposure.ownExperiment;
    const dims = this.#traits.dimensionsOf(event, experiment, event.notice, exposure.dims);
    if (known !== undefined) follow(exposure, event, day, dims, sink);
    if (isChoice(event)) this.#choose(exposure, event, day, dims, sink);
    exposure.experiment = experiment;
    this.#latest = exposure;
    return { dims, firstDims: (this.#first ?? exposure).dims, context: exposure };
  }

  /** What an answer that states this notice, or none, inherits from. */
  contextOf(notice: string | null): Context | null {
    return notice === null ? this.#latest : (this.#under(notice) ?? null);
  }

  #under(notice: string | null): Exposure | undefined {
    const first = this.#first;
    return first !== null && first.notice === notice ? first : this.#others?.get(notice);
  }

  #begin(event: ConsentEvent, day: number, sink: FactSink): Exposure {
    const dims = this.#traits.dimensionsOf(event);
    const byPrompt = event.type === "prompt_shown";
    const exposure: Exposure = {
      notice: event.notice,
      at: event.at,
      day,
      dims,
      ownExperiment: event.experiment,
      experiment: event.experiment,
      byPrompt,
      prompted: byPrompt,
      decided: false,
      outcome: byPrompt ? "none" : (event.type as Outcome),
    };
    if (this.#first === null) {
      this.#first = exposure;
      addFact(sink, "asked", day, dims);
    } else {
      this.#others ??= new Map();
      this.#others.set(exposure.notice, exposure);
    }
    addFact(sink, "exposure", day, dims, outcomes[exposure.outcome]);
    if (!byPrompt) addFact(sink, "unprompted", day, dims, detailsOf(event));
    return exposure;
  }

  /** A grant or decline: the first under its notice is the decision. */
  #choose(
    exposure: Exposure,
    event: ConsentEvent,
    day: number,
    dims: FactDimensions,
    sink: FactSink,
  ): void {
    const details = detailsOf(event);
    if (exposure.decided) {
      addFact(sink, "repeat", day, dims, details);
      return;
    }
    if (this.#decided) addFact(sink, "redecision", day, dims, details);
    exposure.decided = true;
    this.#decided = true;
    addFact(sink, "decision", day, dims, details);
    if (isInTime(event, exposure)) turnOut(exposure, event.type as Outcome, sink);
    if (event.type !== "granted") return;
    addGrantEffort(sink, day, dims, event, exposure.byPrompt ? event.at - exposure.at : null);
  }
}

/** Takes what came after the exposure under its notice. */
function follow(
  exposure: Exposure,
  event: ConsentEvent,
  day: number,
  dims: FactDimensions,
  sink: FactSink,
): void {
  if (event.type === "prompt_shown") {
    exposure.prompted = true;
    addFact(sink, "repeat", day, dims, detailsOf(event));
  }
  if (event.type === "dismissed" && exposure.outcome === "none" && isInTime(event, exposure)) {
    turnOut(exposure, "dismissed", sink);
  }
  if (event.type === "granted" && !exposure.prompted) {
    addFact(sink, "unprompted", day, dims, { outcome: "granted_later", method: event.method });
  }
}

function turnOut(exposure: Exposure, outcome: Outcome, sink: FactSink): void {
  if (exposure.outcome === outcome) return;
  const { day, dims } = exposure;
  sink.take("exposure", day, dims, outcomes[exposure.outcome], 0, -1);
  exposure.outcome = outcome;
  addFact(sink, "exposure", day, dims, outcomes[outcome]);
}

function isChoice({ type }: ConsentEvent): boolean {
  return type === "granted" || type === "declined";
}

function isInTime({ at }: ConsentEvent, exposure: Exposure): boolean {
  return at - exposure.at <= OUTCOME_WINDOW_MS;
}

const outcomes: Readonly<Record<Outcome, FactDetails>> = {
  granted: { outcome: "granted" },
  declined: { outcome: "declined" },
  dismissed: { outcome: "dismissed" },
  none: { outcome: "none" },
};

/** Prompts and dismissals have no method. */
function detailsOf(event: ConsentEvent): FactDetails {
  const { type, method } = event;
  return isChoice(event) ? { outcome: type, method } : { outcome: type };
}
