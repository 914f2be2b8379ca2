/** Events as a stream, day by day in the order of their time: however many there are, one day's are in memory. */
import {
  channels,
  eventTypes,
  generations,
  HORIZON_DAYS,
  lives,
  locales,
  NOTICE_DAYS,
  purposes,
  questions,
  reasons,
  regions,
  type Step,
  variants,
} from "./world.ts";

const SEED = 20_260;
const DAY_MS = 86_400_000;
/** The last day: past on any machine that runs this. */
export const LAST_DAY = Date.UTC(2025, 11, 31) / DAY_MS;
/** Shares nothing with a life's own length, so that neighbours lead different lives every day. */
const SHIFT = 37;

/** Texts as numbers, nothing as null: what a table of raw events holds. `at` in ms, `day` since 1970. */
export interface RawEvent extends Omit<Step, "gap" | "promptGap" | "ms" | "type"> {
  /** The how manieth step of its subject's life. */
  step: number;
  subject: number;
  at: number;
  day: number;
  type: number;
  notice: number;
  channel: number;
  region: number;
  locale: number;
  generation: number;
  experiment: number | null;
  variant: number | null;
}

interface PlacedStep extends Step {
  life: number;
  step: number;
}

/** Whom the events are of: their lives, whose steps come so many days after the first, and how many people begin one each day. */
interface Crowd {
  all: readonly Step[][];
  byGap: readonly PlacedStep[][];
  newcomers: number;
}

function crowdOf(count: number, days: number): Crowd {
  const all = lives(SEED);
  const byGap: PlacedStep[][] = Array.from({ length: HORIZON_DAYS + 1 }, () => []);
  for (const [life, steps] of all.entries())
    for (const [step, one] of steps.entries()) byGap[one.gap]?.push({ ...one, life, step });
  return { all, byGap, newcomers: newcomersADay(count, days, byGap, all.length) };
}

/** `count` events over at most `days` days that end on the last day. */
export function* generate(count: number, days: number): Generator<RawEvent[]> {
  const { all, byGap, newcomers } = crowdOf(count, days);
  const firstDay = LAST_DAY - days + 1;
  let left = count;
  for (let day = 0; day < days && left > 0; day += 1) {
    const today: RawEvent[] = [];
    for (let gap = 0; gap <= Math.min(day, HORIZON_DAYS); gap += 1) {
      const arrival = day - gap;
      for (const one of byGap[gap] ?? []) {
        const first = (((one.life - arrival * SHIFT) % all.length) + all.length) % all.length;
        for (let slot = first; slot < newcomers; slot += all.length)
          today.push(eventOf(one, firstDay + day, arrival * newcomers + slot));
      }
    }
    today.sort((a, b) => a.at - b.at);
    yield today.length <= left ? today : today.slice(0, left);
    left -= today.length;
  }
}

/** The same events person by person, and those of the last days that are too many for `count`. */
export function* generateByPerson(count: number, days: number): Generator<RawEvent[], void> {
  const { all, newcomers } = crowdOf(count, days);
  const firstDay = LAST_DAY - days + 1;
  for (let arrival = 0; arrival < days; arrival += 1) {
    for (let slot = 0; slot < newcomers; slot += 1) {
      const life = (slot + arrival * SHIFT) % all.length;
      const steps = (all[life] ?? []).map((one, step) => ({ ...one, life, step }));
      yield steps
        .filter(({ gap }) => arrival + gap < days)
        .map((one) => eventOf(one, firstDay + arrival + one.gap, arrival * newcomers + slot));
    }
  }
}

/** So many people are first asked each day that the events suffice. */
function newcomersADay(count: number, days: number, byGap: PlacedStep[][], lifeCount: number) {
  const eachDay = byGap.map((steps) => steps.length / lifeCount);
  const whole = eachDay.reduce((sum, n, gap) => sum + n * Math.max(0, days - gap), 0);
  return Math.ceil(count / whole);
}

function eventOf(one: PlacedStep, day: number, subject: number): RawEvent {
  const { gap, promptGap, ms, step, type, purpose } = one;
  const { durationMs, steps, reason, question, score } = one;
  const bits = mix(subject);
  const isTested = (bits & 1) === 0;
  return {
    step,
    purpose,
    durationMs,
    steps,
    reason,
    question,
    score,
    subject,
    at: day * DAY_MS + ms,
    day,
    type: eventTypes.indexOf(type),
    notice: Math.floor((day - gap + promptGap) / NOTICE_DAYS),
    channel: pick(bits >>> 1, channels.length),
    region: pick(mix(bits), regions.length),
    locale: pick(mix(bits + 1), locales.length),
    generation: (bits >>> 8) % generations.length,
    experiment: isTested ? Math.floor((day - gap) / 90) : null,
    variant: isTested ? (bits >>> 4) & 1 : null,
  };
}

/** Some are far more frequent than others: the first comes about `n` times as often as the last. */
function pick(bits: number, n: number): number {
  const share = (bits >>> 0) / 4_294_967_296;
  return Math.min(n - 1, Math.floor((n + 1) ** share - 1));
}

function mix(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

export function jsonOf(event: RawEvent): string {
  return JSON.stringify(recordOf(event));
}

/** As a company would send it: random-looking ids, names, an instant in UTC. */
export function recordOf(event: RawEvent): Record<string, unknown> {
  const type = eventTypes[event.type];
  const isAnswer = type === "survey_answered";
  return {
    id: idOf(event),
    type,
    at: new Date(event.at).toISOString(),
    subject: `user-${event.subject}`,
    purpose: purposes[event.purpose],
    notice: `v${event.notice}`,
    channel: channels[event.channel],
    region: regions[event.region],
    locale: locales[event.locale],
    generation: generations[event.generation],
    ...(event.experiment === null
      ? {}
      : { experiment: `exp-${event.experiment}`, variant: variants[event.variant ?? 0] }),
    ...(event.durationMs === null ? {} : { durationMs: event.durationMs, steps: event.steps }),
    ...(event.reason === null ? {} : { reason: reasons[event.reason] }),
    ...(isAnswer
      ? { survey: "tracker", question: questions[event.question ?? 0], score: event.score }
      : {}),
  };
}

/** In the form of a UUID, version 4. */
export function idOf({ subject, step }: RawEvent): string {
  let hex = "";
  for (let part = 0; part < 4; part += 1)
    hex += mix(mix(subject * 4 + part) ^ Math.imul(step + 1, 0x9e3779b1))
      .toString(16)
      .padStart(8, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
