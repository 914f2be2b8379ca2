/** What the Data page shows: how the store stands, what comes in, and what was refused. */
import type { Benchmark } from "./benchmark.ts";

export interface StatusAnswer {
  /** Which database answers: the demo world's or one's own. */
  world: "demo" | "own";
  asOf: string | null;
  /** Today in the reporting zone. */
  today: string;
  reportingZone: string;
  k: number;
  dataVersion: number;
  build: string;
}

export interface RecentEvent {
  /** Grows by one with every accepted event. */
  sequence: number;
  type: string;
  at: string;
  receivedAt: string;
  purpose: string;
  notice: string;
  channel: string;
}

export interface IntakeStatus {
  events: number;
  countRecords: number;
  subjects: number;
  lastReceivedAt: string | null;
  asOf: string | null;
  rejected: number;
  /** Data quality: what was kept but states nothing, or contradicts itself. */
  quality: { implicitGrants: number; orphanedWithdrawals: number; crossovers: number };
  /** Newest first. */
  recent: RecentEvent[];
}

export interface QuarantineItem {
  sequence: number;
  receivedAt: string;
  route: "events" | "counts";
  index: number;
  /** The record's own id, empty where it has none that can be read. */
  id: string;
  code: string;
  field: string;
  message: string;
  /** The record as kept: subject as HMAC, birth year as generation; null for what was no JSON. */
  record: { [field: string]: unknown } | null;
}

export interface QuarantineAnswer {
  total: number;
  items: QuarantineItem[];
  /** Give it as `before` for the next page; null on the last. */
  next: number | null;
}

export interface DimensionsAnswer {
  asOf: string | null;
  dimensions: {
    name: string;
    values: { value: string; n: number | null; suppressed: boolean }[];
  }[];
}

export interface Definition {
  metric: string;
  title: string;
  unit: string;
  better: "up" | "down" | "none";
  question: string;
  numerator: string;
  denominator: string;
  formula: string;
  /** Which day a fact belongs to. */
  day: string;
  interval: string;
  /** How often that interval holds the truth in simulation, and for what it does so less often. */
  coverage: string;
  /** How dismissals and silence are treated. */
  silence: string;
  /** What of the count records goes in, or false. */
  counts: string | false;
  dimensions: string[];
  source: string;
  version: number;
}

export interface DefinitionsAnswer {
  definitions: Definition[];
  smallCells: string;
  sums: string;
}

export interface BenchmarksAnswer {
  benchmarks: Benchmark[];
}
