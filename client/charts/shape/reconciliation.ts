/** Our opt-in rate and those of other systems as rows of one scale, and the way from one to the other. */
import type { Figure } from "#shared/contract/metric.ts";
import type { ReconciledPeer, ReconciliationAnswer } from "#shared/contract/reconciliation.ts";
import type { RestatementName, StepCode } from "#shared/restatements.ts";
import { niceScale, type Scale } from "./scale.ts";
import { bandOf, pointValue } from "./time-series.ts";

export interface SystemRow {
  /** Null is Candor. */
  as: RestatementName | null;
  figure: Figure;
  difference: number | null;
}

export function shapeSystems({ ours, peers }: ReconciliationAnswer): {
  rows: SystemRow[];
  scale: Scale;
} {
  const rows: SystemRow[] = [
    { as: null, figure: ours, difference: null },
    ...peers.map(({ as, figure, difference }) => ({ as, figure, difference })),
  ];
  const ends = rows.flatMap(({ figure }) => bandOf(figure) ?? [pointValue(figure) ?? Number.NaN]);
  return { rows, scale: niceScale(ends, "share", 4) };
}

/** The system whose figure is farthest from ours, and the step that alone moves ours most that way; null where none differs. */
export function farthestOf(
  answer: ReconciliationAnswer,
): { peer: ReconciledPeer; step: StepCode | null } | null {
  const apart = ({ difference }: ReconciledPeer) => Math.abs(difference ?? 0);
  const [peer] = answer.peers.toSorted((a, b) => apart(b) - apart(a));
  if (peer === undefined || apart(peer) === 0) return null;
  const steps = peer.steps.map(({ code, ...step }) => ({ code, move: moveOf(answer.ours, step) }));
  const towards = Math.sign(peer.difference ?? 0);
  const [main] = steps
    .filter(({ move }) => move * towards > 0)
    .toSorted((a, b) => Math.abs(b.move) - Math.abs(a.move));
  return { peer, step: main?.code ?? null };
}

type Step = { suppressed: true } | { suppressed?: false; n: number; count: number };

/** How far this step alone moves our figure; a hidden one is not looked at. */
function moveOf(ours: Figure, step: Step): number {
  if (ours.suppressed || ours.value === null || step.suppressed || ours.n + step.n <= 0) return 0;
  return ((ours.count ?? 0) + step.count) / (ours.n + step.n) - ours.value;
}

/** Steps of nothing are left out. */
export function stepsShown({ steps }: ReconciledPeer): ReconciledPeer["steps"] {
  return steps.filter((step) => step.suppressed || step.n !== 0 || step.count !== 0);
}
