/**
 * Verdicts, weighed once: they take seconds, and the list, the flags and what is learned all ask for the same ones. Kept by all
 * that they hang on, so nothing kept is ever out of date; it only falls out of use.
 */
import type { Change } from "#shared/contract/change.ts";
import type { VerdictAnswer } from "#shared/contract/verdict.ts";
import type { Snapshot } from "../store/store.ts";
import { buildVerdict } from "./verdict-figure.ts";

const MAX_KEPT = 200;
const kept = new Map<string, VerdictAnswer>();

export function verdictOf(snapshot: Snapshot, change: Change, asOf: number | null): VerdictAnswer {
  const key = JSON.stringify([change.id, asOf, ...stateOf(snapshot)]);
  const answer = kept.get(key) ?? buildVerdict(snapshot, change, asOf);
  kept.delete(key);
  kept.set(key, answer);
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  return answer;
}

/** Of all changes, the latest first. */
export function verdictsOf(
  snapshot: Snapshot,
  asOf: number | null,
): { change: Change; answer: VerdictAnswer }[] {
  return snapshot
    .records("change")
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .map((change) => ({ change, answer: verdictOf(snapshot, change, asOf) }));
}

/** Not the version of all records: who answers a flag changes no verdict. */
function stateOf(snapshot: Snapshot): readonly unknown[] {
  return [
    snapshot.storeId(),
    snapshot.dataVersion(),
    snapshot.settings(),
    snapshot.records("change"),
    snapshot.records("experiment"),
  ];
}
