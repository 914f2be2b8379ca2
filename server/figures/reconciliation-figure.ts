/** Our opt-in rate beside those of other systems, and the cases between them. */
import type { Figure } from "#shared/contract/metric.ts";
import type { ReconciledPeer, ReconciliationAnswer } from "#shared/contract/reconciliation.ts";
import { bucketsOf, formatDay } from "#shared/days.ts";
import { type RestatementName, restatementNames, restatements } from "#shared/restatements.ts";
import { type Amount, kindsOf, needsOf, rateOf, tallyAmount } from "../metrics/amounts.ts";
import { type Question, readable, type Tally } from "../metrics/family.ts";
import { emptyTally } from "../metrics/flows.ts";
import { type Cell, hideAlong, type Line, newCell } from "../metrics/hidden-lines.ts";
import { amountOf, ours, stepsTo } from "../metrics/restated.ts";
import type { Snapshot } from "../store/store.ts";
import { readNeeds, sourcesOf } from "./read-sums.ts";
import type { Selection } from "./selection.ts";

export interface ReconciliationRequest {
  question: Question & { metric: "opt_in_rate" };
  filters: Selection["filters"];
}

const kinds = [
  ...new Set(
    [ours, ...restatementNames.flatMap((as) => stepsTo(as).map(({ amount }) => amount))].flatMap(
      kindsOf,
    ),
  ),
];

export function buildReconciliation(
  snapshot: Snapshot,
  { question, filters }: ReconciliationRequest,
): ReconciliationAnswer {
  const { from, to, asOf, confidence } = question;
  const { k } = snapshot.settings();
  const needs = {
    facts: needsOf(kinds, question),
    counts: { having: ["granted", "declined"] as const, ...readable(question) },
  };
  const sums = readNeeds(snapshot, needs, question.metric, { by: [], filters, starts: [from] });
  const whole = bucketsOf(from, to, "total");
  const tallyOf = (amount: Amount): Tally =>
    tallyAmount(amount, kinds, sums, [...whole, ...whole])
      .get("")
      ?.at(-1) ?? emptyTally(2);
  const own = tallyOf(ours);
  const peers = restatementNames.map((as) => ({
    as,
    tally: tallyOf(amountOf(as)),
    steps: stepsTo(as).map(({ code, amount }) => ({ code, tally: tallyOf(amount) })),
  }));
  const hidden = hide(own, peers, k);
  const figureOf = (amount: Amount, tally: Tally, isHidden: boolean): Figure =>
    isHidden ? { suppressed: true } : rateOf(amount, []).figure(tally, question);
  const figure = figureOf(ours, own, hidden.ours);
  return {
    metric: question.metric,
    unit: "share",
    from: formatDay(from),
    to: formatDay(to),
    asOf: asOf === null ? null : formatDay(asOf),
    dataVersion: snapshot.dataVersion(),
    k,
    confidence,
    sources: sourcesOf([sums]),
    definition: `/glossary/${question.metric}`,
    ours: figure,
    peers: peers.map(({ as, tally, steps }, at): ReconciledPeer => {
      const theirs = figureOf(amountOf(as), tally, hidden.peers[at]?.figure ?? true);
      return {
        as,
        restatement: restatements[as],
        figure: theirs,
        difference: differenceOf(theirs, figure),
        steps: steps.map(
          (
            {
              code,
              tally: {
                sums: [n = 0, count = 0],
              },
            },
            s,
          ) => (hidden.peers[at]?.steps[s] ? { code, suppressed: true } : { code, n, count }),
        ),
      };
    }),
  };
}

function differenceOf(theirs: Figure, own: Figure): number | null {
  if (theirs.suppressed || own.suppressed) return null;
  return theirs.value === null || own.value === null ? null : theirs.value - own.value;
}

interface Tallied {
  as: RestatementName;
  tally: Tally;
  steps: { code: string; tally: Tally }[];
}

/**
 * Theirs is ours and the steps, a line. The gap as a whole is told by both figures: where it is small, theirs is hidden.
 * A step of the same code tells much the same in several lines: where it is hidden in one, it is in all.
 */
function hide(own: Tally, peers: readonly Tallied[], k: number) {
  const oursCell = newCell(own.size, k);
  const rows = peers.map(({ tally, steps }) => {
    const gap = tally.sums.map((value, i) => value - (own.sums[i] ?? 0));
    const total = newCell(tally.size, k);
    total.hidden ||= newCell(casesOf(gap), k).hidden;
    const cells = steps.map((step) => newCell(casesOf(step.tally.sums), k));
    return { codes: steps.map(({ code }) => code), cells, total };
  });
  const lines = rows.map(
    ({ cells, total }): Line => ({ cells: oursCell.hidden ? [oursCell, ...cells] : cells, total }),
  );
  while (hideAlong(lines, k) || spreadCodes(rows));
  return {
    ours: oursCell.hidden,
    peers: rows.map(({ cells, total }) => ({
      figure: total.hidden,
      steps: cells.map((cell) => cell.hidden),
    })),
  };
}

/** How many cases a change of denominator and numerator is about. */
function casesOf([n = 0, count = 0]: readonly number[]): number {
  return Math.abs(n === 0 ? count : n);
}

function spreadCodes(rows: readonly { codes: string[]; cells: Cell[] }[]): boolean {
  const all = rows.flatMap(({ codes, cells }) =>
    cells.map((cell, at) => ({ code: codes[at], cell })),
  );
  const hidden = new Set(all.filter(({ cell }) => cell.hidden).map(({ code }) => code));
  const late = all.filter(({ code, cell }) => hidden.has(code) && !cell.hidden && cell.size > 0);
  for (const { cell } of late) cell.hidden = true;
  return late.length > 0;
}
