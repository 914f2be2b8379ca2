/** What a generated world holds, read from its events by hand: no fold, no store. */
import type { IncomingEvent } from "../../../seed/incoming-event.ts";

const DAY_MS = 86_400_000;

export type Seen = {
  day: number;
  channel: string;
  region: string;
  purpose: string;
  notice: string;
  generation: string;
  variant: string;
  /** Granted within a week; withdrawn within seven days; in the top two boxes. */
  hit: boolean;
};
export type WorldSeen = {
  exposures: Seen[];
  spells: (Seen & { lengthDays: number | null })[];
  answers: (Seen & { question: string; survey: string })[];
};

const bands = [
  [1945, "silent"],
  [1964, "boomer"],
  [1980, "gen_x"],
  [1996, "millennial"],
  [2012, "gen_z"],
] as const;

export function bandOf(year: number): string {
  return bands.find(([last]) => year <= last)?.[1] ?? "gen_alpha";
}

export function readWorld(subjects: Iterable<IncomingEvent[]>): WorldSeen {
  const world: WorldSeen = { exposures: [], spells: [], answers: [] };
  for (const events of subjects) readSubject(events, world);
  return world;
}

function readSubject(events: IncomingEvent[], world: WorldSeen): void {
  const telling = events.find((e) => e.birthYear !== undefined || e.generation !== undefined);
  const generation =
    telling?.birthYear === undefined
      ? (telling?.generation ?? "unknown")
      : bandOf(telling.birthYear);
  const exposures = new Map<string, { seen: Seen; at: number; decided: boolean }>();
  const open = new Map<string, Seen & { lengthDays: number | null }>();
  let latest: IncomingEvent | undefined;
  for (const event of events) {
    const at = Date.parse(event.at);
    const seen: Seen = {
      day: Math.floor(at / DAY_MS),
      channel: event.channel ?? "unknown",
      region: event.region ?? "unknown",
      purpose: event.purpose ?? "general",
      notice: event.notice ?? "none",
      generation,
      variant: event.variant ?? "none",
      hit: false,
    };
    if (event.type === "survey_answered") {
      const variant = event.variant ?? latest?.variant ?? "none";
      const { question = "", survey = "" } = event;
      world.answers.push({ ...seen, variant, question, survey, hit: (event.score ?? 0) >= 4 });
      continue;
    }
    if (event.method === "implicit" && event.type === "granted") continue;
    const purpose = seen.purpose;
    const spell = open.get(purpose);
    if (event.type === "withdrawn" || event.type === "declined") {
      if (spell !== undefined) {
        spell.lengthDays = seen.day - spell.day;
        spell.hit = spell.lengthDays <= 7;
        open.delete(purpose);
      }
    }
    if (event.type === "granted" && spell === undefined) {
      const opened = { ...seen, lengthDays: null };
      open.set(purpose, opened);
      world.spells.push(opened);
    }
    if (event.type === "withdrawn" || event.type === "withdrawal_started") continue;
    latest = event;
    const key = `${purpose} ${seen.notice}`;
    let exposure = exposures.get(key);
    if (exposure === undefined) {
      exposure = { seen, at, decided: false };
      exposures.set(key, exposure);
      world.exposures.push(seen);
    }
    if (exposure.decided || (event.type !== "granted" && event.type !== "declined")) continue;
    exposure.decided = true;
    exposure.seen.hit = event.type === "granted" && at - exposure.at <= 7 * DAY_MS;
  }
}

export type Share = { n: number; value: number; variance: number };

export function shareOf(rows: readonly Seen[]): Share {
  const n = rows.length;
  const value = rows.filter(({ hit }) => hit).length / n;
  return { n, value, variance: (value * (1 - value)) / n };
}

export const isIn = (list: readonly string[], value: string) =>
  list.length === 0 || list.includes(value);

/** Weeks begin on Monday; the week of 1970-01-01 is 0. */
export const weekOf = (day: number) => Math.floor((day + 3) / 7);
