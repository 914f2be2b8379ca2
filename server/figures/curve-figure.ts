/** The retention curve: the share still consenting on each day after the grant. */
import type { CurveAnswer } from "#shared/contract/metric.ts";
import { bucketsOf, formatDay } from "#shared/days.ts";
import { families } from "../metrics/families.ts";
import { groupValues, type Question } from "../metrics/family.ts";
import { emptyTally } from "../metrics/flows.ts";
import { retentionCurve } from "../metrics/retention.ts";
import { suppress } from "../metrics/suppress.ts";
import type { Snapshot } from "../store/store.ts";
import { byName } from "./metric-figure.ts";
import { readSums } from "./read-sums.ts";
import type { Selection } from "./selection.ts";

export interface CurveRequest extends Selection {
  question: Question & { metric: "consent_retention" };
}

/** Days 0 … `question.day`, as far as anybody was followed. */
export function buildCurve(snapshot: Snapshot, request: CurveRequest): CurveAnswer {
  const { question, by } = request;
  const { from, to, asOf, day, confidence } = question;
  const { k } = snapshot.settings();
  const sums = readSums(snapshot, question, { ...request, starts: [from] });
  const tallies = families.consent_retention.tally(sums, bucketsOf(from, to, "total"), question);
  const groups = [...tallies].filter(([, [tally]]) => tally?.known).toSorted(byName);
  const rows = groups.map(([key, [tally]]) => ({
    key: groupValues(key),
    buckets: [],
    total: tally?.size ?? 0,
  }));
  const hidden = suppress({ k, rows, additiveOverTime: false });
  return {
    metric: "consent_retention",
    unit: "share",
    from: formatDay(from),
    to: formatDay(to),
    by: [...by],
    asOf: asOf === null ? null : formatDay(asOf),
    dataVersion: snapshot.dataVersion(),
    k,
    confidence,
    definition: "/glossary/consent_retention",
    series: groups.map(([key, [tally = emptyTally(1)]], g) => {
      const values = groupValues(key);
      const suppressed = hidden[g]?.total ?? true;
      return {
        group: Object.fromEntries(by.map((name, i) => [name, values[i] ?? ""])),
        n: suppressed ? null : tally.size,
        suppressed,
        points: suppressed ? [] : retentionCurve(tally, day, confidence),
      };
    }),
  };
}
