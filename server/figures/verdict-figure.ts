/** The verdict of a change: read the sums, judge, put it into words, hide small cells. */
import type { Change } from "#shared/contract/change.ts";
import {
  type OutcomeEffect,
  type OutcomeSeries,
  type SpokenVerdict,
  type VerdictTexts,
  verdictOutcomes,
  type WeighedVerdict,
} from "#shared/contract/verdict.ts";
import { formatDay, parseDay } from "#shared/days.ts";
import { suppress } from "../metrics/suppress.ts";
import type { Snapshot } from "../store/store.ts";
import { effectsByGeneration } from "../verdicts/by-generation.ts";
import { isBetterDown } from "../verdicts/decide.ts";
import { judge } from "../verdicts/judge.ts";
import type { JudgedOutcome, Judgement } from "../verdicts/judgement.ts";
import { type JudgeInput, WEEK, WEEKLY } from "../verdicts/panel.ts";
import { textsOf } from "../verdicts/sentence.ts";
import { wordsOf } from "../verdicts/word-tables.ts";
import { besideOf, byGenerationOf } from "./verdict-beside.ts";
import { type PanelRead, readPanel } from "./verdict-panel.ts";
import { questionsTogether } from "./verdict-questions.ts";
import { reachOf, touchesOf, weekOfChange } from "./verdict-scope.ts";
import { readArms, readTracked } from "./verdict-tracking.ts";

/** Beyond the follow-up, the first whole wave of a survey may come within these days. */
const WAVE_DAYS = 26 * WEEK;
/** Days until the last facts of the follow-up can be looked at. */
const LAST_WAIT = 8;

export function buildVerdict(
  snapshot: Snapshot,
  change: Change,
  asOf: number | null,
): SpokenVerdict {
  const settings = snapshot.settings();
  const reach = reachOf(change);
  const week = weekOfChange(change);
  const until = week + (settings.followUpWeeks + 1) * WEEK - 1;
  const range = { from: week - WEEKLY.mostBefore * WEEK, to: until };
  const now = asOf ?? range.from;
  const source = questionsTogether(snapshot, ["understanding", "trust"]);
  const panels = verdictOutcomes.map((metric) => {
    const to = metric === "understanding" || metric === "trust" ? until + WAVE_DAYS : until;
    const size = sizeOf(metric, settings);
    return readPanel(source, { metric, reach, size, from: range.from, to, asOf: now });
  });
  const input: JudgeInput = {
    week,
    outcomes: panels.map(({ panel }) => panel),
    dimensions: reach.dimensions,
    sharedPeople: sharedBy(panels),
    arms: readArms(snapshot, change, reach, range, now),
    others: snapshot
      .records("change")
      .filter(({ id }) => id !== change.id)
      .map((other) => ({
        id: other.id,
        title: other.title,
        week: weekOfChange(other),
        touches: touchesOf(change, other),
      })),
    tracked: readTracked(snapshot, reach, { ...range, to: Math.min(until, now) }, panels),
  };
  const options = { followUpWeeks: settings.followUpWeeks, withPath: true };
  const judgement = judge(input, options);
  const { window } = judgement;
  const ofGenerations = effectsByGeneration(input, judgement.design, options);
  const sides = { snapshot, window, asOf: now };
  const finalOn = window.followUpTo + WEEK - 1 + LAST_WAIT;
  const days = { begins: parseDay(change.date) ?? week, finalOn, asOf };
  const texts = textsOf(judgement, change.title, days, wordsOf.en);
  return {
    change: { id: change.id, title: change.title, date: change.date },
    verdict: judgement.verdict,
    state: judgement.state,
    claim: judgement.claim,
    sentence: texts.sentence,
    design: judgement.design,
    designReason: texts.designReason,
    outcomes: judgement.outcomes.map((outcome, i) => ({
      ...effectOf(outcome, panels[i], settings.k),
      missing: texts.missing[i] ?? null,
    })),
    beside: besideOf(sides, reach.inside),
    confounders: confoundersIn(judgement, texts),
    diagnostics: diagnosticsOf(judgement),
    series: judgement.outcomes.map((outcome) => seriesOf(outcome, settings.k)),
    byGeneration: byGenerationOf(sides, reach.inside, panels, ofGenerations),
    window: windowIn(judgement, formatDay(finalOn)),
    settings: {
      smallestEffect: settings.smallestEffect,
      smallestEffectEarlyWithdrawal: settings.smallestEffectEarlyWithdrawal,
      followUpWeeks: settings.followUpWeeks,
    },
    k: settings.k,
    asOf: asOf === null ? null : formatDay(asOf),
    dataVersion: snapshot.dataVersion(),
    said: { ar: textsOf(judgement, change.title, days, wordsOf.ar) },
  };
}

function sizeOf(metric: string, settings: WeighedVerdict["settings"]): number {
  return metric === "early_withdrawal_rate"
    ? settings.smallestEffectEarlyWithdrawal
    : settings.smallestEffect;
}

function sharedBy(panels: readonly PanelRead[]): number {
  const pairs = panels.reduce((sum, one) => sum + one.pairs, 0);
  return pairs === 0 ? 0 : panels.reduce((sum, one) => sum + one.acrossSides, 0) / pairs;
}

/** Where either side holds fewer facts than k, none of its figures is shown. */
function effectOf(
  outcome: JudgedOutcome,
  read: PanelRead | undefined,
  k: number,
): Omit<OutcomeEffect, "missing"> {
  const { metric, unit, n, nBefore } = outcome;
  const isSmall = (size: number) => size > 0 && size < k;
  const isHidden = isSmall(n) || isSmall(nBefore);
  const shown = <Value>(value: Value): Value | null => (isHidden ? null : value);
  return {
    metric,
    better: isBetterDown(metric) ? "down" : "up",
    size: outcome.size,
    effect: shown(outcome.effect),
    low: shown(outcome.low),
    high: shown(outcome.high),
    low90: shown(outcome.low90),
    high90: shown(outcome.high90),
    p: shown(outcome.p),
    pAdjusted: shown(outcome.pAdjusted),
    moved: outcome.moved,
    notWorse: outcome.notWorse,
    before: shown(outcome.before),
    after: shown(outcome.after),
    n: isSmall(n) ? null : n,
    nBefore: isSmall(nBefore) ? null : nBefore,
    needed: outcome.needed,
    neededDays: outcome.neededDays,
    answersOf: read?.answersOf ?? null,
    scale: read?.scale ?? null,
    unit,
  };
}

function seriesOf({ metric, points }: JudgedOutcome, k: number): OutcomeSeries {
  const buckets = points.map(({ n }) => n);
  const total = buckets.reduce((a, b) => a + b, 0);
  const [hidden] = suppress({ k, rows: [{ key: [], buckets, total }], additiveOverTime: true });
  return {
    metric,
    points: points.map(({ week, phase, n, value, counterfactual, low, high }, i) => {
      const start = formatDay(week);
      if (hidden?.buckets[i]) return { start, phase, suppressed: true };
      return { start, phase, n, value, counterfactual, low, high };
    }),
  };
}

function confoundersIn(
  { confounders }: Judgement,
  texts: VerdictTexts,
): WeighedVerdict["confounders"] {
  return confounders.map((one, i) => ({
    code: one.code,
    text: texts.confounders[i] ?? "",
    lowers: one.lowers,
    week: one.week === null ? null : formatDay(one.week),
    changeId: one.changeId,
    metric: one.metric,
  }));
}

function diagnosticsOf({ clusters, inference, assignments, outcomes }: Judgement) {
  const days = (from: number, to: number) => ({ from: formatDay(from), to: formatDay(to) });
  return {
    clusters,
    inference,
    assignments,
    outcomes: outcomes.map(({ metric, diagnostics: { leads, ...rest } }) => ({
      metric,
      ...rest,
      leads: leads.map(({ from, to, effect, p }) => ({ ...days(from, to), effect, p })),
    })),
  };
}

function windowIn({ window }: Judgement, finalOn: string): WeighedVerdict["window"] {
  const { baselineFrom, baselineTo, afterFrom, afterTo } = window;
  const day = (from: number, to: number, one: number) => (from > to ? null : formatDay(one));
  return {
    baselineFrom: day(baselineFrom, baselineTo, baselineFrom),
    baselineTo: day(baselineFrom, baselineTo, baselineTo),
    afterFrom: day(afterFrom, afterTo, afterFrom),
    afterTo: day(afterFrom, afterTo, afterTo),
    finalOn,
  };
}
