// Events as the fold takes them, and its facts as plain objects that a test can name.
import { formatDay } from "#shared/days.ts";
import type { EventType } from "#shared/vocabulary.ts";
import { daysOfZone } from "#shared/zone.ts";
import type { ConsentEvent } from "../../server/fold/event.ts";
import {
  type CellField,
  cellFields,
  cellValues,
  type FactKind,
  splitFactKey,
} from "../../server/fold/facts.ts";
import { fold } from "../../server/fold/fold.ts";

let events = 0;

/** An event of the purpose `ads`, under the notice `n1` where its type needs one. */
export function event(
  type: EventType,
  at: string | number,
  stated: Partial<ConsentEvent> = {},
): ConsentEvent {
  events += 1;
  const answered = type === "survey_answered";
  const asks = ["prompt_shown", "granted", "declined", "dismissed"].includes(type);
  return {
    id: `e${String(events).padStart(6, "0")}`,
    type,
    at: typeof at === "number" ? at : Date.parse(at),
    purpose: "ads",
    notice: asks ? "n1" : null,
    channel: "web",
    region: "unknown",
    segment: "unknown",
    locale: "unknown",
    generation: null,
    experiment: null,
    variant: null,
    method: "explicit",
    durationMs: null,
    steps: null,
    reason: null,
    survey: answered ? "tracker" : null,
    question: answered ? "trust" : null,
    scale: answered ? 5 : null,
    score: answered ? 4 : null,
    ...stated,
  };
}

/** A fact's day, its number `x` and the fields of its cell that apply; `n` only where it is not 1. */
export type PlainFact = { [Field in CellField]?: string } & {
  kind: FactKind;
  day: string;
  x: number;
  n?: number;
};

export function factsOf(all: readonly ConsentEvent[], zone = "UTC"): PlainFact[] {
  return [...fold(all, daysOfZone(zone))].map(([key, n]) => {
    const { cell, day, x } = splitFactKey(key);
    const fields = cellValues(cell).flatMap((value, i) => (value ? [[cellFields[i], value]] : []));
    const counted = n === 1 ? {} : { n };
    return { ...Object.fromEntries(fields), day: formatDay(day), x, ...counted } as PlainFact;
  });
}

/** The facts of one kind, by day. */
export function factsOfKind(
  kind: FactKind,
  all: readonly ConsentEvent[],
  zone = "UTC",
): PlainFact[] {
  return factsOf(all, zone)
    .filter((fact) => fact.kind === kind)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** One field of each fact of a kind, by day. */
export function valuesOf(
  field: keyof PlainFact,
  kind: FactKind,
  all: readonly ConsentEvent[],
  zone = "UTC",
): unknown[] {
  return factsOfKind(kind, all, zone).map((fact) => fact[field]);
}
