// What the events of each subject mean, read off them by brute force, from the definitions alone: every question is asked of
// the whole list of events. Nothing of the server's is used.

/** An event as it is sent. */
export interface SentEvent {
  id: string;
  type: string;
  at: string;
  subject: string;
  purpose?: string;
  notice?: string;
  channel?: string;
  region?: string;
  generation?: string;
  birthYear?: number;
  experiment?: string;
  variant?: string;
  method?: string;
  durationMs?: number;
  steps?: number;
  reason?: string;
  survey?: string;
  question?: string;
  scale?: number;
  score?: number;
}

export type Dims = Record<string, string>;
export interface Exposure {
  day: number;
  dims: Dims;
  outcome: string;
}
export interface Decision {
  day: number;
  dims: Dims;
  granted: boolean;
  timeMs?: number;
  steps?: number;
}
export interface Spell {
  grantDay: number;
  /** Infinity while it is open. */
  closingDay: number;
  dims: Dims;
  /** The same with method and reason of the closing. */
  closingDims: Dims;
  timeMs?: number;
  steps?: number;
  attempts: { day: number; finished: boolean }[];
}
export interface Asked {
  day: number;
  dims: Dims;
  spells: Spell[];
}
export interface Answer {
  subject: string;
  day: number;
  dims: Dims;
  question: string;
  scale: number;
  score: number;
  state: string;
}
export interface Histories {
  lastDay: number;
  exposures: Exposure[];
  decisions: Decision[];
  spells: Spell[];
  asked: Asked[];
  answers: Answer[];
}

const HOUR = 60 * 60 * 1000;
const asking = new Set(["prompt_shown", "granted", "declined", "dismissed"]);
const choosing = new Set(["granted", "declined"]);
const consenting = new Set(["granted", "declined", "withdrawn"]);
const time = (event: SentEvent): number => Date.parse(event.at);

export function historiesOf(
  events: readonly SentEvent[],
  dayOf: (ms: number) => number,
): Histories {
  const all: Histories = {
    lastDay: Math.max(...events.map((event) => dayOf(time(event)))),
    exposures: [],
    decisions: [],
    spells: [],
    asked: [],
    answers: [],
  };
  for (const subject of new Set(events.map((event) => event.subject))) {
    addSubject(all, events.filter((event) => event.subject === subject).sort(inOrder), dayOf);
  }
  return all;
}

/** The order of UTF-8 bytes is that of code points. */
function inOrder(a: SentEvent, b: SentEvent): number {
  if (time(a) !== time(b)) return time(a) - time(b);
  const [left, right] = [[...a.id], [...b.id]].map((id) => id.map((c) => c.codePointAt(0) ?? 0));
  for (const [i, code] of (left ?? []).entries()) {
    const other = right?.[i] ?? -1;
    if (code !== other) return code - other;
  }
  return -1;
}

function addSubject(all: Histories, events: SentEvent[], dayOf: (ms: number) => number): void {
  const live = events.filter((e) => !(e.type === "granted" && e.method === "implicit"));
  const stated = live.find((e) => e.birthYear || (e.generation && e.generation !== "unknown"));
  const generation = stated?.birthYear
    ? bandOf(stated.birthYear)
    : (stated?.generation ?? "unknown");
  const underSame = (e: SentEvent) =>
    live.filter((o) => asking.has(o.type) && o.purpose === e.purpose && o.notice === e.notice);
  const experimentOf = (e: SentEvent) => e.experiment ?? underSame(e)[0]?.experiment;
  const dimsOf = (e: SentEvent, experiment: string | undefined, notice = e.notice): Dims => ({
    purpose: e.purpose ?? "general",
    notice: notice ?? "none",
    channel: e.channel ?? "unknown",
    region: e.region ?? "unknown",
    segment: "unknown",
    locale: "unknown",
    generation,
    experiment: experiment ?? "none",
    variant: live.find((o) => experiment && o.experiment === experiment)?.variant ?? "none",
    source: "events",
  });

  for (const first of live.filter((e) => asking.has(e.type) && underSame(e)[0] === e)) {
    const soon = (e: SentEvent) => time(e) - time(first) <= 7 * 24 * HOUR;
    const decision = underSame(first).find((e) => choosing.has(e.type));
    const dismissed = underSame(first).some((e) => e.type === "dismissed" && soon(e));
    const outcome = decision && soon(decision) ? decision.type : dismissed ? "dismissed" : "none";
    all.exposures.push({ day: dayOf(time(first)), dims: dimsOf(first, first.experiment), outcome });
    if (!decision) continue;
    const waited = time(decision) - time(first);
    const timed = first.type === "prompt_shown" && waited <= HOUR ? waited : undefined;
    all.decisions.push({
      day: dayOf(time(decision)),
      dims: { ...dimsOf(decision, experimentOf(decision)), method: decision.method ?? "explicit" },
      granted: decision.type === "granted",
      timeMs: decision.durationMs ?? timed,
      steps: decision.steps,
    });
  }

  for (const purpose of new Set(live.map((e) => e.purpose))) {
    const own = live.filter((e) => e.purpose === purpose);
    const said = own.filter((e) => consenting.has(e.type));
    const opening = said.filter((e, i) => e.type === "granted" && said[i - 1]?.type !== "granted");
    const spells = opening.map((grant) => {
      const closing = said.slice(said.indexOf(grant)).find((e) => e.type !== "granted");
      return spellOf(grant, closing, own, dimsOf(grant, experimentOf(grant)), dayOf);
    });
    all.spells.push(...spells);
    const first = own.find((e) => asking.has(e.type));
    if (first) {
      all.asked.push({ day: dayOf(time(first)), dims: dimsOf(first, first.experiment), spells });
    }
  }

  const counted = new Set<string>();
  for (const [at, answer] of live.entries()) {
    if (answer.type !== "survey_answered") continue;
    const day = dayOf(time(answer));
    const month = new Date(day * 24 * HOUR).toISOString().slice(0, 7);
    const once = JSON.stringify([answer.purpose, answer.survey, answer.question, month]);
    if (counted.has(once)) continue;
    counted.add(once);
    const general = answer.purpose === undefined || answer.purpose === "general";
    const before = live.slice(0, at).filter((e) => general || e.purpose === answer.purpose);
    const context = before.findLast(
      (e) => asking.has(e.type) && (!answer.notice || e.notice === answer.notice),
    );
    const experiment = answer.experiment ?? (context && experimentOf(context));
    const said = Map.groupBy(
      before.filter((e) => consenting.has(e.type)),
      (e) => e.purpose,
    );
    const latest = [...said.values()].map((list) => list.at(-1)?.type);
    const state = latest.includes("granted") ? "granted" : latest.length > 0 ? "declined" : "none";
    all.answers.push({
      subject: answer.subject,
      day,
      dims: {
        ...dimsOf(answer, experiment, answer.notice ?? context?.notice),
        survey: answer.survey ?? "",
      },
      question: answer.question ?? "",
      scale: answer.scale ?? 5,
      score: answer.score ?? 0,
      state,
    });
  }
}

function spellOf(
  grant: SentEvent,
  closing: SentEvent | undefined,
  own: SentEvent[],
  dims: Dims,
  dayOf: (ms: number) => number,
): Spell {
  const end = closing ? own.indexOf(closing) : own.length;
  const inside = own.slice(own.indexOf(grant), end);
  const begun: SentEvent[] = [];
  for (const start of inside.filter((e) => e.type === "withdrawal_started")) {
    const last = begun.at(-1);
    if (!last || time(start) - time(last) > 24 * HOUR) begun.push(start);
  }
  const finishes = (start: SentEvent) =>
    closing !== undefined && time(closing) - time(start) <= 24 * HOUR;
  const finished = begun.find(finishes);
  const waited = closing && finished && time(closing) - time(finished);
  const byPerson = closing?.type === "withdrawn" ? closing : undefined;
  return {
    grantDay: dayOf(time(grant)),
    closingDay: closing ? dayOf(time(closing)) : Number.POSITIVE_INFINITY,
    dims,
    closingDims: {
      ...dims,
      method: closing?.method ?? "explicit",
      reason: closing?.reason ?? "none",
    },
    timeMs: byPerson && (byPerson.durationMs ?? waited),
    steps: byPerson?.steps,
    attempts: begun.map((e) => ({ day: dayOf(time(e)), finished: finishes(e) })),
  };
}

function bandOf(birthYear: number): string {
  if (birthYear >= 2013) return "gen_alpha";
  if (birthYear >= 1997) return "gen_z";
  if (birthYear >= 1981) return "millennial";
  if (birthYear >= 1965) return "gen_x";
  return birthYear >= 1946 ? "boomer" : "silent";
}
