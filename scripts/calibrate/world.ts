// One world: sums by week, side and generation as the store would give them, and the effects that they hold.
import { type VerdictOutcome, verdictOutcomes } from "#shared/contract/verdict.ts";
import type { Random } from "../../seed/random.ts";
import { people } from "../../seed/worlds/demo-people.ts";
import {
  type ArmCell,
  type JudgeInput,
  type OutcomePanel,
  type PanelCell,
  WEEK,
} from "../../server/verdicts/panel.ts";
import { answersOf, PairTally } from "./answers.ts";
import { coursesOf } from "./courses.ts";
import { binomial, poisson } from "./draw.ts";
import { borns, CONTROL, feltBy, type Group, groupsOf, mixOf } from "./groups.ts";
import type { Scenario } from "./scenario.ts";

export type DrawnWorld = { input: JudgeInput; truth: Record<VerdictOutcome, number> };

/** A Monday. */
const CHANGE = 20_451;
const WEEKS_AFTER = 12;
const YEAR_WEEKS = 365.25 / 7;
const GROWTH_A_YEAR = 0.12;
/** Several purposes are asked at once, and the same person decides on all: shares vary by so much more than people do. */
const AT_ONCE = 1.5;
/** Points by which groups differ for good (standard deviation). */
const OWN_LEVEL = 0.03;
/** Of early withdrawal everything is smaller. */
const SCALE: Record<VerdictOutcome, number> = {
  understanding: 1,
  trust: 1,
  opt_in_yield: 1,
  early_withdrawal_rate: 0.2,
};
/** In shares. */
export const SIZES: Record<VerdictOutcome, number> = {
  understanding: 0.03,
  trust: 0.03,
  opt_in_yield: 0.03,
  early_withdrawal_rate: 0.01,
};
const LEAST = 0.002;

type Row = PanelCell & { group: Group };
type Sums = { rows: Row[]; pairs: PairTally | null };

export function drawWorld(scenario: Scenario, random: Random): DrawnWorld {
  const { offer, weather, effects, volume } = scenario;
  const weeksBefore = offer === "series_without_a_year" ? random.integer(16, 44) : 52;
  const weeks = Array.from({ length: weeksBefore + WEEKS_AFTER + 1 }, (_, i) => i - weeksBefore);
  const groups = groupsOf(random, offer);
  const isRandomised = offer === "experiment";
  const common = borns.map(() => weather.mix * random.normal());
  const drifts = groups.map(() =>
    common.map((drift) => (isRandomised ? drift : drift + 0.5 * weather.mix * random.normal())),
  );
  const mixes = drifts.map((drift) => weeks.map((week) => mixOf(drift, week / YEAR_WEEKS)));
  const growth = weeks.map((week) => 1 + (GROWTH_A_YEAR * week) / YEAR_WEEKS);

  const shareOf = (metric: VerdictOutcome) => {
    const kinds = isRandomised ? 1 : groups.length;
    const courses = coursesOf(random, weather, kinds, weeks, SCALE[metric]);
    const levels = courses.map(() => OWN_LEVEL * SCALE[metric] * random.normal());
    const effect = (effects[metric] ?? 0) / 100;
    return (group: number, born: number, at: number) => {
      const kind = isRandomised ? 0 : group;
      const own = borns[born] ?? "gen_x";
      const moved = groups[group]?.treated && (weeks[at] ?? 0) >= 0 ? effect * feltBy(own) : 0;
      const share = levelOf(metric, own) + (levels[kind] ?? 0) + (courses[kind]?.[at] ?? 0) + moved;
      return Math.min(1 - LEAST, Math.max(LEAST, share));
    };
  };

  /** Those asked, and which of them said yes; then which of those left early. */
  const consents = (): Record<"opt_in_yield" | "early_withdrawal_rate", Sums> => {
    const [yieldOf, earlyOf] = [shareOf("opt_in_yield"), shareOf("early_withdrawal_rate")];
    const [asked, early]: [Row[], Row[]] = [[], []];
    eachCell((group, born, at, expected) => {
      const n = poisson(random, volume.exposures * expected);
      const granted = spread(random, n, yieldOf(born.group, born.place, at));
      const left = spread(random, granted, earlyOf(born.group, born.place, at));
      asked.push(rowOf(group, born.place, at, n, granted));
      if (granted > 0) early.push(rowOf(group, born.place, at, granted, left));
    });
    return {
      opt_in_yield: { rows: asked, pairs: null },
      early_withdrawal_rate: { rows: early, pairs: null },
    };
  };

  const said = (metric: "understanding" | "trust"): Sums => {
    const share = shareOf(metric);
    const pairs = new PairTally(weeks.length);
    const rows: Row[] = [];
    for (const [g, group] of groups.entries()) {
      const inScope = isRandomised || group.treated;
      for (const [b, born] of borns.entries()) {
        const answers = volume.answers * answering(born);
        const expected = weeks.map(
          (_, at) => answers * group.share * (growth[at] ?? 1) * (mixes[g]?.[at]?.[b] ?? 0),
        );
        const shares = weeks.map((_, at) => share(g, b, at));
        const { n, sum } = answersOf(random, expected, shares, inScope ? pairs : null);
        for (const at of weeks.keys()) {
          if ((n[at] ?? 0) > 0) rows.push(rowOf(group, b, at, n[at] ?? 0, sum[at] ?? 0));
        }
      }
    }
    return { rows, pairs };
  };

  const dayOf = (at: number) => CHANGE + (weeks[at] ?? 0) * WEEK;
  function rowOf(group: Group, born: number, at: number, n: number, sum: number): Row {
    const cluster = isRandomised ? "" : group.name;
    const inScope = isRandomised || group.treated;
    const stratum = borns[born] ?? "";
    return { group, cluster, inScope, stratum, week: dayOf(at), n, sum };
  }
  function eachCell(
    draw: (group: Group, born: { group: number; place: number }, at: number, share: number) => void,
  ): void {
    for (const [g, group] of groups.entries()) {
      for (const place of borns.keys()) {
        for (const at of weeks.keys()) {
          const share = group.share * (growth[at] ?? 1) * (mixes[g]?.[at]?.[place] ?? 0);
          draw(group, { group: g, place }, at, share);
        }
      }
    }
  }

  const sums: Record<VerdictOutcome, Sums> = {
    understanding: said("understanding"),
    trust: said("trust"),
    ...consents(),
  };
  const panels = verdictOutcomes.map((metric): OutcomePanel => {
    const { rows, pairs } = sums[metric];
    const cells = isRandomised ? merged(rows) : rows;
    const lastWeek = CHANGE + WEEKS_AFTER * WEEK;
    return { metric, size: SIZES[metric], cells, lastWeek, pairs: pairs?.pairs(dayOf) ?? [] };
  });
  const hasSides = groups.some(({ treated }) => !treated) && !isRandomised;
  const armsOf = (metric: VerdictOutcome) => sums[metric].rows.map(armOf);
  return {
    input: {
      week: CHANGE,
      outcomes: panels,
      dimensions: hasSides ? ["region"] : [],
      sharedPeople: 0,
      arms: isRandomised
        ? { experiment: "x", control: CONTROL, outcomes: byOutcome(armsOf) }
        : null,
      others: [],
      tracked: [
        { what: "exposures", weeks: volumes(sums.opt_in_yield.rows) },
        { what: "answers", weeks: volumes(sums.understanding.rows) },
        { what: "spells", weeks: volumes(sums.early_withdrawal_rate.rows) },
      ],
    },
    truth: byOutcome((metric) => truthOf(sums[metric].rows, (effects[metric] ?? 0) / 100)),
  };
}

function byOutcome<T>(of: (metric: VerdictOutcome) => T): Record<VerdictOutcome, T> {
  return Object.fromEntries(verdictOutcomes.map((metric) => [metric, of(metric)])) as Record<
    VerdictOutcome,
    T
  >;
}

function levelOf(metric: VerdictOutcome, born: (typeof borns)[number]): number {
  const { optIn, early, topTwo } = people.generations[born];
  if (metric === "opt_in_yield") return optIn;
  return metric === "early_withdrawal_rate" ? early : topTwo[metric];
}

/** Of the people's share, what a generation's share of the answers is. */
function answering(born: (typeof borns)[number]): number {
  return people.generations[born].answers / meanAnswering;
}
const meanAnswering = borns.reduce(
  (sum, born) => sum + people.generations[born].share * people.generations[born].answers,
  0,
);

/** More widely than each by oneself would. */
function spread(random: Random, n: number, share: number): number {
  if (n === 0) return 0;
  const more = Math.sqrt(((AT_ONCE - 1) * share * (1 - share)) / n) * random.normal();
  return binomial(random, n, Math.min(1, Math.max(0, share + more)));
}

/** The effect on those in scope, at the mix of the weeks before: what a verdict is about. */
function truthOf(rows: readonly Row[], effect: number): number {
  let [felt, all] = [0, 0];
  for (const { inScope, week, n, stratum } of rows) {
    if (!inScope || week >= CHANGE) continue;
    all += n;
    felt += n * feltBy(stratum as (typeof borns)[number]);
  }
  return (effect * felt) / all;
}

/** Both arms as one. */
function merged(rows: readonly Row[]): PanelCell[] {
  const cells = new Map<string, PanelCell>();
  for (const { cluster, inScope, stratum, week, n, sum } of rows) {
    const key = `${stratum}|${week}`;
    const own = cells.get(key) ?? { cluster, inScope, stratum, week, n: 0, sum: 0 };
    own.n += n;
    own.sum += sum;
    cells.set(key, own);
  }
  return [...cells.values()];
}

function armOf({ group, week, n, sum }: Row): ArmCell {
  return { arm: group.name, week, n, sum };
}

function volumes(rows: readonly Row[]): Map<number, Record<string, number>> {
  const weeks = new Map<number, Record<string, number>>();
  for (const { inScope, week, n } of rows) {
    if (inScope) weeks.set(week, { all: (weeks.get(week)?.all ?? 0) + n });
  }
  return weeks;
}
