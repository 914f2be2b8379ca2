/** A world: a made-up company as data, with the truth it plants. Shares are 0–1, points are 0.01. */

import type { ChangeKind, Generation } from "#shared/vocabulary.ts";
import type { ChecklistItem, Wording } from "#shared/wording.ts";

/** `unknown` is what a person leaves unsaid, not what a person is. */
export type Born = Exclude<Generation, "unknown">;
export type Question = "understanding" | "trust" | "benefit" | "control";
/** What a change or a wording can move; all are shares. */
export type Outcome = Question | "opt_in_yield" | "early_withdrawal";
export type Effects = Partial<Record<Outcome, number>>;
/** Where generations differ: added to the effect and centred, so that the effect stays the mean. */
export type Tilt = Partial<Record<Outcome, Readonly<Record<Born, number>>>>;
export type Verdict =
  | "opt_in_without_understanding"
  | "building_trust"
  | "mixed"
  | "eroding_trust"
  | "no_clear_effect"
  | "not_enough_data";
/** How a notice argues: by the law, in plain words, or from what the person gets out of it. */
export type WordingKind = "legal" | "plain" | "benefit";

export type World = {
  name: string;
  /** Subjects are called `<prefix>-00042`. */
  prefix: string;
  /** The world at full size. */
  days: number;
  subjects: number;
  /** The seed that it is shown with. */
  seed: number;
  people: People;
  visits: Visits;
  asking: Asking;
  leaving: Leaving;
  surveys: Surveys;
  weather: Weather;
  /** Ordered by time, the oldest first. */
  notices: readonly Notice[];
  changes: readonly Change[];
  experiments: readonly Experiment[];
};

export type People = {
  generations: Readonly<Record<Born, Habits>>;
  /** Share that never states birth year or generation. */
  silentOnAge: number;
  /** Of the others: share that states a generation rather than a birth year. */
  statesGeneration: number;
  regions: readonly Region[];
  channels: readonly Channel[];
  segments: Readonly<Record<string, number>>;
};

export type Habits = {
  /** Share of the people. */
  share: number;
  /** First and last birth year that turn up. */
  born: readonly [number, number];
  /** Yield of an average prompt in plain words. */
  optIn: number;
  /** Share of consents withdrawn within 7 days, and withdrawals a day after that. */
  early: number;
  lateADay: number;
  /** Share of survey invitations answered. */
  answers: number;
  /** Share of answers in the top two boxes. */
  topTwo: Readonly<Record<Question, number>>;
  reasons: Readonly<Record<string, number>>;
  /** Mean days that a customer stays. */
  staysDays: number;
};

export type Region = {
  code: string;
  share: number;
  optIn: number;
  utcOffset: number;
  locales: Readonly<Record<string, number>>;
  /** Share of its web visitors whose browser sends a Global Privacy Control signal. */
  signals: number;
};

export type Channel = {
  name: string;
  share: number;
  optIn: number;
  early: number;
  /** Purposes asked by a prompt at the first visit, and by switches in the account's form. */
  atFirst: readonly Purpose[];
  atAccount: readonly Purpose[];
  sendsSignals: boolean;
  /** Typical withdrawal here. */
  withdrawal: { medianMs: number; steps: readonly [number, number] };
};

export type Purpose = "ads" | "personalization" | "analytics" | "email-marketing";

export type Visits = {
  /**
   * Share who were customers before the first day, and meet the consent tool on some day after it;
   * the others join day by day.
   */
  customersBefore: number;
  /** Growth of daily joiners over a year; size of the yearly season, peak day of the year. */
  growthAYear: number;
  season: { size: number; peakDay: number };
  /** Weight of each weekday from Monday, and of each local hour. */
  weekdays: readonly number[];
  hours: readonly number[];
  /** Share of joiners who never come back; share who fill in an account's form, after how many days. */
  onceOnly: number;
  account: { share: number; meanDays: number };
  /** Mean days from a new notice to the visit that shows it; share of those asked who had said no. */
  noticeDays: number;
  noAskedAgain: number;
  /** Nobody is asked the same thing again within so many days. */
  restDays: number;
};

export type Asking = {
  purposes: Readonly<Record<Purpose, { optIn: number; signals: boolean; askedAgain: boolean }>>;
  /** What becomes of a prompt that is not granted. */
  otherwise: Readonly<Record<"declined" | "dismissed" | "none", number>>;
  /** How much of a choice is the person, the person's view of the purpose, and the moment. */
  choice: { person: number; purpose: number; moment: number };
  /** Change of yield by how the notice argues; centred, so that no notice moves the whole. */
  wordings: Readonly<Record<WordingKind, Readonly<Record<Born, number>>>>;
  /** Share of choices made hours or days after the prompt; of silent people who choose after a week. */
  later: number;
  afterAWeek: number;
  /** Share of unanswered prompts shown again; of them taken for consent by scrolling. */
  shownAgain: number;
  scrolled: number;
  assisted: number;
  /** Share of choices whose time and steps are sent along. */
  timed: number;
  grantedMs: number;
  declinedMs: number;
};

export type Leaving = {
  /** Share of withdrawals begun in the settings; the others come by a link or a letter. */
  begun: number;
  /** Attempts given up, for each consent. */
  givenUp: number;
  /** Share of later withdrawals that end all consents at once. */
  everything: number;
  states: { reason: number; notice: number };
  assisted: number;
  signal: number;
  /** Share of subjects with a withdrawal that answers to no consent. */
  orphans: number;
};

export type Surveys = {
  pulse: string;
  scale: number;
  /** Share of answered invitations that hold the question. */
  asks: Readonly<Record<Question, number>>;
  purposeBound: number;
  /** How much of an answer is the person rather than the day. */
  person: number;
  /** Of the person's part: how much those who like to consent also like to trust. */
  consenting: number;
  answerDays: number;
};

/** Slow season and week-level shocks, common and regional (AR(1)), as standard deviations. */
export type Weather = {
  season: Readonly<Record<Outcome, number>>;
  shock: Readonly<Record<Outcome, number>>;
  regionalShock: Readonly<Record<Outcome, number>>;
  memory: number;
};

export type Notice = {
  /** Weeks before `until`; it starts on the Tuesday then or after. The first is there from the start. */
  weeksBefore: number;
  wording: WordingKind;
  /** Share of returning people whom it asks again. */
  asksAgain: number;
  /** By locale. */
  wordings: Readonly<Record<string, Wording>>;
  /** Which of the things that a wording should say its author found said. */
  checklist: readonly ChecklistItem[];
};

/** Lists that are empty mean everything. */
export type Scope = {
  purposes: readonly Purpose[];
  channels: readonly string[];
  regions: readonly string[];
  generations: readonly Born[];
};

export type Change = {
  key: string;
  title: string;
  weeksBefore: number;
  kind: ChangeKind;
  scope: Scope;
  hypothesis: string;
  /** It came with the notice that starts the same day. */
  withNotice: boolean;
  effects: Effects;
  tilt?: Tilt;
  /** Withdrawals take this much of the time, and are given up this much as often. */
  optOut?: { time: number; givenUp: number; stepsLess: number };
  verdict: Verdict;
};

export type Variant = {
  slug: string;
  share: number;
  wording: Wording;
  /** Which of the things that a wording should say its author found said. */
  checklist: readonly ChecklistItem[];
  effects: Effects;
  tilt?: Tilt;
};

export type Experiment = {
  slug: string;
  title: string;
  hypothesis: string;
  weeksBefore: number;
  days: number;
  /** Share of those asked meanwhile who take part. */
  traffic: number;
  channels: readonly string[];
  /** People in all variants, as planned before it began. */
  plannedSubjects: number;
  owner: string;
  legalNote: string;
  /** The first is the control. */
  variants: readonly Variant[];
  /** A question on the wording right after it: survey, share who answer. */
  probe: { survey: string; answers: number };
  recommendation: "ship" | "more_accepted_less_understood";
};
