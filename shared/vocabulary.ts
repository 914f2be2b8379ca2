/** The words of the field, as const tuples: what may stand in an event, a filter or an answer. */

export const eventTypes = [
  "prompt_shown",
  "granted",
  "declined",
  "dismissed",
  "withdrawal_started",
  "withdrawn",
  "survey_answered",
] as const;
export type EventType = (typeof eventTypes)[number];

/** Pew Research Center's bands, oldest first; `unknown` where no event of the subject states one. */
export const generations = [
  "silent",
  "boomer",
  "gen_x",
  "millennial",
  "gen_z",
  "gen_alpha",
  "unknown",
] as const;
export type Generation = (typeof generations)[number];

/** How a choice was made. `implicit` (scrolling, a pre-ticked box, silence) is never consent. */
export const methods = ["explicit", "signal", "assisted", "implicit"] as const;
export type Method = (typeof methods)[number];

/** The dimensions that every metric can be split and filtered by. */
export const commonDimensions = [
  "purpose",
  "notice",
  "channel",
  "region",
  "segment",
  "locale",
  "generation",
  "experiment",
  "variant",
  "source",
] as const;

/** Dimensions of some facts only: `method` of decisions and closings, `reason` of withdrawals, `survey` of answers. */
export const specialDimensions = ["method", "reason", "survey"] as const;

export const dimensions = [...commonDimensions, ...specialDimensions] as const;
export type Dimension = (typeof dimensions)[number];

export const grains = ["day", "week", "month", "total"] as const;
export type Grain = (typeof grains)[number];

/** Survey questions with a meaning, and so a metric, of their own. */
export const builtInQuestions = ["understanding", "trust", "benefit", "control"] as const;

export const changeKinds = [
  "wording",
  "flow",
  "benefit",
  "easier_opt_out",
  "policy",
  "other",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The languages that Candor speaks, as BCP 47 tags; the first where nothing else is asked for. */
export const languages = ["en", "ar"] as const;
export type Language = (typeof languages)[number];

export const UNKNOWN = "unknown";
export const NONE = "none";
/** The purpose of an answer that names none: about data use as a whole. */
export const GENERAL = "general";
/** The source of everything that came in as events. */
export const EVENTS_SOURCE = "events";

/** Birth years are mapped at once and never stored. `year` is a calendar year from 1900 on. */
export function generationOf(year: number): Generation {
  if (year <= 1945) return "silent";
  if (year <= 1964) return "boomer";
  if (year <= 1980) return "gen_x";
  if (year <= 1996) return "millennial";
  if (year <= 2012) return "gen_z";
  return "gen_alpha";
}
