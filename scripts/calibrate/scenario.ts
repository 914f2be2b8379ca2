// What is simulated: every line of the table is one scenario, in which many worlds are drawn.
import type { Verdict, VerdictOutcome } from "#shared/contract/verdict.ts";

/** What the data offer: the design that can be had from them. */
export const offers = [
  "experiment",
  "many_clusters",
  "few_clusters",
  "one_cluster",
  "series_with_a_year",
  "series_without_a_year",
] as const;
export type Offer = (typeof offers)[number];

/** What moves by itself, in points; of early withdrawal a fifth of it. */
export type Weather = {
  /** A year: of all, and what groups differ by (standard deviation). */
  trend: number;
  ownTrend: number;
  /** Half of the way from the season's low to its high; a half-year wave of a third of it comes on top. */
  season: number;
  /** Autocorrelated shocks of all, and of a group (standard deviations), and their correlation from week to week. */
  shock: number;
  ownShock: number;
  memory: readonly [number, number];
  /** How the shares of generations move apart in a year, as the standard deviation of a logarithm. */
  mix: number;
};

const still: Weather = {
  trend: 0,
  ownTrend: 0,
  season: 0,
  shock: 0,
  ownShock: 0,
  memory: [0, 0],
  mix: 0,
};
const trend = { trend: 6, ownTrend: 1 };
const season = { season: 2 };
const noise = { shock: 1, ownShock: 1, memory: [0.3, 0.6] as const };
const mix = { mix: 0.5 };

/** What can pass for an effect where there is none. */
export const nullWeathers = {
  plain: still,
  trend: { ...still, ...trend },
  season: { ...still, ...season },
  noise: { ...still, ...noise },
  mix: { ...still, ...mix },
  all: { ...trend, ...season, ...noise, ...mix },
} as const satisfies Record<string, Weather>;
export type NullKind = keyof typeof nullWeathers;

/** All of it together, but no more than the demo world has: a stable series. */
const stable: Weather = {
  trend: 1,
  ownTrend: 0.3,
  season: 0.25,
  shock: 0.35,
  ownShock: 0.4,
  memory: [0.45, 0.45],
  mix: 0.2,
};

/** A week's people asked, and answered surveys: each asks for understanding and trust, as the demo world's do. */
export type Volume = { exposures: number; answers: number };
const midSize: Volume = { exposures: 50_000, answers: 1500 };
/** 1500 answers to both questions together. */
const halfTheAnswers: Volume = { ...midSize, answers: 750 };
const tenth: Volume = { exposures: 5000, answers: 150 };
const tooSmall: Volume = { exposures: 500, answers: 30 };

/** In points, the mean over the people. */
export type Effects = Partial<Record<VerdictOutcome, number>>;

/** Twice the size that matters. */
const effects = {
  building: { understanding: 6, trust: 6, opt_in_yield: 6, early_withdrawal_rate: -2 },
  understood_less: { understanding: -6, trust: -6, opt_in_yield: 6, early_withdrawal_rate: 2 },
  accepted_unread: { opt_in_yield: 6 },
  eroding: { understanding: -6, trust: -6, opt_in_yield: -6, early_withdrawal_rate: 2 },
  mixed: { understanding: 6, trust: 6, opt_in_yield: -6 },
} as const satisfies Record<string, Effects>;

export type Scenario = {
  name: string;
  group: "null" | "small_null" | "effect" | "stable" | "too_small";
  offer: Offer;
  weather: Weather;
  volume: Volume;
  effects: Effects;
  followUpWeeks: number;
  /** What it deserves; null where nothing is asked but that no claim is made. */
  right: Verdict | null;
  /** Share that has to get it; null where no goal is set: the data offer too little. */
  goal: number | null;
};

/** The server's own. */
export const FOLLOW_UP_WEEKS = 8;
/** All that there are. */
const LONG_FOLLOW_UP_WEEKS = 12;

/** A stable series, or enough clusters: 10, with 3 on each side, as the verdict's own rule has it. */
const offersEnough: readonly Offer[] = ["experiment", "many_clusters", "series_with_a_year"];
/** Where more weeks are looked at, too. */
const followedOn: readonly Offer[] = [...offersEnough, "few_clusters"];

const deserved: Record<keyof typeof effects, Verdict> = {
  building: "building_trust",
  understood_less: "opt_in_without_understanding",
  accepted_unread: "opt_in_without_understanding",
  eroding: "eroding_trust",
  mixed: "mixed",
};

const kinds = Object.keys(nullWeathers) as NullKind[];
const planted = Object.keys(effects) as (keyof typeof effects)[];

export const scenarios: readonly Scenario[] = [
  ...kinds.flatMap((kind) => offers.map((offer) => nothing("null", kind, offer, midSize))),
  ...offers.map((offer) => nothing("small_null", "all", offer, tenth)),
  ...offers.map((offer) => nothing("too_small", "all", offer, tooSmall)),
  ...planted.flatMap((name) => offers.map((offer) => something(name, offer, FOLLOW_UP_WEEKS))),
  ...followedOn.map((offer) => something("accepted_unread", offer, LONG_FOLLOW_UP_WEEKS)),
  ...offers.map(
    (offer): Scenario => ({
      name: "no_effect",
      group: "stable",
      offer,
      weather: stable,
      volume: midSize,
      effects: {},
      followUpWeeks: FOLLOW_UP_WEEKS,
      right: "no_clear_effect",
      goal: null,
    }),
  ),
  ...followedOn.map((offer): Scenario => {
    const long = something("accepted_unread", offer, LONG_FOLLOW_UP_WEEKS);
    return { ...long, name: `${long.name}, half the answers`, volume: halfTheAnswers, goal: null };
  }),
];

function something(name: keyof typeof effects, offer: Offer, followUpWeeks: number): Scenario {
  const isLong = followUpWeeks > FOLLOW_UP_WEEKS;
  return {
    name: isLong ? `${name}, ${followUpWeeks} weeks of follow-up` : name,
    group: "effect",
    offer,
    weather: stable,
    volume: midSize,
    effects: effects[name],
    followUpWeeks,
    right: deserved[name],
    goal: offersEnough.includes(offer) ? 0.8 : null,
  };
}

function nothing(
  group: "null" | "small_null" | "too_small",
  kind: NullKind,
  offer: Offer,
  volume: Volume,
): Scenario {
  const right = group === "too_small" ? "not_enough_data" : null;
  const goal = group === "too_small" ? 0.8 : null;
  const weather = nullWeathers[kind];
  const followUpWeeks = FOLLOW_UP_WEEKS;
  return { name: kind, group, offer, weather, volume, effects: {}, followUpWeeks, right, goal };
}
