/** World + seed → events. Pure: no clock, no other randomness, every subject on a stream of its own. */
import { answerProbe, answerPulse } from "./answering.ts";
import { ask, askableAgain } from "./asking.ts";
import { DAY_MS, dayOf, formatInstant } from "./calendar.ts";
import type { IncomingEvent } from "./incoming-event.ts";
import { settle } from "./leaving.ts";
import { createLife, type Draft, type Life, note } from "./life.ts";
import { createPerson, momentOf, type Person } from "./person.ts";
import { Random } from "./random.ts";
import { createSetting, type NoticeInForce, type Setting } from "./setting.ts";
import type { Purpose, World } from "./worlds/world.ts";

export type { IncomingEvent } from "./incoming-event.ts";

export type GenerateOptions = {
  seed: number;
  /** The last day, in UTC; the first is `days − 1` before it, or before the Tuesday after it. */
  until: string;
  days: number;
  /** How many subjects, and the number of the first (default 0). */
  subjects: number;
  from?: number;
};

type Moment = { at: number; happens: (life: Life, at: number) => void };

/** One array a subject, its events in the order of time; empty where nothing happened to it. */
export function* generateSubjects(
  world: World,
  { seed, until, days, subjects, from = 0 }: GenerateOptions,
): Generator<IncomingEvent[]> {
  const setting = createSetting(world, { seed, until, days });
  for (let number = from; number < from + subjects; number++) {
    yield generateSubject(setting, number);
  }
}

function generateSubject(setting: Setting, number: number): IncomingEvent[] {
  const random = new Random(setting.seed, number);
  const person = createPerson(setting, number, random);
  const life = createLife(setting, person, random);
  const moments = [...promptMoments(life), ...surveyMoments(life), ...orphanMoments(life)]
    .filter(({ at }) => at >= setting.startMs && at < setting.endMs)
    .sort((a, b) => a.at - b.at);
  for (const { at, happens } of moments) {
    settle(life, at);
    life.channel = random.chance(0.3) ? person.otherChannel : person.channel;
    happens(life, at);
  }
  settle(life, setting.endMs);
  const kept = life.drafts.filter(({ at }) => at < setting.endMs).sort((a, b) => a.at - b.at);
  return finish(person, kept, random);
}

/** The first visit, the account, and returning visits under newer notices. */
function promptMoments({ setting, person, random }: Life): Moment[] {
  const { visits } = setting.world;
  const { firstVisitMs, leavesMs, region } = person;
  const moments: Moment[] = [];
  if (firstVisitMs >= leavesMs) return moments;
  moments.push({ at: firstVisitMs, happens: (life, at) => askNow(life, at, "atFirst") });
  if (random.chance(visits.account.share)) {
    const at = firstVisitMs + (0.01 + random.exponential(visits.account.meanDays)) * DAY_MS;
    if (at < leavesMs) moments.push({ at, happens: (life, at) => askNow(life, at, "atAccount") });
  }
  for (const [index, notice] of setting.notices.entries()) {
    const days = random.exponential(visits.noticeDays);
    const returns = random.chance(notice.asksAgain);
    if (!returns || notice.fromMs <= firstVisitMs) continue;
    const at = momentOf(setting, region, dayOf(notice.fromMs) + Math.floor(days), random);
    const nextMs = setting.notices[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    if (at < leavesMs && at < nextMs) moments.push({ at, happens: askAgain });
  }
  return moments;
}

/** Everybody is invited on some day of every quarter, and some answer. */
function surveyMoments({ setting, person, random }: Life): Moment[] {
  const { surveys } = setting.world;
  const moments: Moment[] = [];
  for (const quarter of setting.quarters) {
    const invited = quarter.first + Math.floor(random.next() * (quarter.next - quarter.first));
    const delay = Math.floor(random.exponential(surveys.answerDays));
    const day = Math.min(invited + delay, quarter.next - 1);
    const at = momentOf(setting, person.region, day, random);
    const isCustomer = invited * DAY_MS >= person.sinceMs && at < person.leavesMs;
    if (random.chance(person.habits.answers) && isCustomer) {
      moments.push({ at, happens: answerPulse });
    }
  }
  return moments;
}

/** A handful of withdrawals that answer to no consent, as when an old list is cleaned up. */
function orphanMoments({ setting, person, random }: Life): Moment[] {
  if (!random.chance(setting.world.leaving.orphans)) return [];
  const at = random.between(setting.startMs, setting.endMs);
  const purpose: Purpose = "email-marketing";
  const happens = (life: Life) => {
    if (life.consents.get(purpose)?.open !== true) note(life, at, "withdrawn", { purpose });
  };
  return at < person.firstVisitMs ? [] : [{ at, happens }];
}

function askNow(life: Life, at: number, occasion: "atFirst" | "atAccount"): void {
  const purposes = life.channel[occasion].filter((purpose) => !life.consents.has(purpose));
  askAndProbe(life, at, purposes, occasion === "atAccount");
}

function askAgain(life: Life, at: number): void {
  askAndProbe(life, at, askableAgain(life, at), false);
}

function askAndProbe(life: Life, at: number, purposes: readonly Purpose[], isForm: boolean): void {
  const notice = noticeAt(life.setting, at);
  if (purposes.length === 0 || notice === undefined) return;
  const before = life.variant;
  ask(life, at, notice, purposes, isForm);
  const { variant, random } = life;
  if (variant === undefined || variant === before) return;
  const running = life.setting.experiments.find(({ slug }) => slug === variant.experiment);
  if (running === undefined || !random.chance(running.probe.answers)) return;
  answerProbe(life, at + random.between(40_000, 600_000), running.probe.survey);
}

function noticeAt(setting: Setting, ms: number): NoticeInForce | undefined {
  return setting.notices.findLast(({ fromMs }) => fromMs <= ms) ?? setting.notices[0];
}

/** Numbers the events and lets the person tell its age: early on, then seldom. */
function finish(person: Person, drafts: readonly Draft[], random: Random): IncomingEvent[] {
  const first = random.chance(0.8) ? 0 : random.integer(0, 2);
  const tellsAt = Math.min(first, drafts.length - 1);
  return drafts.map(({ at, event }, index) => {
    event.id = `${person.subject}-${String(index).padStart(3, "0")}`;
    event.at = formatInstant(at);
    const tells = random.chance(0.1) || index === tellsAt;
    if (tells && person.tellsAge === "birthYear") event.birthYear = person.birthYear;
    if (tells && person.tellsAge === "generation") event.generation = person.born;
    return event;
  });
}
