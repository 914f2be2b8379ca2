/** Verdicts in English. */
import type { VerdictOutcome } from "#shared/contract/verdict.ts";
import type { JudgedConfounder } from "./judgement.ts";
import type { Words } from "./words.ts";

const outcome: Words["outcome"] = {
  understanding: "understanding",
  trust: "trust",
  opt_in_yield: "opt-in",
  early_withdrawal_rate: "early withdrawal",
};

const FACTS: Record<VerdictOutcome, string> = {
  understanding: "answers",
  trust: "answers",
  opt_in_yield: "people asked",
  early_withdrawal_rate: "consents given",
};

const TRACKED = {
  exposures: "people asked",
  answers: "survey answers",
  spells: "consents given",
  methods: "the ways in which people choose",
  questionnaire: "the surveys that answers come from",
};

const DAY_MS = 86_400_000;
const calendar = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const number = (value: number) => value.toLocaleString("en-GB");
/** What is not all is never "100 %", what is not nothing never "0 %". */
const percent = (share: number) => {
  if (share > 0 && share < 0.005) return "less than 1 %";
  if (share < 1 && share >= 0.995) return "more than 99 %";
  return `${Math.round(share * 100)} %`;
};
const ofP = (p: number) => (p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`);
const days = (count: number) => (count === 1 ? "1 day" : `${number(count)} days`);

const quoted = (title: string) => `“${title}”`;

function list(phrases: readonly string[]): string {
  if (phrases.length < 2) return phrases.join("");
  return `${phrases.slice(0, -1).join(", ")} and ${phrases.at(-1)}`;
}

function jump({ broken, weekStart }: JudgedConfounder & { weekStart: string }): string {
  if (broken === undefined) return `something jumped in the week of ${weekStart}.`;
  const what = TRACKED[broken.what];
  if (broken.kind === "mix") {
    return `In the week of ${weekStart}, ${what} changed: the mix shifted by ${percent(broken.size)}.`;
  }
  if (broken.kind === "gap") return `In the week of ${weekStart}, most ${what} are missing.`;
  if (broken.kind === "spike") {
    return `In the week of ${weekStart}, the number of ${what} was ${broken.size.toFixed(1)} times that of the weeks around it.`;
  }
  if (broken.size === 0) return `From the week of ${weekStart} on, there are no ${what}.`;
  const times = broken.size >= 1 ? broken.size : 1 / broken.size;
  const direction = broken.size >= 1 ? "rose to" : "fell to one part in";
  return `From the week of ${weekStart}, the number of ${what} ${direction} ${times.toFixed(1)}${broken.size >= 1 ? " times what it was" : ""}.`;
}

export const english: Words = {
  outcome,
  quoted,
  movement: (metric, moved, points) =>
    `${outcome[metric]} ${moved} by ${points} ${points === "1" ? "point" : "points"}`,
  list,
  verdict: {
    opt_in_without_understanding: (title, moves) =>
      `${quoted(title)} brought more opt-ins without more understanding: ${moves}. That is the mark of a dark pattern.`,
    building_trust: (title, moves) =>
      `${quoted(title)} is building trust: ${moves}, and nothing else got worse.`,
    mixed: (title, moves) => `${quoted(title)} helped at a price: ${moves}.`,
    eroding_trust: (title, moves) => `${quoted(title)} is eroding trust: ${moves}.`,
    no_clear_effect: (title) =>
      `${quoted(title)} made no difference of a size that matters, for better or worse.`,
    not_enough_data: (title, moves) =>
      moves === ""
        ? `It can't be told yet what ${quoted(title)} did.`
        : `It can't be told yet what ${quoted(title)} did as a whole, though ${moves}.`,
  },
  untold: (title, moves) =>
    moves === ""
      ? `What ${quoted(title)} did could not be told within its follow-up.`
      : `What ${quoted(title)} did as a whole could not be told within its follow-up, though ${moves}.`,
  notBegun: (title, begins) => `${quoted(title)} begins on ${begins}.`,
  unmeasured: {
    all: (title) =>
      `It can't be told what ${quoted(title)} did: there are no data to compare, from before and after it, of those whom it was for.`,
    said: "Nobody was asked about understanding or trust before and after it, so whether it built trust can't be told.",
    done: "No opt-ins or withdrawals are known before and after it, so whether it built trust can't be told.",
  },
  lacking: (metric, needed, count) =>
    `What is open is ${outcome[metric]}: it takes about ${number(needed)} more ${FACTS[metric]}, some ${days(count)} at the present rate.`,
  lackingUnknown: (metric) =>
    `What is open is ${outcome[metric]}, and more of the same data will not settle it.`,
  because: (metric, shortage) => `What is open is ${outcome[metric]}: ${shortage}.`,
  shortage: {
    no_facts: "there are no data of it around the change",
    none_before: "there are no data of it before the change to compare with",
    too_few_weeks_before: "there are fewer than 12 weeks before the change to compare with",
    too_few_waves_before:
      "there are fewer than four survey waves before the change to compare with",
    too_few_weeks_after: "four whole weeks after the change have to pass first",
    no_whole_wave: "no whole survey wave has come in since the change",
  },
  day: (day) => calendar.format(day * DAY_MS),
  calibration: (worlds, claims) =>
    `Of ${number(worlds)} simulated changes that did nothing and were judged in this way, something was claimed of ${claims === 0 ? "none" : `${number(claims)} (${((100 * claims) / worlds).toFixed(1)} %)`}.`,
  preliminary: (finalOn) => `This is preliminary; it is final on ${finalOn}.`,
  preliminaryOpen: "This is preliminary until its data are in.",
  lowered: "Take it with care: something else may have played a part.",
  reason: {
    randomised: ({ experiment, control }) =>
      `People were assigned at random in the experiment ${quoted(experiment)}, so its arms are compared; the control is ${quoted(control)}.`,
    experiment_without_data: ({ experiment }) =>
      `The experiment ${quoted(experiment)} has no two arms with data after the change, so its arms can't be compared.`,
    experiment_without_control: ({ experiment }) =>
      `Nothing says which arm of the experiment ${quoted(experiment)} is its control, so its arms can't be compared.`,
    nobody_outside: () =>
      "Nobody is known to be outside the scope of the change, so there is no one to compare with at the same time.",
    same_people: ({ share }) =>
      `The people inside and outside the scope are partly the same (${percent(share)} of repeated answers), so the two sides can't be compared.`,
    too_few_to_claim: ({ treated, control, smallestP, outcomes }) =>
      `A comparison with those outside the scope can't claim anything here: with ${treated} of ${treated + control} groups changed, the smallest p it can reach is ${smallestP.toFixed(3)}, too large for ${outcomes} outcomes.`,
    leads_differ: ({ metric, p }) =>
      `Those outside the scope can't stand in: ${outcome[metric]} already moved differently there before the change (${ofP(p)}).`,
    many_clusters: ({ treated, control, dimensions }) =>
      `${treated} groups that the change reached are compared with ${control} that it did not, before and after (difference-in-differences by ${list(dimensions)}, errors clustered).`,
    few_clusters: ({ treated, control, dimensions, assignments }) =>
      `${treated} groups that the change reached are compared with ${control} that it did not, before and after (difference-in-differences by ${list(dimensions)}); since they are few, the result is held against ${number(assignments)} placebo assignments.`,
    own_past: ({ weeks, season }) =>
      `The weeks after are compared with what the ${weeks} weeks before would have led to (interrupted time series, ${season ? "trend and season" : "trend"} kept on).`,
    too_early_or_thin: () => "No design applies yet: there are too few weeks or too few data.",
  },
  confounder: {
    overlapping_change: ({ title = "", weekStart, lowers, allowedFor = false }) =>
      allowedFor
        ? `${quoted(title)} came in the week of ${weekStart}; the weeks before it have a level of their own.`
        : lowers
          ? `${quoted(title)} came in the week of ${weekStart}, within the weeks compared: the effect may be partly its.`
          : `${quoted(title)} came in the week of ${weekStart}; weeks on its other side are left out.`,
    volume_break: jump,
    method_break: jump,
    questionnaire_break: jump,
    season_unknown: () =>
      "A season can't be told from an effect: there is no full year of weeks before the change.",
    thin_cohorts: ({ metric, share = 0 }) =>
      `Groups of people with ${percent(share)} of ${metric === null ? "the data" : outcome[metric]} have hardly any data after the change: their part is taken from the others.`,
    placebo_dates_reject: ({ metric, share = 0 }) =>
      `${metric === null ? "It" : outcome[metric]} also seems to change at ${percent(share)} of dates on which nothing happened, so its interval is widened.`,
    outside_moved_alike: ({ metric }) =>
      `${metric === null ? "It" : outcome[metric]} moved inside the scope, but not clearly more than outside it: nothing is claimed of it.`,
    same_people_on_both_sides: ({ share = 0 }) =>
      `Some people are on both sides of the comparison (${percent(share)} of repeated answers), which makes the effect look smaller.`,
  },
};
