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

/** By `at`, then `id` as UTF-8 bytes: the one order in which a subject's events count. */
export function compareEvents(a: ConsentEvent, b: ConsentEvent): number {
  return a.at - b.at || Buffer.compare(Buffer.from(a.id), Buffer.from(b.id));
}

/** Rule 0: a grant by scrolling, a pre-ticked box or silence is kept, but states nothing. */
export function isImplicitGrant(event: ConsentEvent): boolean {
  return event.type === "granted" && event.method === "implicit";
}
