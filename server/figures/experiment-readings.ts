/** Everything that an experiment's results are made of, read once. */
import type { CohortDimension } from "#shared/contract/experiment-results.ts";
import type { PrimaryOutcome } from "#shared/experiments.ts";
import { EVENTS_SOURCE, NONE } from "#shared/vocabulary.ts";
import { type ArmRow, matureExposures, type Readings } from "../experiments/rows.ts";
import type { AnswerFlow } from "../experiments/standing.ts";
import { pairOf } from "../fold/facts.ts";
import { topFrom } from "../metrics/scores.ts";
import type { Snapshot } from "../store/store.ts";
import {
  answerRows,
  decisionRows,
  type ExperimentScope,
  exposureRows,
  readCountRecords,
  readFacts,
} from "./experiment-rows.ts";

/** Days between an exposure or a grant and the as-of day before its week is over. */
export const OUTCOME_WAIT = 8;
export const EARLY_DAYS = 7;
const QUESTION = { question: ["understanding"] };

export interface ExperimentReadings extends Readings {
  scale: number | null;
  sources: string[];
}

export function readExperiment(snapshot: Snapshot, scope: ExperimentScope): ExperimentReadings {
  const records = readCountRecords(snapshot, scope);
  const shown = readFacts(snapshot, scope, "exposure", {
    fields: ["channel", "outcome"],
    to: scope.exposuresTo,
  });
  const decided = readFacts(snapshot, scope, "decision", { fields: ["outcome", "method"] });
  const spells = readFacts(snapshot, scope, "spell", {
    withX: true,
    to: scope.asOf - OUTCOME_WAIT,
  });
  const { answers, scale } = readAnswers(snapshot, scope, answerRows(records));
  const timed = { withX: true, wholeRange: true };
  const sources = records.map(({ key }) => key.source).toSorted();
  return {
    exposures: assigned([...shown, ...exposureRows(records, scope.exposuresTo)]),
    decisions: assigned([...decided, ...decisionRows(records)]),
    earlyClosings: assigned(spells.filter(({ x }) => x >= 0 && x <= EARLY_DAYS)),
    exits: assigned(readFacts(snapshot, scope, "exit_time", timed)),
    grants: assigned(readFacts(snapshot, scope, "grant_time", timed)),
    answers,
    crossovers: assigned(readFacts(snapshot, scope, "crossover", { wholeRange: true })),
    matureTo: matureToOf(scope),
    scale,
    sources: [...(shown.length > 0 ? [EVENTS_SOURCE] : []), ...new Set(sources)],
  };
}

/** What the primary is made of in each cohort, days together. */
export function readByCohort(
  snapshot: Snapshot,
  scope: ExperimentScope,
  primary: PrimaryOutcome,
  by: CohortDimension,
): ArmRow[] {
  const records = readCountRecords(snapshot, scope);
  const facts = { fields: ["outcome", by] as const, wholeRange: true };
  if (primary === "opt_in_rate") {
    const decided = readFacts(snapshot, scope, "decision", facts);
    return assigned([...decided, ...decisionRows(records)]);
  }
  const matureTo = matureToOf(scope);
  const shown = readFacts(snapshot, scope, "exposure", { ...facts, to: matureTo });
  const exposures = assigned([...shown, ...exposureRows(records, scope.exposuresTo)]);
  return matureExposures({ exposures, matureTo });
}

/** The last day whose events' exposures have had their week. */
function matureToOf({ exposuresTo, asOf }: ExperimentScope): number {
  return Math.min(exposuresTo, asOf - OUTCOME_WAIT);
}

function assigned(rows: readonly ArmRow[]): ArmRow[] {
  return rows.filter(({ variant }) => variant !== NONE);
}

/** On the scale with most answers, of equals the larger: scales are never pooled. */
function readAnswers(snapshot: Snapshot, scope: ExperimentScope, counted: readonly ArmRow[]) {
  const wanted = { fields: ["scale"], only: QUESTION, withX: true } as const;
  const all = [...readFacts(snapshot, scope, "answer", wanted), ...counted];
  const scale = commonest(all);
  const of = (rows: readonly ArmRow[]) =>
    assigned(rows).filter(({ fields }) => fields.scale === String(scale));
  const top = topFrom(scale ?? 0);
  const pairs = of(readFacts(snapshot, scope, "answer_pair", wanted));
  const answers = [
    ...of(all).map(({ variant, day, x, n }) => ({
      ...none,
      variant,
      day,
      n,
      count: x >= top ? n : 0,
    })),
    ...pairs.flatMap(({ variant, day, x, n }) => {
      const { gap, scores } = pairOf(x);
      if (day - gap < scope.from) return [];
      const tops = scores.filter((score) => score >= top).length;
      return { ...none, variant, day, pairs: n, products: tops === 2 ? n : 0, sums: tops * n };
    }),
  ];
  return { answers, scale };
}

const none: Omit<AnswerFlow, "day"> = { n: 0, count: 0, pairs: 0, products: 0, sums: 0 };

function commonest(rows: readonly ArmRow[]): number | null {
  const answers = new Map<number, number>();
  for (const { fields, n } of rows) {
    const scale = Number(fields.scale);
    if (n > 0) answers.set(scale, (answers.get(scale) ?? 0) + n);
  }
  const [first] = [...answers].toSorted(([a, m], [b, n]) => n - m || b - a);
  return first?.[0] ?? null;
}
