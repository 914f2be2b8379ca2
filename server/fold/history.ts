/** One subject's events, taken one after the other in the order of the fold: each sees only what came before it. */

import { type EventType, eventTypes, GENERAL } from "#shared/vocabulary.ts";
import { Answers, type ConsentState } from "./answers.ts";
import { Contexts } from "./contexts.ts";
import { type ConsentEvent, isImplicitGrant } from "./event.ts";
import { Exposures } from "./exposures.ts";
import { addFact, type FactDetails, type FactSink } from "./facts.ts";
import { Spells } from "./spells.ts";
import { SubjectTraits } from "./variants.ts";

/** One subject under one purpose. */
class PurposeHistory {
  readonly exposures: Exposures;
  readonly spells: Spells;
  /** Whether the subject ever said anything: a grant, a decline or a withdrawal. */
  spoken = false;

  constructor(traits: SubjectTraits) {
    this.exposures = new Exposures(traits);
    this.spells = new Spells(traits);
  }
}

const seen = Object.fromEntries(eventTypes.map((type) => [type, { outcome: type }])) as Readonly<
  Record<EventType, FactDetails>
>;

export class History {
  readonly #traits = new SubjectTraits();
  readonly #purposes = new Map<string, PurposeHistory>();
  readonly #contexts = new Contexts();
  #answers: Answers | null = null;
  /** For how many purposes consent is in force, and whether anything was said for any. */
  #inForce = 0;
  #spoken = false;

  /** Whether consent is in force for any purpose. */
  get isConsenting(): boolean {
    return this.#inForce > 0;
  }

  /** As `SubjectTraits.state`; must come before the event is taken. */
  state(event: ConsentEvent): boolean {
    return isImplicitGrant(event) || this.#traits.state(event);
  }

  /** Gives what the event changes in the facts. */
  take(event: ConsentEvent, day: number, sink: FactSink): void {
    addFact(sink, "seen", day, null, seen[event.type]);
    if (isImplicitGrant(event)) {
      const { method } = event;
      addFact(sink, "implicit", day, this.#traits.dimensionsOf(event), { method });
      return;
    }
    if (this.#traits.crosses(event)) {
      addFact(sink, "crossover", day, this.#traits.dimensionsOf(event));
    }
    if (event.type === "survey_answered") this.#answer(event, day, sink);
    else this.#step(event, day, sink);
  }

  #answer(event: ConsentEvent, day: number, sink: FactSink): void {
    this.#answers ??= new Answers(this.#traits);
    if (event.purpose === GENERAL) {
      const state = consentState(this.#inForce > 0, this.#spoken);
      this.#answers.take(event, day, this.#contexts.before(event.notice), state, sink);
      return;
    }
    const own = this.#purposes.get(event.purpose);
    const context = own?.exposures.contextOf(event.notice) ?? null;
    const state = consentState(own?.spells.inForce ?? false, own?.spoken ?? false);
    this.#answers.take(event, day, context, state, sink);
  }

  #step(event: ConsentEvent, day: number, sink: FactSink): void {
    const own = this.#purposes.get(event.purpose) ?? new PurposeHistory(this.#traits);
    this.#purposes.set(event.purpose, own);
    const before = own.spells.inForce;
    switch (event.type) {
      case "prompt_shown":
      case "dismissed":
      case "granted":
      case "declined": {
        const { dims, firstDims, context } = own.exposures.take(event, day, sink);
        this.#contexts.take(context);
        if (event.type === "granted") own.spells.grant(day, dims, firstDims, sink);
        if (event.type === "declined") own.spells.close(event, day, sink);
        break;
      }
      case "withdrawal_started":
        own.spells.startWithdrawal(event.at, day, sink);
        break;
      case "withdrawn":
        own.spells.close(event, day, sink);
        break;
      case "survey_answered":
        break;
      default:
        event.type satisfies never;
    }
    this.#inForce += Number(own.spells.inForce) - Number(before);
    if (isStatement(event)) this.#spoken = own.spoken = true;
  }
}

function isStatement({ type }: ConsentEvent): boolean {
  return type === "granted" || type === "declined" || type === "withdrawn";
}

function consentState(inForce: boolean, spoken: boolean): ConsentState {
  if (inForce) return "granted";
  return spoken ? "declined" : "none";
}
