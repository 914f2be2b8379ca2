/** One event as it is sent: the wire form of the event contract, v1. */
import type { EventType, Generation, Method } from "#shared/vocabulary.ts";

export type IncomingEvent = {
  id: string;
  type: EventType;
  /** RFC 3339, in UTC. */
  at: string;
  subject: string;
  purpose?: string;
  notice?: string;
  channel?: string;
  region?: string;
  segment?: string;
  locale?: string;
  birthYear?: number;
  generation?: Generation;
  experiment?: string;
  variant?: string;
  method?: Method;
  durationMs?: number;
  steps?: number;
  reason?: string;
  survey?: string;
  question?: string;
  scale?: number;
  score?: number;
};
