// Records that are right as they stand; tests say only what is different.
import type { EventType } from "#shared/vocabulary.ts";
import type { Json } from "./api-server.ts";

let made = 0;

/** A valid event of this type, with an id and a subject of its own. */
export function event(type: EventType, fields: Json = {}): Json {
  made += 1;
  const base: Json = {
    id: `e-${made}`,
    type,
    at: "2026-03-10T09:00:00Z",
    subject: `somebody-${made}`,
    purpose: "ads",
  };
  if (["prompt_shown", "granted", "declined", "dismissed"].includes(type)) base["notice"] = "n1";
  if (type === "survey_answered") {
    Object.assign(base, { survey: "tracker", question: "understanding", score: 4 });
  }
  return { ...base, ...fields };
}

export const granted = (fields: Json = {}): Json => event("granted", fields);

/** `n` people who decide, of whom the first `yes` grant. */
export function decisions(yes: number, n: number, fields: Json = {}): Json[] {
  return Array.from({ length: n }, (_, i) => event(i < yes ? "granted" : "declined", fields));
}

export function countRecord(fields: Json = {}): Json {
  return { source: "tool", day: "2026-03-10", purpose: "ads", ...fields };
}
