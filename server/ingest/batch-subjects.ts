/** The subjects of one batch: told apart first, so that each is looked up and folded once. */
import type { ConsentEvent } from "../fold/event.ts";
import type { SubjectFold } from "../fold/fold.ts";
import type { WriteStore } from "../store/store.ts";
import type { KnownSubjects } from "./known-subjects.ts";

export interface BatchSubject {
  hmac: Buffer;
  /** Null while none of its events is kept. */
  id: number | null;
  /** In ms since 1970; null where it was not erased. */
  erasedAt: number | null;
  /** Of its events before this batch; null until it is needed. */
  fold: SubjectFold | null;
  isNew: boolean;
  added: ConsentEvent[];
}

/** By their HMACs as text. */
export type BatchSubjects = Map<string, BatchSubject>;

/** The one with this HMAC, put there if it is missing. */
export function subjectOf(hmac: Buffer, subjects: BatchSubjects): BatchSubject {
  const key = keyOf(hmac);
  const before = subjects.get(key);
  if (before !== undefined) return before;
  const subject = { hmac, id: null, erasedAt: null, fold: null, isNew: true, added: [] };
  subjects.set(key, subject);
  return subject;
}

/** Puts in what is known of them. */
export function recognize(store: WriteStore, subjects: BatchSubjects, known: KnownSubjects): void {
  for (const [key, subject] of subjects) {
    const found = known.get(key);
    if (found !== undefined) {
      Object.assign(subject, found, { isNew: false });
      continue;
    }
    subject.id = store.subjectId(subject.hmac);
    subject.isNew = subject.id === null;
    subject.erasedAt = store.erasedAt(subject.hmac);
  }
}

/** Gives ids to those that are new, and has the events of the others at hand: of those to which any are added. */
export function register(store: WriteStore, subjects: BatchSubjects): void {
  const withEvents = [...subjects.values()].filter(({ added }) => added.length > 0);
  const strangers = withEvents.filter(({ id }) => id === null);
  const ids = store.addSubjects(strangers.map(({ hmac }) => hmac));
  for (const [i, subject] of strangers.entries()) subject.id = ids[i] ?? null;
  const unfolded = withEvents.filter(({ isNew, fold }) => !isNew && fold === null);
  store.readAhead(unfolded.flatMap(({ id }) => id ?? []));
}

function keyOf(hmac: Buffer): string {
  return hmac.toString("latin1");
}
