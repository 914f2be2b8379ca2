/**
 * The store as everything else sees it: events, the sum of their facts, count records, and plain records. It knows no
 * statistics. Reads come from a snapshot, in which everything is of one data version; writes from one writer.
 */

import type { QuarantineItem, RecentEvent } from "#shared/contract/admin.ts";
import type { CountNumber } from "#shared/contract/count.ts";
import type { RecordKind, Records } from "#shared/contract/record.ts";
import type { Settings } from "#shared/contract/settings.ts";
import type { ConsentEvent } from "../fold/event.ts";
import type { CellField, FactKind, FactSink } from "../fold/facts.ts";

/** Which facts to add up, and how finely to tell them apart. */
export interface SumQuery {
  kind: FactKind;
  /** Cell fields to tell apart. */
  by: readonly CellField[];
  /** Each field's values, any of which will do. */
  filters: { readonly [Field in CellField]?: readonly string[] };
  /** Days from … to, both included. */
  from: number;
  to: number;
  /** Do not tell days apart: they are all given as `from`. */
  wholeRange?: boolean;
  /** Tell days apart by these first days only, in ascending order, the first one `from`. */
  starts?: readonly number[];
  /** Also add up all earlier days, as of day `from − 1`: for stocks. */
  withEarlier?: boolean;
  withX?: boolean;
  /** Only what has an x below. */
  belowX?: number;
  /** Of what lasts x days, or is open still: only what has ended by this day. */
  endedBy?: number;
  /** … or only what has not ended by this day. */
  openAfter?: number;
  /** Of pairs of answers: only those whose earlier one lies in the same bucket, x being that of two answers of one day. */
  bothWithin?: boolean;
}

export interface SumRow {
  /** The values of `by`, in its order. Rows of the same may share one object. */
  key: readonly string[];
  day: number;
  /** 0 unless asked for. */
  x: number;
  n: number;
}

/** The fields that tell count records apart, beside their day. */
export const countKeyFields = [
  "source",
  "purpose",
  "notice",
  "channel",
  "region",
  "segment",
  "locale",
  "generation",
  "experiment",
  "variant",
  "survey",
  "question",
] as const;
export type CountKeyField = (typeof countKeyFields)[number];

export type CountKey = Record<CountKeyField, string>;
export type CountNumbers = { [Name in CountNumber]?: number };

export interface CountRecord {
  key: CountKey;
  day: number;
  numbers: CountNumbers;
  /** Of survey records: answers by box. */
  scores: number[] | null;
}

export interface CountQuery {
  filters: { readonly [Field in CountKeyField]?: readonly string[] };
  /** The numbers that a record must have to be taken. */
  having: readonly (CountNumber | "scores")[];
  from: number;
  to: number;
}

export interface IntakeTotals {
  events: number;
  countRecords: number;
  subjects: number;
  rejected: number;
  lastReceivedAt: number | null;
}

export interface SumsCheck {
  /** Distinct facts kept. */
  facts: number;
  /** Where the sums kept are others: how many differ, and the first few. */
  differences: { count: number; first: string[] };
}

/** One consistent state of the store. */
export interface Snapshot {
  /** Tells this store from every other, one made anew in its place included. */
  storeId(): string;
  /** Grows with every commit that changes a figure. */
  dataVersion(): number;
  settings(): Settings;
  /** Grows with every record that is put or removed. */
  recordVersion(): number;
  /** The latest day that an event or count record lies on; null in an empty store. */
  latestDay(): number | null;
  sums(query: SumQuery): SumRow[];
  counts(query: CountQuery): CountRecord[];
  /** In the order in which they were made. */
  records<Kind extends RecordKind>(kind: Kind): Records[Kind][];
  /** How far the demo world is loaded, as its loader put it; null before it began. */
  seedState(): string | null;
  hasEvents(): boolean;
  intakeTotals(): IntakeTotals;
  recentEvents(limit: number): RecentEvent[];
  /** Newest first, those before `before`. */
  quarantine(limit: number, before: number | null): QuarantineItem[];
  subjects(): number[];
  eventsOf(subject: number): ConsentEvent[];
  /** Compares the sums kept with those of what `fold` puts into the sink; it may be asked to do so twice. */
  check(fold: (sink: FactSink) => void): SumsCheck;
}

/** What figures read of a snapshot. */
export type FigureSource = Pick<Snapshot, "sums" | "counts" | "settings" | "dataVersion">;

export interface Store {
  snapshot<T>(read: (snapshot: Snapshot) => T): T;
  /** Another number whenever anything has been committed since it was last asked for; costs next to nothing. */
  stamp(): number;
  close(): void;
}

/** A rejected record as it is kept: without its subject and birth year. */
export type QuarantineEntry = Omit<QuarantineItem, "sequence" | "receivedAt">;

/** The dimensions whose distinct values are limited. */
export const limitedFields = [
  "purpose",
  "notice",
  "channel",
  "region",
  "segment",
  "locale",
  "experiment",
  "variant",
  "reason",
  "survey",
  "question",
] as const;
export type LimitedField = (typeof limitedFields)[number];

/** An event with the subject that it is of. */
export interface AddedEvent {
  subject: number;
  event: ConsentEvent;
}

/** What the one writer may do, always inside a transaction. */
export interface WriteStore {
  /** All or nothing; refuses to nest. */
  transaction<T>(write: () => T): T;
  settings(): Settings;
  putSettings(settings: Settings): void;
  /** Marks the figures as changed. */
  touch(): void;

  /** Those of the ids that events have which are kept. */
  knownEvents(ids: readonly string[]): ReadonlySet<string>;
  subjectId(hmac: Buffer): number | null;
  /** Gives their ids, in the same order; they must not be known. */
  addSubjects(hmacs: readonly Buffer[]): number[];
  eventsOf(subject: number): ConsentEvent[];
  /** Says whose events are asked for next: to read them together takes less time. */
  readAhead(subjects: readonly number[]): void;
  /** In the order in which they came in; their ids must not be known. */
  addEvents(added: readonly AddedEvent[], receivedAt: number): void;
  /** When the subject was erased, in ms; null where it was not. */
  erasedAt(hmac: Buffer): number | null;
  /** Removes its events, if it has any, and remembers when it was erased. */
  eraseSubject(subject: number | null, hmac: Buffer, at: number): void;
  subjects(): number[];

  /** Registers the event's values; none of them, and the field's name, where a dimension has no room for its value. */
  register(event: ConsentEvent): LimitedField | null;
  /** False where a dimension has as many distinct values as it may, and this is not one of them. */
  hasRoom(field: string, value: string): boolean;
  /** Takes what is added to the sums with this transaction. */
  readonly facts: FactSink;
  /** The ledger stays. */
  clearFacts(): void;
  /** Takes the facts of events that are dropped; they are in the sums already. */
  readonly ledger: FactSink;
  /** Adds the whole ledger to the sums, after they were cleared. */
  addLedger(): void;
  /** In ms since 1970: earlier events may have been dropped, and are refused. Null where none ever were. */
  eventsFrom(): number | null;
  putEventsFrom(at: number): void;
  /** So many subjects with events, those of ids after `subject`, in their order. */
  subjectsAfter(subject: number, limit: number): number[];
  /** Removes a subject's events before this instant; what they gave to the sums stays in them. */
  dropEvents(subject: number, before: number): void;
  /**
   * Removes those of the next so many subjects that have no events left, in the order of their HMACs; gives the last one looked at,
   * null at the end. An empty HMAC comes before all.
   */
  dropEmptySubjects(after: Buffer, limit: number): Buffer | null;
  /** Which version of the fold the sums are of; null in a store older than these versions, and in a new one. */
  foldVersion(): number | null;
  putFoldVersion(version: number): void;
  putSeedState(state: string): void;
  /** The fingerprint of the key under which subjects are known, and of a new store: sets it. */
  keyFingerprint(of: string): string;

  putCount(record: CountRecord, receivedAt: number): void;
  removeCount(key: CountKey, day: number): void;

  quarantine(entries: readonly QuarantineEntry[], receivedAt: number): void;
  putRecord<Kind extends RecordKind>(kind: Kind, record: Records[Kind]): void;
  removeRecord(kind: RecordKind, id: string): void;

  /** Puts scattered facts that wait for more of them where readers find them faster. */
  settleFacts(): void;
  /** Writes what is in the log where it belongs, and empties the log; false where a reader is in the way. Not in a transaction. */
  emptyLog(): boolean;
  /** How many pages the log has, and how many of them are where they belong, too. Not in a transaction. */
  logPages(): { all: number; copied: number };
  /** Gives some free pages back; false where there is no need to. */
  giveBackPages(): boolean;
  /** Brings the statistics up to date by which queries are planned. */
  analyze(): void;
  close(): void;
}
