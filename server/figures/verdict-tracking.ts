/** Reads what a verdict is checked against: volumes, mixes, and the arms of an experiment. */
import type { Change } from "#shared/contract/change.ts";
import { type VerdictOutcome, verdictOutcomes } from "#shared/contract/verdict.ts";
import { bucketStart, bucketsOf } from "#shared/days.ts";
import { NONE, UNKNOWN } from "#shared/vocabulary.ts";
import type { CellField, FactKind } from "../fold/facts.ts";
import { familyOf } from "../metrics/families.ts";
import { groupValues } from "../metrics/family.ts";
import { commonestScale, ofScale } from "../metrics/scores.ts";
import type { Snapshot } from "../store/store.ts";
import type { ArmCell, Arms, Tracked } from "../verdicts/panel.ts";
import { readSums } from "./read-sums.ts";
import type { PanelRead } from "./verdict-panel.ts";
import { questionOf } from "./verdict-panel.ts";
import type { Reach } from "./verdict-scope.ts";

interface Range {
  from: number;
  to: number;
}

export function readTracked(
  snapshot: Snapshot,
  reach: Reach,
  range: Range,
  panels: readonly PanelRead[],
): Tracked[] {
  const volumeOf = (what: Tracked["what"], metric: VerdictOutcome): Tracked => {
    const weeks = new Map<number, Record<string, number>>();
    const panel = panels.find((one) => one.panel.metric === metric)?.panel;
    for (const { inScope, week, n } of panel?.cells ?? []) {
      if (inScope && week <= (panel?.lastWeek ?? week)) add(weeks, week, "all", n);
    }
    return { what, weeks };
  };
  const mixOf = (what: Tracked["what"], kind: FactKind, by: readonly CellField[]): Tracked => {
    const weeks = new Map<number, Record<string, number>>();
    const purpose =
      reach.purposes.length > 0 && kind !== "answer" ? { purpose: reach.purposes } : {};
    const asked = kind === "answer" ? { question: ["understanding", "trust"] } : {};
    const filters = { ...reach.inside, ...purpose, ...asked } as Partial<
      Record<CellField, string[]>
    >;
    for (const { key, day, n } of snapshot.sums({ kind, by, filters, ...range })) {
      add(weeks, bucketStart(day, "week"), key.join("|"), n);
    }
    return { what, weeks };
  };
  return [
    volumeOf("exposures", "opt_in_yield"),
    volumeOf("answers", "understanding"),
    volumeOf("spells", "early_withdrawal_rate"),
    mixOf("methods", "decision", ["method"]),
    mixOf("questionnaire", "answer", ["survey", "question", "scale"]),
  ];
}

function add(weeks: Map<number, Record<string, number>>, week: number, name: string, n: number) {
  const row = weeks.get(week) ?? {};
  row[name] = (row[name] ?? 0) + n;
  weeks.set(week, row);
}

/** The variants of the change's experiment by week; null where it names none. */
export function readArms(
  snapshot: Snapshot,
  { experiment }: Change,
  reach: Reach,
  { from, to }: Range,
  asOf: number,
): Arms | null {
  if (experiment === null) return null;
  const outcomes: Partial<Record<VerdictOutcome, ArmCell[]>> = {};
  for (const metric of verdictOutcomes) {
    const asked = questionOf(metric, from, to, asOf);
    const filters = { ...reach.inside, experiment: [experiment] };
    const weeks = bucketsOf(from, to, "week");
    const starts = weeks.map(({ first }) => first);
    const read = readSums(snapshot, asked, { by: ["variant", "generation"], filters, starts });
    const scale = asked.stat === null ? null : commonestScale(read);
    const sums = asked.stat === null ? read : ofScale(read, scale);
    const question = { ...asked, scale };
    const buckets = [...weeks, ...bucketsOf(from, to, "total")];
    const tallies = [...familyOf(question).tally(sums, buckets, question)];
    outcomes[metric] = tallies.flatMap(([key, row]) => {
      const [arm = NONE, generation = UNKNOWN] = groupValues(key);
      if (arm === NONE) return [];
      return weeks.flatMap(({ start }, at) => {
        const [n = 0, sum = 0] = row[at]?.sums ?? [];
        return n === 0 ? [] : [{ arm, generation, week: start, n, sum }];
      });
    });
  }
  const names = Object.values(outcomes).flatMap((cells) => cells.map(({ arm }) => arm));
  return { experiment, control: controlOf(snapshot, experiment, names), outcomes };
}

/** As the experiment's record says; without one a variant that is called so. */
function controlOf(snapshot: Snapshot, slug: string, arms: readonly string[]): string | null {
  const record = snapshot.records("experiment").find((one) => one.slug === slug);
  const stated = record?.variants.find(({ isControl }) => isControl)?.slug;
  return stated ?? arms.find((arm) => arm === "control") ?? null;
}
