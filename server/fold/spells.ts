/** Rule 4: stretches of consent, within one purpose. */
import { Attempts, addExitEffort, closingDetails } from "./effort.ts";
import type { ConsentEvent } from "./event.ts";
import { addFact, type Facts, OPEN } from "./facts.ts";
import { type Assignment, completed, dimensionsOf, type SubjectTraits } from "./variants.ts";

interface Spell {
  grant: ConsentEvent;
  /** The grant's experiment, completed by its exposure. */
  assignment: Assignment;
  attempts: Attempts;
  closing: ConsentEvent | null;
}

/** The spells of one subject for one purpose. */
export class Spells {
  readonly #spells: Spell[] = [];
  readonly #orphans: ConsentEvent[] = [];

  get inForce(): boolean {
    return this.#last()?.closing === null;
  }

  #last(): Spell | undefined {
    return this.#spells.at(-1);
  }

  grant(event: ConsentEvent, exposure: ConsentEvent | undefined): void {
    if (this.inForce) return;
    const assignment = completed(event, exposure);
    this.#spells.push({ grant: event, assignment, attempts: new Attempts(), closing: null });
  }

  /** A `withdrawn` or `declined`: closes the spell in force; a `withdrawn` without one is orphaned. */
  close(event: ConsentEvent): void {
    const last = this.#last();
    if (last !== undefined && last.closing === null) last.closing = event;
    else if (event.type === "withdrawn") this.#orphans.push(event);
  }

  startWithdrawal(event: ConsentEvent): void {
    const last = this.#last();
    if (last !== undefined && last.closing === null) last.attempts.start(event.at);
  }

  /** `asked` is the subject's first exposure for this purpose, under whose dimensions coverage is counted. */
  addFacts(
    facts: Facts,
    traits: SubjectTraits,
    asked: ConsentEvent | undefined,
    dayOf: (at: number) => number,
  ): void {
    for (const spell of this.#spells) addSpell(facts, spell, traits, asked, dayOf);
    for (const orphan of this.#orphans) {
      const dims = dimensionsOf(orphan, traits, orphan);
      addFact(facts, "orphan", dayOf(orphan.at), dims, closingDetails(orphan));
    }
  }
}

function addSpell(
  facts: Facts,
  { grant, assignment, attempts, closing }: Spell,
  traits: SubjectTraits,
  asked: ConsentEvent | undefined,
  dayOf: (at: number) => number,
): void {
  const dims = dimensionsOf(grant, traits, assignment);
  const grantDay = dayOf(grant.at);
  attempts.addFacts(facts, dims, closing?.at ?? null, dayOf);
  const coverage = asked === undefined ? null : dimensionsOf(asked, traits, asked);
  if (coverage !== null) addFact(facts, "covered", grantDay, coverage);
  if (closing === null) {
    addFact(facts, "spell", grantDay, dims, {}, OPEN);
    return;
  }
  // Where clocks go back over midnight, a later instant can lie on an earlier day.
  const closingDay = Math.max(grantDay, dayOf(closing.at));
  const details = closingDetails(closing);
  addFact(facts, "closed", closingDay, dims, details);
  addFact(facts, "spell", grantDay, dims, details, closingDay - grantDay);
  if (coverage !== null) addFact(facts, "uncovered", closingDay, coverage);
  if (closing.type === "withdrawn") {
    addExitEffort(facts, closingDay, dims, closing, attempts.finishedBy(closing.at));
  }
}
