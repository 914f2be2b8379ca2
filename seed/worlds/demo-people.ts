/** Who the demo company's customers are, and their habits. */
import type { Born, Habits, People, Region } from "./world.ts";

/** Of the young most leave because nothing comes of it; of the old, because they worry or are lost. */
const youngReasons = {
  no_benefit: 44,
  too_many_messages: 22,
  privacy_concern: 20,
  did_not_understand: 5,
  other: 9,
};
const middleReasons = {
  privacy_concern: 33,
  no_benefit: 26,
  too_many_messages: 23,
  did_not_understand: 9,
  other: 9,
};
const oldReasons = {
  privacy_concern: 36,
  did_not_understand: 25,
  too_many_messages: 17,
  no_benefit: 11,
  other: 11,
};

const generations: Record<Born, Habits> = {
  silent: {
    share: 0.03,
    born: [1934, 1945],
    optIn: 0.42,
    early: 0.022,
    lateADay: 0.00022,
    answers: 0.47,
    topTwo: { understanding: 0.42, trust: 0.5, benefit: 0.33, control: 0.37 },
    reasons: oldReasons,
    staysDays: 2600,
  },
  boomer: {
    share: 0.18,
    born: [1946, 1964],
    optIn: 0.45,
    early: 0.024,
    lateADay: 0.0003,
    answers: 0.51,
    topTwo: { understanding: 0.47, trust: 0.49, benefit: 0.36, control: 0.41 },
    reasons: oldReasons,
    staysDays: 2600,
  },
  gen_x: {
    share: 0.25,
    born: [1965, 1980],
    optIn: 0.48,
    early: 0.03,
    lateADay: 0.0004,
    answers: 0.46,
    topTwo: { understanding: 0.52, trust: 0.47, benefit: 0.4, control: 0.45 },
    reasons: middleReasons,
    staysDays: 2000,
  },
  millennial: {
    share: 0.3,
    born: [1981, 1996],
    optIn: 0.51,
    early: 0.036,
    lateADay: 0.0006,
    answers: 0.41,
    topTwo: { understanding: 0.56, trust: 0.45, benefit: 0.44, control: 0.49 },
    reasons: youngReasons,
    staysDays: 1600,
  },
  gen_z: {
    share: 0.21,
    born: [1997, 2012],
    optIn: 0.49,
    early: 0.046,
    lateADay: 0.0009,
    answers: 0.33,
    topTwo: { understanding: 0.55, trust: 0.42, benefit: 0.43, control: 0.51 },
    reasons: youngReasons,
    staysDays: 1100,
  },
  gen_alpha: {
    share: 0.03,
    born: [2013, 2015],
    optIn: 0.44,
    early: 0.05,
    lateADay: 0.001,
    answers: 0.3,
    topTwo: { understanding: 0.46, trust: 0.44, benefit: 0.42, control: 0.44 },
    reasons: youngReasons,
    staysDays: 1100,
  },
};

const regions: readonly Region[] = [
  region("GB", 13, 0.01, 0, { "en-GB": 96, "pl-PL": 2, "cy-GB": 2 }, 0.02),
  region("DE", 12, -0.05, 1, { "de-DE": 90, "en-GB": 6, "tr-TR": 4 }, 0.04),
  region("US-CA", 12, 0.02, -8, { "en-US": 76, "es-US": 21, "zh-Hans-US": 3 }, 0.07),
  region("FR", 10, -0.02, 1, { "fr-FR": 96, "ar-FR": 4 }, 0.03),
  region("US-NY", 9, 0.03, -5, { "en-US": 86, "es-US": 14 }, 0.04),
  region("US-TX", 8, 0.04, -6, { "en-US": 75, "es-US": 25 }, 0.03),
  region("ES", 7, 0.03, 1, { "es-ES": 84, "ca-ES": 16 }, 0.02),
  region("IT", 7, 0.02, 1, { "it-IT": 100 }, 0.02),
  region("NL", 6, -0.03, 1, { "nl-NL": 88, "en-GB": 12 }, 0.04),
  region("CA", 6, 0.01, -5, { "en-CA": 77, "fr-CA": 23 }, 0.03),
  region("SE", 5, -0.03, 1, { "sv-SE": 91, "en-GB": 9 }, 0.03),
  region("AU", 5, 0.02, 10, { "en-AU": 100 }, 0.02),
];

function region(
  code: string,
  share: number,
  optIn: number,
  utcOffset: number,
  locales: Record<string, number>,
  signals: number,
): Region {
  return { code, share, optIn, utcOffset, locales, signals };
}

export const people: People = {
  generations,
  silentOnAge: 0.12,
  statesGeneration: 0.2,
  regions,
  channels: [
    {
      name: "web",
      share: 72,
      optIn: 0.01,
      early: -0.004,
      atFirst: ["analytics", "ads"],
      atAccount: ["personalization", "email-marketing"],
      sendsSignals: true,
      withdrawal: { medianMs: 48_000, steps: [4, 6] },
    },
    {
      name: "ios",
      share: 16,
      optIn: -0.03,
      early: 0.009,
      atFirst: ["ads", "personalization"],
      atAccount: ["analytics", "email-marketing"],
      sendsSignals: false,
      withdrawal: { medianMs: 61_000, steps: [5, 7] },
    },
    {
      name: "android",
      share: 12,
      optIn: 0.005,
      early: 0.009,
      atFirst: ["analytics", "personalization"],
      atAccount: ["ads", "email-marketing"],
      sendsSignals: false,
      withdrawal: { medianMs: 66_000, steps: [5, 7] },
    },
  ],
  segments: { standard: 78, premium: 22 },
};
