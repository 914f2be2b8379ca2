/** How much came in, and how good it is. */
import type { IntakeStatus } from "#shared/contract/admin.ts";
import { formatDay } from "#shared/days.ts";
import type { FactKind } from "../fold/facts.ts";
import type { Snapshot } from "../store/store.ts";

const EVERY_DAY = { from: -1_000_000, to: 1_000_000 };

export function buildIntakeStatus(
  snapshot: Snapshot,
  asOf: number | null,
  recent: number,
): IntakeStatus {
  const { lastReceivedAt, ...totals } = snapshot.intakeTotals();
  const countOf = (kind: FactKind): number =>
    snapshot.sums({ kind, by: [], filters: {}, ...EVERY_DAY }).reduce((sum, row) => sum + row.n, 0);
  return {
    ...totals,
    lastReceivedAt: lastReceivedAt === null ? null : new Date(lastReceivedAt).toISOString(),
    asOf: asOf === null ? null : formatDay(asOf),
    quality: {
      implicitGrants: countOf("implicit"),
      orphanedWithdrawals: countOf("orphan"),
      crossovers: countOf("crossover"),
    },
    recent: snapshot.recentEvents(recent),
  };
}
