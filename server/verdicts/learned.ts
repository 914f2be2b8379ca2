/** What the changes teach together: each effect beside its kind, drawn towards the others as far as it is weak. */
import type { LearnedOutcome } from "#shared/contract/learned.ts";
import type { OutcomeEffect, VerdictAnswer, VerdictOutcome } from "#shared/contract/verdict.ts";
import { verdictOutcomes } from "#shared/contract/verdict.ts";
import { type ChangeKind, changeKinds } from "#shared/vocabulary.ts";
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
  answer: Pick<VerdictAnswer, "change" | "outcomes">;
}

interface Row extends Measured {
  changeId: string;
  kind: ChangeKind;
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
    };
  });
}

function rowOf({ kind, answer }: Learned, metric: VerdictOutcome): Row[] {
  const outcome = answer.outcomes.find((one) => one.metric === metric);
  if (outcome === undefined || !isMeasured(outcome)) return [];
  const { effect, low, high } = outcome;
  return [{ changeId: answer.change.id, kind, effect, se: errorOf(low, high) }];
}

function isMeasured(
  outcome: OutcomeEffect,
): outcome is OutcomeEffect & { effect: number; low: number; high: number } {
  const { effect, low, high } = outcome;
  return effect !== null && low !== null && high !== null && high > low;
}
