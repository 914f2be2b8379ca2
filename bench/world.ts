/** The world that is measured: what people are asked, and the lives they lead. All of it follows from a seed. */
import { Random } from "../seed/random.ts";

export const eventTypes = [
  "prompt_shown",
  "granted",
  "declined",
  "dismissed",
  "withdrawal_started",
  "withdrawn",
  "survey_answered",
] as const;
export const purposes = [
  "ads",
  "analytics",
  "email",
  "personalization",
  "research",
  "sharing",
] as const;
export const channels = ["web", "ios", "android", "email", "in_person"] as const;
export const generations = [
  "silent",
  "boomer",
  "gen_x",
  "millennial",
  "gen_z",
  "gen_alpha",
  "unknown",
] as const;
export const locales = ["en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "pl-PL"] as const;
export const reasons = ["no_benefit", "privacy_concern", "did_not_understand", "other"] as const;
export const questions = ["understanding", "trust"] as const;
export const variants = ["a", "b"] as const;
/** US-AA … US-BX: the forms of ISO 3166-2. */
export const regions = Array.from(
  { length: 50 },
  (_, i) => `US-${String.fromCharCode(65 + Math.floor(i / 25), 65 + (i % 25))}`,
);

/** A notice is in use for so long; then all purposes have the next. */
export const NOTICE_DAYS = 120;
/** No life goes on for longer after a person was first asked. */
export const HORIZON_DAYS = 420;

/** One thing that a person does, days after the first one. */
export interface Step {
  gap: number;
  /** Of the prompt that it belongs to: tells the notice. */
  promptGap: number;
  ms: number;
  type: (typeof eventTypes)[number];
  purpose: number;
  durationMs: number | null;
  steps: number | null;
  reason: number | null;
  question: number | null;
  score: number | null;
}

const LIVES = 1024;
const LATEST_PROMPT_MS = 82_800_000;
const MINUTE_MS = 60_000;
/** Longer than a month and a notice: an answer of another month, a prompt under another notice. */
const NEXT_SURVEY_DAYS = 35;
const NEXT_PROMPT_DAYS = 130;

/**
 * Lives to hand out. In all of them somebody decides at most once under a notice, is not asked while consenting, and answers a
 * question at most once a month: so the figures are plain counts of raw events, and whoever counts those needs no windows.
 */
export function lives(seed: number): Step[][] {
  return Array.from({ length: LIVES }, (_, stream) => live(new Random(seed, stream)));
}

function live(random: Random): Step[] {
  const steps: Step[] = [];
  const first = random.integer(0, purposes.length - 1);
  const asked = random.integer(1, 3);
  for (let i = 0; i < asked; i += 1) {
    const gap = i === 0 ? 0 : random.integer(0, 20);
    ask(random, steps, (first + i) % purposes.length, gap);
  }
  return steps.filter(({ gap }) => gap <= HORIZON_DAYS);
}

const plain = { durationMs: null, steps: null, reason: null, question: null, score: null };

function ask(random: Random, all: Step[], purpose: number, promptGap: number): void {
  const ms = random.integer(0, LATEST_PROMPT_MS);
  const add = (type: Step["type"], gap: number, at: number, more: Partial<Step> = {}) =>
    void all.push({ ...plain, promptGap, purpose, type, gap, ms: at, ...more });
  const effort = (medianMs: number, most: number) => ({
    durationMs: Math.max(100, Math.round(random.logNormal(medianMs, 0.6) / 100) * 100),
    steps: random.integer(1, most),
  });
  add("prompt_shown", promptGap, ms);
  const chance = random.next();
  const gap = promptGap + (random.chance(0.85) ? 0 : random.integer(1, 5));
  const at = ms + random.integer(1000, 20 * MINUTE_MS);
  if (chance < 0.55) {
    add("granted", gap, at, effort(6000, 3));
    const leaves = gap + 1 + Math.floor(random.exponential(60));
    const chanceToLeave = random.next();
    if (chanceToLeave < 0.3) add("withdrawal_started", leaves, ms);
    if (chanceToLeave < 0.25) {
      const reason = random.integer(0, reasons.length - 1);
      const left = ms + random.integer(5000, 15 * MINUTE_MS);
      add("withdrawn", leaves, left, { ...effort(30_000, 8), reason });
    }
  } else if (chance < 0.8) add("declined", gap, at, effort(4000, 3));
  else if (chance < 0.9) add("dismissed", gap, at);
  if (chance >= 0.55 && random.chance(0.3))
    ask(random, all, purpose, promptGap + NEXT_PROMPT_DAYS + random.integer(0, 60));
  if (random.chance(0.2)) answer(random, add, promptGap + random.integer(6, 60));
}

type Add = (type: Step["type"], gap: number, at: number, more: Partial<Step>) => void;

function answer(random: Random, add: Add, gap: number): void {
  for (const [question] of questions.entries()) {
    const at = random.integer(0, LATEST_PROMPT_MS);
    const score = 1 + Math.floor(5 * Math.sqrt(random.next()));
    add("survey_answered", gap, at, { question, score });
    if (random.chance(0.3))
      add("survey_answered", gap + NEXT_SURVEY_DAYS, at, { question, score: random.integer(1, 5) });
  }
}
