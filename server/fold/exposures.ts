/** Rules 2 and 3: who was asked, and what came of it, within one purpose. */

import type { Context } from "./contexts.ts";
import { addGrantEffort } from "./effort.ts";
import type { ConsentEvent } from "./event.ts";
import { addFact, type FactDetails, type FactDimensions, type FactSink } from "./facts.ts";
import type { SubjectTraits } from "./variants.ts";

const OUTCOME_WINDOW_MS = 7 * 86_400_000;

type Outcome = "granted" | "declined" | "dismissed" | "none";

interface Exposure {
  readonly at: number;
  readonly day: number;
  readonly dims: FactDimensions;
  /** What an event under the same notice is completed with: rule 3. */
  readonly experiment: string | null;
  readonly byPrompt: boolean;
  /** Whether a prompt was seen by now. */
  prompted: boolean;
  decided: boolean;
  outcome: Outcome;
  /** What the latest event under this notice leaves to later answers. */
  context: Context;
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
  readonly #byNotice = new Map<string | null, Exposure>();
  #first: Exposure | null = null;
  #latest: Context | null = null;
  #decided = false;

  constructor(traits: SubjectTraits) {
    this.#traits = traits;
  }

  /** Takes a prompt, dismissal, grant or decline; the first under its notice is the exposure. */
  take(event: ConsentEvent, day: number, sink: FactSink): Asked {
    const known = this.#byNotice.get(event.notice);
    const exposure = known ?? this.#begin(event, day, sink);
    const experiment = event.experiment ?? exposure.experiment;
    const dims = this.#dimensionsOf(event, experiment, exposure);
    if (known !== undefined) follow(exposure, event, day, dims, sink);
    if (isChoice(event)) this.#choose(exposure, event, day, dims, sink);
    if (exposure.context.experiment !== experiment) {
      exposure.context = { notice: event.notice, experiment };
    }
    this.#latest = exposure.context;
    return { dims, firstDims: (this.#first ?? exposure).dims, context: exposure.context };
  }

  #begin(event: ConsentEvent, day: number, sink: FactSink): Exposure {
    const { at, notice, experiment } = event;
    const dims = this.#traits.dimensionsOf(event);
    const byPrompt = event.type === "prompt_shown";
    const exposure: Exposure = {
      ...{ at, day, dims, experiment, byPrompt },
      prompted: byPrompt,
      decided: false,
      outcome: byPrompt ? "none" : (event.type as Outcome),
      context: { notice, experiment },
    };
    this.#byNotice.set(notice, exposure);
    if (this.#first === null) {
      this.#first = exposure;
      addFact(sink, "asked", day, dims);
    }
    addFact(sink, "exposure", day, dims, outcomes[exposure.outcome]);
    if (!byPrompt) addFact(sink, "unprompted", day, dims, detailsOf(event));
    return exposure;
  }

  /** Mostly they are those of the exposure, whose object then serves again. */
  #dimensionsOf(
    event: ConsentEvent,
    experiment: string | null,
    { dims, experiment: own }: Exposure,
  ): FactDimensions {
    const isSame =
      experiment === own &&
      event.channel === dims.channel &&
      event.region === dims.region &&
      event.segment === dims.segment &&
      event.locale === dims.locale;
    return isSame ? dims : this.#traits.dimensionsOf(event, experiment);
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

  /** What an answer that states this notice, or none, inherits from. */
  contextOf(notice: string | null): Context | null {
    return notice === null ? this.#latest : (this.#byNotice.get(notice)?.context ?? null);
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
