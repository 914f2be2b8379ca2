/**
 * Verdicts, weighed once: they take seconds, and the list, the flags and what is learned all ask for the same ones. Final ones
 * come out of the store. The others are weighed anew when something that they hang on has changed; where that is only the data,
 * once a minute at most, so that a page left open while events come in does not weigh without end.
 */
import type { Change } from "#shared/contract/change.ts";
import type { FinalVerdict, SpokenVerdict, VerdictAnswer } from "#shared/contract/verdict.ts";
import type { Language } from "#shared/vocabulary.ts";
import type { Snapshot } from "../store/store.ts";
import {
  asKept,
  asWeighed,
  type FoundVerdict,
  mayBeShown,
  questionOfChange,
  stillHolds,
} from "./kept-verdict.ts";
import { buildVerdict } from "./verdict-figure.ts";

const MAX_WEIGHED = 200;
const LATEST_AFTER_MS = 60_000;

export interface ChangeVerdict {
  change: Change;
  answer: VerdictAnswer;
  /** A final verdict of which none is kept yet. */
  found: FoundVerdict | null;
  /** Not weighed a moment ago, of data before those of now. */
  isOfNow: boolean;
}

/** `now` in ms since 1970. */
interface Present {
  asOf: number | null;
  now: number;
}

/** `withRecheck`: beside a kept verdict also what the data say now. */
interface Asked {
  withRecheck: boolean;
  language: Language;
}

export function verdictOf(
  snapshot: Snapshot,
  change: Change,
  present: Present,
  asked: Asked,
): ChangeVerdict {
  return verdictFrom(snapshot, snapshot.records("final_verdict"), change, present, asked);
}

/** Of all changes, the latest first. */
export function verdictsOf(
  snapshot: Snapshot,
  present: Present,
  language: Language,
): ChangeVerdict[] {
  const kept = snapshot.records("final_verdict");
  return snapshot
    .records("change")
    .toSorted((a, b) => (a.date < b.date ? 1 : -1))
    .map((change) =>
      verdictFrom(snapshot, kept, change, present, { withRecheck: false, language }),
    );
}

function verdictFrom(
  snapshot: Snapshot,
  finals: readonly FinalVerdict[],
  change: Change,
  present: Present,
  { withRecheck, language }: Asked,
): ChangeVerdict {
  const isOfNow = (one: SpokenVerdict) => one.dataVersion === snapshot.dataVersion();
  const kept = finals.find((one) => stillHolds(one, change));
  if (kept !== undefined && mayBeShown(kept, snapshot.settings().k)) {
    const now = withRecheck ? weigh(snapshot, change, present) : null;
    const answer = asKept(kept, change, now, language);
    return { change, answer, found: null, isOfNow: now === null || isOfNow(now) };
  }
  const answer = weigh(snapshot, change, present);
  const isFound = answer.state === "final" && kept === undefined;
  const found = { id: change.id, question: questionOfChange(change), answer };
  return {
    change,
    answer: asWeighed(answer, language),
    found: isFound ? found : null,
    isOfNow: isOfNow(answer),
  };
}

interface Weighed {
  /** All that it hangs on but the data. */
  basis: string;
  at: number;
  answer: SpokenVerdict;
}

const weighed = new Map<string, Weighed>();

function weigh(snapshot: Snapshot, change: Change, { asOf, now }: Present): SpokenVerdict {
  const name = `${snapshot.storeId()} ${change.id}`;
  const basis = JSON.stringify([asOf, ...basisOf(snapshot)]);
  const known = weighed.get(name);
  if (known?.basis === basis) {
    const isLatest = known.answer.dataVersion === snapshot.dataVersion();
    if (isLatest || now - known.at < LATEST_AFTER_MS) return known.answer;
  }
  const answer = buildVerdict(snapshot, change, asOf);
  weighed.delete(name);
  weighed.set(name, { basis, at: now, answer });
  const [oldest] = weighed.keys();
  if (weighed.size > MAX_WEIGHED && oldest !== undefined) weighed.delete(oldest);
  return answer;
}

/** Not the version of all records: who answers a flag changes no verdict. */
function basisOf(snapshot: Snapshot): readonly unknown[] {
  return [snapshot.settings(), snapshot.records("change"), snapshot.records("experiment")];
}
