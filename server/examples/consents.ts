/** Nine people who give consent, keep it, or take it back, for the figures of spells. */
import { type ExampleSet, on } from "./example-set.ts";

const n1 = { purpose: "ads", notice: "2026-02" };
const n2 = { purpose: "ads", notice: "2026-03" };
const ads = { purpose: "ads" };

export const consents: ExampleSet<
  | "active_consents"
  | "net_change"
  | "consent_coverage"
  | "withdrawal_rate"
  | "consent_retention"
  | "early_withdrawal_rate"
> = {
  asOf: "2026-03-31",
  from: "2026-03-01",
  queries: { consent_retention: { from: "2026-02-01", day: "30" } },
  people: [
    {
      name: "Ann",
      events: [on("02-10 09:00", "granted", n1)],
      why: {
        active_consents: "Consents since February.",
        net_change: "In force before and after: no change.",
        consent_coverage: "Asked, and consents.",
        withdrawal_rate: "31 consent-days, all of March.",
        consent_retention: "Followed for 49 days, still in force.",
        early_withdrawal_rate: "Granted before the range.",
      },
    },
    {
      name: "Bob",
      events: [on("02-20 09:00", "granted", n1), on("12 09:00", "withdrawn", ads)],
      why: {
        active_consents: "Withdrew on 12 March.",
        net_change: "In force on 28 February, not on 31 March: one less.",
        consent_coverage: "Asked, and consents no more.",
        withdrawal_rate: "12 consent-days to the day of withdrawal, and one withdrawal.",
        consent_retention: "Left after 20 days.",
        early_withdrawal_rate: "Granted before the range.",
      },
    },
    {
      name: "Cat",
      events: [on("05 09:00", "granted", n1), on("08 09:00", "withdrawn", ads)],
      why: {
        active_consents: "Withdrew on 8 March.",
        net_change: "Came and went within March: no change.",
        consent_coverage: "Asked, and consents no more.",
        withdrawal_rate: "4 consent-days, both ends included, and one withdrawal.",
        consent_retention: "Left after 3 days.",
        early_withdrawal_rate: "Left within 7 days.",
      },
    },
    {
      name: "Dan",
      events: [on("06 09:00", "granted", n1), on("10 09:00", "granted", n1)],
      why: {
        active_consents: "The second yes changes nothing: one consent, not two.",
        net_change: "New in March: one more.",
        consent_coverage: "Asked, and consents.",
        withdrawal_rate: "26 consent-days, from the first yes on.",
        consent_retention: "Followed for 25 days, still in force.",
        early_withdrawal_rate: "Still in force after 7 days.",
      },
    },
    {
      name: "Eve",
      events: [on("07 09:00", "prompt_shown", n1), on("07 09:01", "declined", n1)],
      why: {
        active_consents: "Declined.",
        net_change: "Declined, having no consent before: no change.",
        consent_coverage: "Asked, and does not consent.",
        withdrawal_rate: "A no without a consent before is no withdrawal.",
        consent_retention: "Never consented.",
        early_withdrawal_rate: "Never consented.",
      },
    },
    {
      name: "Flo",
      events: [on("09 09:00", "granted", { ...n1, method: "implicit" })],
      why: {
        active_consents: "An implicit grant is no consent.",
        net_change: "An implicit grant is no consent.",
        consent_coverage: "An implicit grant states nothing, not even that she was asked.",
        withdrawal_rate: "An implicit grant is no consent.",
        consent_retention: "An implicit grant is no consent.",
        early_withdrawal_rate: "An implicit grant is no consent.",
      },
    },
    {
      name: "Guy",
      events: [on("10 09:00", "granted", n1), on("20 09:00", "declined", n2)],
      why: {
        active_consents: "The no under the next notice ended the consent.",
        net_change: "Came and went within March: no change.",
        consent_coverage: "Asked, and consents no more; two notices are one person asked.",
        withdrawal_rate: "11 consent-days; a no inside a consent withdraws it.",
        consent_retention: "Left after 10 days.",
        early_withdrawal_rate: "Left after 10 days: not early.",
      },
    },
    {
      name: "Hue",
      events: [on("28 09:00", "granted", n1)],
      why: {
        active_consents: "Consents since 28 March.",
        net_change: "New in March: one more.",
        consent_coverage: "Asked, and consents.",
        withdrawal_rate: "4 consent-days up to the as-of day.",
        consent_retention: "Followed for 3 days only, still in force: counts until then.",
        early_withdrawal_rate: "Granted less than 8 days before the as-of day: not counted yet.",
      },
    },
    {
      name: "Ike",
      // On the last day, which is the as-of day because of it: who sends these events gets the same figures.
      events: [on("31 09:00", "withdrawn", ads)],
      why: {
        active_consents: "Withdrew a consent that is not known: counted in data quality only.",
        net_change: "Withdrew a consent that is not known: no change.",
        consent_coverage: "A withdrawal alone does not say that he was asked.",
        withdrawal_rate: "Withdrew a consent that is not known: no consent-days, no withdrawal.",
        consent_retention: "No grant is known.",
        early_withdrawal_rate: "No grant is known.",
      },
    },
  ],
};
