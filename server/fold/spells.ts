/** Rule 4: stretches of consent, within one purpose. */
import { Attempts, addExitEffort, closingDetails } from "./effort.ts";
import type { ConsentEvent } from "./event.ts";
import { addFact, type FactDimensions, type FactSink, NO_DETAILS, OPEN } from "./facts.ts";
import type { SubjectTraits } from "./variants.ts";

/** A spell in force. */
interface Spell {
  day: number;
  /** The grant's, its experiment completed by its exposure. */
  dims: FactDimensions;
  /** The subject's first exposure's for this purpose, under which coverage is counted. */
  firstDims: FactDimensions;
  attempts: Attempts;
}

/** The spells of one subject for one purpose. */
export class Spells {
  readonly #traits: SubjectTraits;
  #spell: Spell | null = null;

  constructor(traits: SubjectTraits) {
    this.#traits = traits;
  }

  get inForce(): boolean {
    return this.#spell !== null;
  }

  /** Takes a grant by its day and dimensions. */
  grant(day: number, dims: FactDimensions, firstDims: FactDimensions, sink: FactSink): void {
    if (this.#spell !== null) return;
    this.#spell = { day, dims, firstDims, attempts: new Attempts(dims) };
    addFact(sink, "spell", day, dims, NO_DETAILS, OPEN);
    addFact(sink, "covered", day, firstDims);
  }

  /** A `withdrawn` or `declined`: closes the spell in force; a `withdrawn` without one is orphaned. */
  close(event: ConsentEvent, day: number, sink: FactSink): void {
    const details = closingDetails(event);
    if (this.#spell === null) {
      if (event.type !== "withdrawn") return;
      addFact(sink, "orphan", day, this.#traits.dimensionsOf(event), details);
      return;
    }
    const { day: grantDay, dims, firstDims, attempts } = this.#spell;
    this.#spell = null;
    // Where clocks go back over midnight, a later instant can lie on an earlier day.
    const closingDay = Math.max(grantDay, day);
    sink.take("spell", grantDay, dims, NO_DETAILS, OPEN, -1);
    addFact(sink, "spell", grantDay, dims, details, closingDay - grantDay);
    addFact(sink, "closed", closingDay, dims, details);
    addFact(sink, "uncovered", closingDay, firstDims);
    const attemptAt = attempts.finish(event.at, sink);
    if (event.type === "withdrawn") addExitEffort(sink, closingDay, dims, event, attemptAt);
  }

  startWithdrawal(at: number, day: number, sink: FactSink): void {
    this.#spell?.attempts.start(at, day, sink);
  }
}
