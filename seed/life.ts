/** What a subject has lived through so far, and the events that came of it. */
import type { EventType } from "#shared/vocabulary.ts";
import type { IncomingEvent } from "./incoming-event.ts";
import type { Person } from "./person.ts";
import type { Random } from "./random.ts";
import type { NoticeInForce, Setting, VariantInForce } from "./setting.ts";
import type { Channel, Outcome, Purpose } from "./worlds/world.ts";

/** An event that still lacks its id, its place in time, and perhaps the person's age. */
export type Draft = { at: number; event: IncomingEvent };
/** What an event says besides what all events of a person do. */
export type Details = Partial<IncomingEvent>;

/** How one purpose stands. Instants are Infinity where nothing is to come. */
export type Consent = {
  notice: string;
  askedMs: number;
  open: boolean;
  openedMs: number;
  closesMs: number;
  /** An attempt to withdraw that will be given up. */
  givesUpMs: number;
  /** Once withdrawn, the purpose is not asked again. */
  withdrawn: boolean;
};

export type Life = {
  setting: Setting;
  person: Person;
  random: Random;
  drafts: Draft[];
  consents: Map<Purpose, Consent>;
  /** The channel of the moment at hand. */
  channel: Channel;
  notice: NoticeInForce | undefined;
  variant: VariantInForce | undefined;
  /** Experiments that the person was passed over by. */
  passedBy: Set<string>;
};

export function createLife(setting: Setting, person: Person, random: Random): Life {
  return {
    setting,
    person,
    random,
    drafts: [],
    consents: new Map(),
    channel: person.channel,
    notice: undefined,
    variant: undefined,
    passedBy: new Set(),
  };
}

/** Notes an event with what all events of this person say. */
export function note(life: Life, at: number, type: EventType, details: Details): void {
  const { person, variant } = life;
  // `at` and `id` have their places here, so that events read well; they are known at the end.
  const event: IncomingEvent = { id: "", type, at: "", subject: person.subject };
  Object.assign(event, details);
  event.channel = life.channel.name;
  event.region = person.region.code;
  event.locale = person.locale;
  if (type !== "survey_answered") event.segment = person.segment;
  if (variant !== undefined) {
    event.experiment = variant.experiment;
    event.variant = variant.slug;
  }
  life.drafts.push({ at: Math.round(at), event });
}

/** The true share of an outcome for this person now: habit, changes in force, variant, weather. */
export function shareOf(
  life: Life,
  outcome: Outcome,
  habit: number,
  purpose: Purpose | undefined,
  ms: number,
): number {
  const { person, setting } = life;
  let share = habit + setting.weather(outcome, person.region.code, ms);
  for (const change of person.changes) {
    if (ms < change.fromMs) break;
    const { channels, purposes } = change.scope;
    if (channels.length > 0 && !channels.includes(life.channel.name)) continue;
    if (purposes.length > 0 && (purpose === undefined || !purposes.includes(purpose))) continue;
    share += change.effects[person.born][outcome] ?? 0;
  }
  return share + (life.variant?.effects[person.born][outcome] ?? 0);
}
