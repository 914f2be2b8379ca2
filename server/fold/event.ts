/** An event as the fold sees it: valid, its subject known from the context, absent fields null. */
import type { EventType, Generation, Method } from "#shared/vocabulary.ts";

export interface ConsentEvent {
  id: string;
  type: EventType;
  /** ms since 1970. */
  at: number;
  purpose: string;
  notice: string | null;
  channel: string;
  region: string;
  segment: string;
  locale: string;
  /** Null where the event states none. */
  generation: Generation | null;
  experiment: string | null;
  variant: string | null;
  method: Method;
  durationMs: number | null;
  steps: number | null;
  reason: string | null;
  survey: string | null;
  question: string | null;
  scale: number | null;
  score: number | null;
}

/** What tells where an event comes in the order of the fold. */
export type EventOrder = Pick<ConsentEvent, "id" | "at">;

/** By `at`, then `id` as UTF-8 bytes: the one order in which a subject's events count. */
export function compareEvents(a: EventOrder, b: EventOrder): number {
  return a.at - b.at || compareIds(a.id, b.id);
}

/** Below the surrogates UTF-16 has the order of UTF-8. */
const FIRST_SURROGATE = 0xd800;

function compareIds(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (left === right) continue;
    if (left < FIRST_SURROGATE && right < FIRST_SURROGATE) return left - right;
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
  return a.length - b.length;
}

/** Rule 0: a grant by scrolling, a pre-ticked box or silence is kept, but states nothing. */
export function isImplicitGrant(event: ConsentEvent): boolean {
  return event.type === "granted" && event.method === "implicit";
}
