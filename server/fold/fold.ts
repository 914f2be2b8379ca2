/**
 * The fold: all events of one subject → its facts. Pure, and the only source of every figure.
 * `dayOf` gives the calendar day of an instant in the reporting zone.
 */
import { Answers, type ConsentState, Contexts, isGeneral } from "./answers.ts";
import { type ConsentEvent, compareEvents, isImplicitGrant } from "./event.ts";
import { Exposures } from "./exposures.ts";
import { addFact, type Facts } from "./facts.ts";
import { Spells } from "./spells.ts";
import { completed, dimensionsOf, type SubjectTraits, traitsOf } from "./variants.ts";

/** Goes up whenever the same events make other facts: a store whose sums are of another version is written anew. */
export const FOLD_VERSION = 4;

/** One subject under one purpose. */
class PurposeHistory {
  readonly exposures = new Exposures();
  readonly spells = new Spells();
  readonly contexts = new Contexts();
  /** Whether the subject ever said anything: a grant, a decline or a withdrawal. */
  spoken = false;
}

/** Adds the facts to `facts`, where one is given. */
export function fold(
  events: readonly ConsentEvent[],
  dayOf: (at: number) => number,
  facts: Facts = new Map(),
): Facts {
  const ordered = [...events].sort(compareEvents);
  const stating = ordered.filter((event) => !isImplicitGrant(event));
  const traits = traitsOf(stating);
  for (const event of ordered) {
    addFact(facts, "seen", dayOf(event.at), null, { outcome: event.type });
    if (isImplicitGrant(event)) addImplicit(facts, event, traits, dayOf);
  }
  const history = replay(stating);
  for (const { exposures, spells } of history.purposes.values()) {
    exposures.addFacts(facts, traits, dayOf);
    spells.addFacts(facts, traits, exposures.first(), dayOf);
  }
  history.answers.addFacts(facts, traits, dayOf);
  for (const event of traits.crossovers) {
    addFact(facts, "crossover", dayOf(event.at), dimensionsOf(event, traits, event));
  }
  return facts;
}

interface History {
  purposes: Map<string, PurposeHistory>;
  answers: Answers;
}

/** Walks the events in order, so that each sees only what came before it. */
function replay(ordered: readonly ConsentEvent[]): History {
  const purposes = new Map<string, PurposeHistory>();
  const answers = new Answers();
  const anyPurpose = new Contexts();
  for (const event of ordered) {
    if (event.type === "survey_answered") {
      const own = purposes.get(event.purpose);
      const contexts = isGeneral(event) ? anyPurpose : own?.contexts;
      const asked = isGeneral(event) ? [...purposes.values()] : own === undefined ? [] : [own];
      answers.take(event, contexts?.before(event.notice) ?? null, consentState(asked));
      continue;
    }
    const history = purposes.get(event.purpose) ?? new PurposeHistory();
    purposes.set(event.purpose, history);
    step(history, event, anyPurpose);
  }
  return { purposes, answers };
}

function step(history: PurposeHistory, event: ConsentEvent, anyPurpose: Contexts): void {
  const { exposures, spells } = history;
  switch (event.type) {
    case "prompt_shown":
    case "dismissed":
      expose(history, event, anyPurpose);
      break;
    case "granted":
      expose(history, event, anyPurpose);
      spells.grant(event, exposures.of(event));
      history.spoken = true;
      break;
    case "declined":
      expose(history, event, anyPurpose);
      spells.close(event);
      history.spoken = true;
      break;
    case "withdrawal_started":
      spells.startWithdrawal(event);
      break;
    case "withdrawn":
      spells.close(event);
      history.spoken = true;
      break;
    case "survey_answered":
      break;
    default:
      event.type satisfies never;
  }
}

function expose(history: PurposeHistory, event: ConsentEvent, anyPurpose: Contexts): void {
  history.exposures.take(event);
  const assignment = completed(event, history.exposures.of(event));
  const context = { notice: event.notice, assignment };
  history.contexts.take(context);
  anyPurpose.take(context);
}

function consentState(histories: readonly PurposeHistory[]): ConsentState {
  if (histories.some((history) => history.spells.inForce)) return "granted";
  return histories.some((history) => history.spoken) ? "declined" : "none";
}

function addImplicit(
  facts: Facts,
  event: ConsentEvent,
  traits: SubjectTraits,
  dayOf: (at: number) => number,
): void {
  const dims = dimensionsOf(event, traits, event);
  addFact(facts, "implicit", dayOf(event.at), dims, { method: event.method });
}
