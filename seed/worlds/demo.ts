/** The world that a new installation shows: eighteen months of a mid-size company with apps and a site. */
import { changes } from "./demo-changes.ts";
import { experiments } from "./demo-experiments.ts";
import { notices } from "./demo-notices.ts";
import { people } from "./demo-people.ts";
import type { World } from "./world.ts";

export const demoWorld: World = {
  name: "demo",
  prefix: "demo",
  days: 548,
  subjects: 56_000,
  // Any seed shows the changes that did something. That the new icons did nothing takes luck to tell, even of so many
  // people: most seeds leave one of the four outcomes open by chance, this one none, whatever the last day.
  seed: 15,
  people,
  visits: {
    customersBefore: 0.7,
    growthAYear: 0.12,
    season: { size: 0.1, peakDay: 335 },
    weekdays: [1.04, 1.05, 1.03, 1.02, 0.98, 0.9, 0.98],
    hours: [
      5, 3, 2, 1, 1, 2, 8, 16, 24, 28, 30, 32, 36, 33, 30, 29, 31, 36, 44, 52, 56, 48, 30, 13,
    ],
    onceOnly: 0.14,
    account: { share: 0.7, meanDays: 20 },
    noticeDays: 30,
    noAskedAgain: 0.93,
    restDays: 21,
  },
  asking: {
    purposes: {
      analytics: { optIn: 0.05, signals: true, askedAgain: true },
      personalization: { optIn: 0.03, signals: false, askedAgain: true },
      "email-marketing": { optIn: -0.02, signals: false, askedAgain: false },
      ads: { optIn: -0.07, signals: true, askedAgain: true },
    },
    otherwise: { declined: 0.55, dismissed: 0.18, none: 0.27 },
    choice: { person: 0.25, purpose: 0.62, moment: 0.13 },
    wordings: {
      legal: {
        silent: 0.02,
        boomer: 0.02,
        gen_x: 0.005,
        millennial: -0.01,
        gen_z: -0.02,
        gen_alpha: -0.02,
      },
      plain: { silent: 0, boomer: 0, gen_x: 0, millennial: 0, gen_z: 0, gen_alpha: 0 },
      benefit: {
        silent: -0.06,
        boomer: -0.05,
        gen_x: -0.02,
        millennial: 0.025,
        gen_z: 0.045,
        gen_alpha: 0.04,
      },
    },
    later: 0.07,
    afterAWeek: 0.03,
    shownAgain: 0.06,
    scrolled: 0.02,
    assisted: 0.008,
    timed: 0.6,
    grantedMs: 6_500,
    declinedMs: 9_000,
  },
  leaving: {
    begun: 0.8,
    givenUp: 0.03,
    everything: 0.2,
    states: { reason: 0.8, notice: 0.9 },
    assisted: 0.03,
    signal: 0.015,
    orphans: 0.0007,
  },
  surveys: {
    pulse: "trust-pulse",
    scale: 5,
    asks: { understanding: 1, trust: 0.98, benefit: 0.1, control: 0.1 },
    purposeBound: 0.15,
    person: 0.35,
    consenting: 0.6,
    answerDays: 0.7,
  },
  weather: {
    season: {
      understanding: 0.002,
      trust: 0.002,
      benefit: 0.003,
      control: 0.002,
      opt_in_yield: 0.003,
      early_withdrawal: 0.0005,
    },
    shock: {
      understanding: 0.003,
      trust: 0.003,
      benefit: 0.003,
      control: 0.003,
      opt_in_yield: 0.004,
      early_withdrawal: 0.0006,
    },
    regionalShock: {
      understanding: 0.004,
      trust: 0.004,
      benefit: 0.004,
      control: 0.004,
      opt_in_yield: 0.004,
      early_withdrawal: 0.0006,
    },
    memory: 0.45,
  },
  notices,
  changes,
  experiments,
};
