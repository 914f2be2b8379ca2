/** A world made ready to generate from: dates as instants, choices as tables, effects by generation. */
import { DAY_MS, dayOf, readDay, releaseDay, weekdayOf } from "./calendar.ts";
import { type Weighted, weighted, weightedKeys } from "./random.ts";
import { createWeather, type Weather } from "./weather.ts";
import { datedChanges, datedExperiments, datedNotices } from "./worlds/dates.ts";
import { effectsOn, meanOverPeople } from "./worlds/effects.ts";
import type {
  Born,
  Change,
  Channel,
  Effects,
  Experiment,
  Question,
  Region,
  World,
} from "./worlds/world.ts";

/** Days: thirteen weeks, not the calendar's, so that they lie the same way to the changes of every world. */
const QUARTER = 91;

export type Era = { seed: number; until: string; days: number };

export type NoticeInForce = {
  id: string;
  fromMs: number;
  asksAgain: number;
  /** Points of yield that this generation is off the mean under it. */
  tilt: Readonly<Record<Born, number>>;
};
export type ChangeInForce = {
  fromMs: number;
  scope: Change["scope"];
  optOut: Change["optOut"];
  effects: Readonly<Record<Born, Effects>>;
};
export type VariantInForce = {
  experiment: string;
  slug: string;
  effects: Readonly<Record<Born, Effects>>;
};
export type ExperimentInForce = {
  slug: string;
  fromMs: number;
  toMs: number;
  traffic: number;
  channels: readonly string[];
  variants: Weighted<VariantInForce>;
  probe: Experiment["probe"];
};

export type Setting = {
  world: World;
  seed: number;
  startDay: number;
  startMs: number;
  /** The first instant after the last day. */
  endMs: number;
  /** First day, and the first of the next. */
  quarters: readonly { first: number; next: number }[];
  notices: readonly NoticeInForce[];
  changes: readonly ChangeInForce[];
  experiments: readonly ExperimentInForce[];
  weather: Weather;
  choices: {
    born: Weighted<Born>;
    region: Weighted<Region>;
    channel: Weighted<Channel>;
    segment: Weighted<string>;
    locale: ReadonlyMap<string, Weighted<string>>;
    reason: Readonly<Record<Born, Weighted<string>>>;
    joinDay: Weighted<number>;
    hour: Weighted<number>;
    otherwise: Weighted<"declined" | "dismissed" | "none">;
  };
  questions: readonly Question[];
};

export function createSetting(world: World, era: Era): Setting {
  const untilDay = readDay(era.until);
  // Changes are counted back from a Tuesday, and people are drawn up to it, though nothing is told of what comes after
  // `until`: so one seed has the same people around a change whatever the last day, but for the season.
  const lastDay = releaseDay(untilDay, 0);
  const startDay = lastDay - era.days + 1;
  const endMs = (untilDay + 1) * DAY_MS;
  const borns = Object.keys(world.people.generations) as Born[];
  const byBorn = <T>(make: (born: Born) => T): Record<Born, T> =>
    Object.fromEntries(borns.map((born) => [born, make(born)])) as Record<Born, T>;

  return {
    world,
    seed: era.seed,
    startDay,
    startMs: startDay * DAY_MS,
    endMs,
    quarters: quartersOf(startDay, lastDay),
    notices: datedNotices(world, era.until).map((notice) => {
      const wording = world.asking.wordings[notice.wording];
      const mean = meanOverPeople(world, wording);
      return {
        id: notice.id,
        fromMs: notice.firstDay * DAY_MS,
        asksAgain: notice.asksAgain,
        tilt: byBorn((born) => wording[born] - mean),
      };
    }),
    changes: datedChanges(world, era.until).map((change) => ({
      fromMs: change.firstDay * DAY_MS,
      scope: change.scope,
      optOut: change.optOut,
      effects: byBorn((born) => effectsOn(world, born, change)),
    })),
    experiments: datedExperiments(world, era.until).map((experiment) => ({
      slug: experiment.slug,
      fromMs: experiment.firstDay * DAY_MS,
      toMs: (experiment.lastDay + 1) * DAY_MS,
      traffic: experiment.traffic,
      channels: experiment.channels,
      variants: weightedVariants(world, experiment, byBorn),
      probe: experiment.probe,
    })),
    weather: createWeather(world, era.seed, era.days, (lastDay + 1) * DAY_MS),
    choices: {
      born: weighted(borns, (born) => world.people.generations[born].share),
      region: weighted(world.people.regions, (region) => region.share),
      channel: weighted(world.people.channels, (channel) => channel.share),
      segment: weightedKeys(world.people.segments),
      locale: new Map(
        world.people.regions.map((region) => [region.code, weightedKeys(region.locales)]),
      ),
      reason: byBorn((born) => weightedKeys(world.people.generations[born].reasons)),
      joinDay: joinDays(world, startDay, era.days),
      hour: weighted([...world.visits.hours.keys()], (hour) => world.visits.hours[hour] ?? 0),
      otherwise: weightedKeys(world.asking.otherwise),
    },
    questions: Object.keys(world.surveys.asks) as Question[],
  };
}

function weightedVariants(
  world: World,
  experiment: Experiment,
  byBorn: <T>(make: (born: Born) => T) => Record<Born, T>,
): Weighted<VariantInForce> {
  const shares = new Map(experiment.variants.map(({ slug, share }) => [slug, share]));
  const variants = experiment.variants.map((variant) => ({
    experiment: experiment.slug,
    slug: variant.slug,
    effects: byBorn((born) => effectsOn(world, born, variant)),
  }));
  return weighted(variants, ({ slug }) => shares.get(slug) ?? 0);
}

/** Counted back from the last day. */
function quartersOf(startDay: number, lastDay: number) {
  const count = Math.ceil((lastDay + 1 - startDay) / QUARTER);
  return Array.from({ length: count }, (_, index) => {
    const next = lastDay + 1 - (count - 1 - index) * QUARTER;
    return { first: next - QUARTER, next };
  });
}

/** More people join as the company grows, before the holidays, and on working days. */
function joinDays(world: World, startDay: number, days: number): Weighted<number> {
  const { growthAYear, season, weekdays } = world.visits;
  const all = Array.from({ length: days }, (_, index) => startDay + index);
  return weighted(all, (day) => {
    const dayOfYear = day - dayOf(Date.UTC(new Date(day * DAY_MS).getUTCFullYear(), 0, 1));
    const wave = Math.cos((2 * Math.PI * (dayOfYear - season.peakDay)) / 365.25);
    const growth = 1 + (growthAYear * (day - startDay)) / 365.25;
    return growth * (1 + season.size * wave) * (weekdays[weekdayOf(day)] ?? 1);
  });
}
