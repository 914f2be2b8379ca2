/**
 * Verdicts, weighed once: they take seconds, and the list, the flags and what is learned all ask for the same ones. Kept by all
 * that they hang on, so nothing kept is ever out of date; it only falls out of use. Final ones come out of the store.
 */
import type { Change } from "#shared/contract/change.ts";
import type { VerdictAnswer, WeighedVerdict } from "#shared/contract/verdict.ts";
import type { Snapshot } from "../store/store.ts";
import { asKept, asWeighed, finalVerdictOf, mayBeShown } from "./kept-verdict.ts";
import { buildVerdict } from "./verdict-figure.ts";

const MAX_WEIGHED = 200;
const weighed = new Map<string, WeighedVerdict>();

export interface ChangeVerdict {
  change: Change;
  answer: VerdictAnswer;
  /** A final verdict of which none is kept yet. */
  found: WeighedVerdict | null;
}

/** `withRecheck`: beside a kept verdict also what the data say now. */
export function verdictOf(
  snapshot: Snapshot,
  change: Change,
  asOf: number | null,
  withRecheck: boolean,
): ChangeVerdict {
  const kept = finalVerdictOf(snapshot, change);
  if (kept !== null && mayBeShown(kept, snapshot.settings().k)) {
    const now = withRecheck ? weigh(snapshot, change, asOf) : null;
    return { change, answer: asKept(kept, change, now), found: null };
  }
  const answer = weigh(snapshot, change, asOf);
  const isFound = answer.state === "final" && kept === null;
  return { change, answer: asWeighed(answer), found: isFound ? answer : null };
}

/** Of all changes, the latest first. */
export function verdictsOf(snapshot: Snapshot, asOf: number | null): ChangeVerdict[] {
  return snapshot
    .records("change")
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .map((change) => verdictOf(snapshot, change, asOf, false));
}

function weigh(snapshot: Snapshot, change: Change, asOf: number | null): WeighedVerdict {
  const key = JSON.stringify([change.id, asOf, ...stateOf(snapshot)]);
  const answer = weighed.get(key) ?? buildVerdict(snapshot, change, asOf);
  weighed.delete(key);
  weighed.set(key, answer);
  const [oldest] = weighed.keys();
  if (weighed.size > MAX_WEIGHED && oldest !== undefined) weighed.delete(oldest);
  return answer;
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
