/**
 * How other systems report the share that says yes: each one's own numerator, denominator, unit and treatment of
 * dismissals and silence, and what keeps Candor's restatement from being theirs to the last digit. The list is behind
 * `as=`, the reconciliation and the glossary.
 */
import type { Dimension } from "./vocabulary.ts";

export const restatementNames = [
  "didomi",
  "didomi_consent_rate",
  "usercentrics",
  "osano",
  "att",
] as const;
export type RestatementName = (typeof restatementNames)[number];

/** Why their figure is another than ours. */
export const stepCodes = [
  "dismissed",
  "silent",
  "repeated_prompts",
  "repeated_choices",
  "unprompted",
  "day_of_showing",
  "decided_before",
  "records_without",
] as const;
export type StepCode = (typeof stepCodes)[number];

export interface Restatement {
  title: string;
  /** Whose report it is. */
  whose: string;
  numerator: string;
  denominator: string;
  formula: string;
  /** What is counted once. */
  unit: string;
  /** Dismissals and silence. */
  silence: string;
  /** Which day a case belongs to. */
  day: string;
  /** Where Candor's restatement and their dashboard can still differ. */
  caveat: string;
  /** What of the count records goes in. */
  counts: string;
  source: string;
}

/** Prompts and dismissals have no method, so nothing that counts them can be split by one. */
export const withoutMethod: readonly RestatementName[] = ["didomi", "osano"];

export function lacksDimension(as: RestatementName, dimension: Dimension): boolean {
  return dimension === "method" && withoutMethod.includes(as);
}

export const restatements: Record<RestatementName, Restatement> = {
  didomi: {
    title: "Didomi: opt-in rate",
    whose: "Didomi",
    numerator: "every `granted` after a prompt, repeats included",
    denominator: "every `prompt_shown`, repeats included",
    formula: "opt-ins / notices shown",
    unit: "one display; three displays to one person count three times",
    silence: "Dismissals and silence are in the denominator.",
    day: "the day of each event",
    caveat:
      "Didomi leaves out choices set by programme; here those that no prompt came before are left out. Shown on one day and chosen on another, a day can have more opt-ins than displays: it then has a value above 100 % and no interval. Didomi counts a choice once for all purposes: compare within one purpose.",
    counts: "records with shown, granted and declined",
    source:
      "support.didomi.io: CMP notice metrics and indicators; Custom behavior impact on CMP analytics",
  },
  didomi_consent_rate: {
    title: "Didomi: consent rate",
    whose: "Didomi",
    numerator: "every `granted`, repeats included",
    denominator: "every `granted` and `declined`, repeats included",
    formula: "opt-ins / (opt-ins + opt-outs)",
    unit: "one choice; two choices of one person count twice",
    silence: "Dismissals and silence are left out.",
    day: "the day of each choice",
    caveat:
      "Didomi leaves out choices set by programme, which Candor cannot tell from others. A withdrawal is no choice here. Didomi counts a choice once for all purposes: compare within one purpose.",
    counts: "records with granted and declined",
    source: "support.didomi.io: Difference between consent rate and addressability rate",
  },
  usercentrics: {
    title: "Usercentrics: accept rate",
    whose: "Usercentrics",
    numerator: "every `granted`, repeats included",
    denominator: "every `granted` and `declined`, repeats included",
    formula: "ACCEPT / (ACCEPT + DENY + SAVE)",
    unit: "one interaction; two of one person count twice",
    silence: "Dismissals and silence (“ignores”) are left out.",
    day: "the day of each choice",
    caveat:
      "There a partial choice (SAVE) is never an accept, here it is a yes for the purposes accepted, since Candor counts each purpose. So the comparison holds within one purpose, and Candor's figure is the higher one by the partial choices that include it.",
    counts: "records with granted and declined",
    source: "usercentrics.com/docs/web/features/interaction-analytics/dashboards",
  },
  osano: {
    title: "Osano: opt-in rate",
    whose: "Osano",
    numerator: "exposures with the outcome `granted`",
    denominator: "exposures with the outcome `granted`, `declined` or `dismissed`",
    formula: "opted in / (opted in + opted out + dismissed)",
    unit: "one visitor who interacted: subject, purpose and notice",
    silence: "A dismissal is an opt-out; silence is absent.",
    day: "the day the notice was first shown; what came within 7 × 24 h counts",
    caveat:
      "Osano reports the share of those who opt out; this is its other side, of one category (purpose). Its visitors are browsers, not people. Figures of the last 7 days still move.",
    counts: "records with granted, declined and dismissed",
    source: "docs.osano.com/hc/en-us/articles/32493384386964, Cookie Consent Reports",
  },
  att: {
    title: "App Tracking Transparency: opt-in rate",
    whose: "Flurry, AppsFlyer",
    numerator: "of those, the ones `granted`",
    denominator: "first decisions per subject and purpose, whatever the notice",
    formula: "authorized / (authorized + denied)",
    unit: "one app user",
    silence: "Dismissals and silence (“not determined”) are left out.",
    day: "the day of the decision",
    caveat:
      "The system prompt asks once in the life of an app: here the first decision stands, where theirs follows later changes in the device's settings. Restricted devices are unknown to Candor.",
    counts: "records with granted and declined",
    source: "flurry.com: iOS 14.5 opt-in rate; support.appsflyer.com 115000805366",
  },
};
