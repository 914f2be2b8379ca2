/**
 * Six dated changes and what each truly did. Those scoped by region treat about half of the customers,
 * each half drawn across the earlier ones, so that an older change sits on both sides of a newer one.
 */
import type { Change } from "./world.ts";

const everybody = { purposes: [], channels: [], regions: [], generations: [] } as const;
const apps = ["ios", "android"] as const;

export const changes: readonly Change[] = [
  {
    key: "one-tap-opt-out",
    title: "One-tap opt-out in the apps",
    weeksBefore: 66,
    kind: "easier_opt_out",
    scope: { ...everybody, channels: apps, regions: ["GB", "FR", "US-NY", "ES", "NL", "AU"] },
    hypothesis:
      "Who can leave in one tap, and sees where, trusts us more and has less reason to leave early.",
    withNotice: false,
    effects: {
      understanding: 0.07,
      trust: 0.1,
      benefit: 0.02,
      control: 0.14,
      opt_in_yield: 0.06,
      early_withdrawal: -0.025,
    },
    optOut: { time: 0.22, givenUp: 0.3, stepsLess: 4 },
    verdict: "building_trust",
  },
  {
    key: "partner-sharing",
    title: "Partner sharing added to the app notice",
    weeksBefore: 53,
    kind: "policy",
    scope: { ...everybody, channels: apps, regions: ["FR", "US-NY", "NL", "DE", "IT", "CA"] },
    hypothesis: "Naming a list of 62 partners is a formality and changes nothing for customers.",
    withNotice: true,
    effects: {
      understanding: -0.08,
      trust: -0.11,
      benefit: -0.04,
      control: -0.06,
      opt_in_yield: -0.09,
      early_withdrawal: 0.03,
    },
    verdict: "eroding_trust",
  },
  {
    key: "new-icons",
    title: "New icons and colours in the web notice",
    weeksBefore: 40,
    kind: "other",
    scope: { ...everybody, channels: ["web"] },
    hypothesis: "A friendlier look makes the notice easier to take in.",
    withNotice: true,
    effects: {},
    verdict: "no_clear_effect",
  },
  {
    key: "prominent-accept",
    title: "Accept button enlarged, decline moved to the second screen",
    weeksBefore: 25,
    kind: "flow",
    scope: { ...everybody, regions: ["FR", "ES", "AU", "DE", "US-TX", "SE"] },
    hypothesis: "A clear main action brings more opt-ins.",
    withNotice: false,
    effects: {
      understanding: -0.1,
      trust: -0.06,
      benefit: -0.03,
      control: -0.09,
      opt_in_yield: 0.12,
      early_withdrawal: 0.03,
    },
    verdict: "opt_in_without_understanding",
  },
  {
    key: "benefit-explained",
    title: "What you get for it: the benefit shown beside every purpose",
    weeksBefore: 12,
    kind: "benefit",
    scope: everybody,
    hypothesis:
      "People who see what their data does for them understand the deal, say yes, and stay.",
    withNotice: true,
    effects: {
      understanding: 0.1,
      trust: 0.09,
      benefit: 0.12,
      control: 0.02,
      opt_in_yield: 0.07,
      early_withdrawal: -0.02,
    },
    tilt: {
      early_withdrawal: {
        silent: 0.012,
        boomer: 0.009,
        gen_x: 0.004,
        millennial: -0.004,
        gen_z: -0.01,
        gen_alpha: -0.01,
      },
    },
    verdict: "building_trust",
  },
  {
    key: "partners-by-name",
    title: "Advertising partners explained one by one",
    weeksBefore: 3,
    kind: "wording",
    scope: { ...everybody, purposes: ["ads"] },
    hypothesis: "Who sees who gets the data, and for what, understands advertising better.",
    withNotice: false,
    effects: { understanding: 0.07, trust: 0.06, opt_in_yield: 0.06, early_withdrawal: 0 },
    verdict: "not_enough_data",
  },
];
