/** One made-up person: everything about a subject that does not depend on what happens. */
import { DAY_MS, HOUR_MS } from "./calendar.ts";
import type { Random } from "./random.ts";
import type { ChangeInForce, Setting } from "./setting.ts";
import type { Born, Channel, Habits, Purpose, Region } from "./worlds/world.ts";

export type Person = {
  subject: string;
  born: Born;
  habits: Habits;
  birthYear: number;
  tellsAge: "birthYear" | "generation" | "never";
  region: Region;
  channel: Channel;
  /** A few use a second channel now and then. */
  otherChannel: Channel;
  locale: string;
  segment: string;
  /** A customer from here to there, and first seen by the consent tool in between. */
  sinceMs: number;
  firstVisitMs: number;
  leavesMs: number;
  sendsSignal: boolean;
  /** Leanings as standard normals; below 0 is more willing, or thinks better of us. */
  willing: number;
  attitude: number;
  view: Readonly<Record<Purpose, number>>;
  /** The changes that reach this person by generation and region. */
  changes: readonly ChangeInForce[];
};

const USES_TWO_CHANNELS = 0.02;

export function createPerson(setting: Setting, number: number, random: Random): Person {
  const { world, choices } = setting;
  const born = random.choose(choices.born);
  const habits = world.people.generations[born];
  const region = random.choose(choices.region);
  const channel = random.choose(choices.channel);
  const locales = choices.locale.get(region.code);
  const { consenting } = world.surveys;
  const willing = random.normal();
  return {
    subject: `${world.prefix}-${String(number).padStart(5, "0")}`,
    born,
    habits,
    birthYear: random.integer(habits.born[0], habits.born[1]),
    tellsAge: random.chance(world.people.silentOnAge)
      ? "never"
      : random.chance(world.people.statesGeneration)
        ? "generation"
        : "birthYear",
    region,
    channel,
    otherChannel: random.chance(USES_TWO_CHANNELS) ? random.choose(choices.channel) : channel,
    locale: locales === undefined ? "en" : random.choose(locales),
    segment: random.choose(choices.segment),
    ...stay(setting, habits, region, random),
    sendsSignal: channel.sendsSignals && random.chance(region.signals),
    willing,
    attitude: consenting * willing + Math.sqrt(1 - consenting ** 2) * random.normal(),
    view: {
      ads: random.normal(),
      personalization: random.normal(),
      analytics: random.normal(),
      "email-marketing": random.normal(),
    },
    changes: setting.changes.filter(
      ({ scope }) => holds(scope.generations, born) && holds(scope.regions, region.code),
    ),
  };
}

/** An empty list means everything. */
export function holds<T>(list: readonly T[], value: T): boolean {
  return list.length === 0 || list.includes(value);
}

/** An instant of that day, at an hour when people of that region are about. */
export function momentOf(setting: Setting, region: Region, day: number, random: Random): number {
  const hour = (random.choose(setting.choices.hour) - region.utcOffset + 24) % 24;
  return day * DAY_MS + hour * HOUR_MS + random.integer(0, HOUR_MS - 1);
}

function stay(setting: Setting, habits: Habits, region: Region, random: Random) {
  const { visits } = setting.world;
  const staysMs = random.exponential(habits.staysDays) * DAY_MS;
  if (random.chance(visits.customersBefore)) {
    const firstVisitMs = momentOf(setting, region, random.choose(setting.choices.joinDay), random);
    return { sinceMs: setting.startMs, firstVisitMs, leavesMs: setting.startMs + staysMs };
  }
  const joins = momentOf(setting, region, random.choose(setting.choices.joinDay), random);
  const leavesMs = joins + (random.chance(visits.onceOnly) ? HOUR_MS : staysMs);
  return { sinceMs: joins, firstVisitMs: joins, leavesMs };
}
