/** What the changes teach together: each effect beside its kind, drawn towards the others as far as it is weak. */
import { type LearnedOutcome, type ReadingStep, readingSteps } from "#shared/contract/learned.ts";
import type { VerdictAnswer, VerdictOutcome } from "#shared/contract/verdict.ts";
import { verdictOutcomes } from "#shared/contract/verdict.ts";
import {
  type ChangeKind,
  changeKinds,
  type Generation,
  generations,
  UNKNOWN,
} from "#shared/vocabulary.ts";
import {
  errorOf,
  limitsOf,
  type Measured,
  meanOf,
  pool,
  shrink,
} from "../stats/partial-pooling.ts";

/** A change's kind, and the effects that its verdict weighs. */
export interface Learned {
  kind: ChangeKind;
  /** How its notice reads beside the one before; null where it has none with a grade. */
  reading: ReadingStep | null;
  answer: Pick<VerdictAnswer, "change" | "outcomes" | "byGeneration">;
}

interface Row extends Measured {
  changeId: string;
  kind: ChangeKind;
  reading: ReadingStep | null;
}

interface GroupRow extends Measured {
  changeId: string;
  kind: ChangeKind;
  generation: Generation;
}

/** By outcome, in their order. An effect without an interval on both sides has no weight, and is left out. */
export function learn(changes: readonly Learned[]): LearnedOutcome[] {
  return verdictOutcomes.map((metric) => {
    const rows = changes.flatMap((change) => rowOf(change, metric));
    const shrunken = shrink(rows);
    const pooled = pool(rows);
    const { better, size } = changes
      .flatMap(({ answer }) => answer.outcomes)
      .find((outcome) => outcome.metric === metric) ?? { better: "up", size: 0 };
    return {
      metric,
      better,
      size,
      effects: rows.map((row, i) => {
        const drawn = shrunken?.[i];
        const own = limitsOf(row);
        return {
          changeId: row.changeId,
          own,
          shrunken: drawn === undefined ? null : limitsOf(drawn),
        };
      }),
      mean:
        pooled === null
          ? null
          : {
              ...limitsOf({ effect: pooled.mean, se: pooled.se }),
              changes: rows.length,
              typical: Math.sqrt(pooled.variance),
            },
      kinds: changeKinds.flatMap((kind) => {
        const same = rows.filter((row) => row.kind === kind);
        if (same.length === 0) return [];
        return [{ ...limitsOf(meanOf(same, pooled?.variance ?? 0)), kind, changes: same.length }];
      }),
      readings: readingSteps.flatMap((step) => {
        const same = rows.filter((row) => row.reading === step);
        if (same.length === 0) return [];
        return [{ ...limitsOf(meanOf(same, pooled?.variance ?? 0)), step, changes: same.length }];
      }),
      forWhom: forWhom(changes.flatMap((change) => groupRowsOf(change, metric))),
    };
  });
}

/** What the changes of a kind did to each generation on average, drawn towards what they did to all. */
function forWhom(rows: readonly GroupRow[]): LearnedOutcome["forWhom"] {
  return changeKinds.flatMap((kind) => {
    const alike = rows.filter((row) => row.kind === kind);
    if (alike.length === 0) return [];
    const own = generations.flatMap((generation) => {
      const same = alike.filter((row) => row.generation === generation);
      return same.length === 0 ? [] : [{ generation, ...meanOf(same, 0) }];
    });
    const shrunken = shrink(own);
    return [
      {
        kind,
        changes: new Set(alike.map(({ changeId }) => changeId)).size,
        generations: own.map((one, i) => {
          const drawn = shrunken?.[i];
          return {
            generation: one.generation,
            own: limitsOf(one),
            shrunken: drawn === undefined ? null : limitsOf(drawn),
          };
        }),
      },
    ];
  });
}

/** Who states no generation tells nothing about one. */
function groupRowsOf({ kind, answer }: Learned, metric: VerdictOutcome): GroupRow[] {
  const groups = answer.byGeneration.find((one) => one.metric === metric)?.groups ?? [];
  return groups.flatMap(({ group, effect }) => {
    const generation = generations.find((name) => name === group && name !== UNKNOWN);
    if (generation === undefined || effect == null || !isBounded(effect)) return [];
    const se = errorOf(effect.low, effect.high);
    return [{ changeId: answer.change.id, kind, generation, effect: effect.effect, se }];
  });
}

function rowOf({ kind, reading, answer }: Learned, metric: VerdictOutcome): Row[] {
  const outcome = answer.outcomes.find((one) => one.metric === metric);
  if (outcome === undefined || !isBounded(outcome)) return [];
  const { effect, low, high } = outcome;
  return [{ changeId: answer.change.id, kind, reading, effect, se: errorOf(low, high) }];
}

interface Bounds {
  effect: number | null;
  low: number | null;
  high: number | null;
}

function isBounded<Own extends Bounds>(
  estimate: Own,
): estimate is Own & { effect: number; low: number; high: number } {
  const { effect, low, high } = estimate;
  return effect !== null && low !== null && high !== null && high > low;
}
