/** Two wordings tried at random, and what each truly does. */
import type { Experiment } from "./world.ts";

export const experiments: readonly Experiment[] = [
  {
    slug: "benefit-first",
    title: "Benefit first or purpose first, on the web",
    hypothesis: "Said what they get before what we use, more people agree, and know what to.",
    weeksBefore: 31,
    days: 42,
    traffic: 0.8,
    channels: ["web"],
    plannedSubjects: 4000,
    owner: "Consent team",
    legalNote: "Both wordings approved by the privacy counsel.",
    variants: [
      {
        slug: "purpose-first",
        share: 0.5,
        wording: {
          title: "Your data, your choice",
          text:
            "We use data about what you view to suggest things you may like. You can switch this " +
            "off at any time.",
          accept: "Yes, that is fine",
          decline: "No, thanks",
        },
        checklist: ["what", "why", "leave"],
        effects: {},
      },
      {
        slug: "benefit-led",
        share: 0.5,
        wording: {
          title: "Suggestions that fit you",
          text:
            "Find what you like faster. For that, we use data about what you view. You can switch " +
            "this off at any time.",
          accept: "Yes, that is fine",
          decline: "No, thanks",
        },
        checklist: ["what", "why", "benefit", "leave"],
        effects: {
          understanding: 0.04,
          trust: 0.03,
          benefit: 0.1,
          opt_in_yield: 0.08,
          early_withdrawal: -0.02,
        },
        tilt: {
          opt_in_yield: {
            silent: -0.06,
            boomer: -0.05,
            gen_x: -0.02,
            millennial: 0.025,
            gen_z: 0.04,
            gen_alpha: 0.03,
          },
        },
      },
    ],
    probe: { survey: "wording-check", answers: 0.5 },
    recommendation: "ship",
  },
  {
    slug: "short-and-sweet",
    title: "One friendly line or the full sentence, in the apps",
    hypothesis: "The shorter the text, the more people agree, and nobody reads the rest anyway.",
    weeksBefore: 31,
    days: 42,
    traffic: 0.9,
    channels: ["ios", "android"],
    plannedSubjects: 2000,
    owner: "Apps team",
    legalNote: "One line approved for this test only.",
    variants: [
      {
        slug: "full-sentence",
        share: 0.5,
        wording: {
          title: "Your data, your choice",
          text:
            "We use data about what you do in the app to show you ads and suggestions that fit, " +
            "and to measure what works. You can switch off each one at any time.",
          accept: "Yes, that is fine",
          decline: "No, thanks",
        },
        checklist: ["what", "why", "how", "leave"],
        effects: {},
      },
      {
        slug: "one-line",
        share: 0.5,
        wording: {
          title: "Make it yours!",
          text: "Get an experience made for you.",
          accept: "Let's go",
          decline: "Not now",
        },
        checklist: [],
        effects: {
          understanding: -0.12,
          trust: -0.05,
          control: -0.06,
          opt_in_yield: 0.1,
          early_withdrawal: 0.02,
        },
      },
    ],
    probe: { survey: "wording-check", answers: 0.5 },
    recommendation: "more_accepted_less_understood",
  },
];
