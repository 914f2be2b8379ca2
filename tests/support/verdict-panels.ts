// Panels for the judge, drawn from a truth that the test sets: groups of people, clusters, weeks, noise that lasts.
import type { VerdictOutcome } from "#shared/contract/verdict.ts";
import { Random } from "../../seed/random.ts";
import { type JudgeInput, type PanelCell, WEEK } from "../../server/verdicts/panel.ts";

const GROUPS = [
  { name: "boomer", share: 0.3, off: -0.05 },
  { name: "millennial", share: 0.4, off: 0.01 },
  { name: "gen_z", share: 0.3, off: 0.04 },
];

const LEVELS: Record<VerdictOutcome, { base: number; perWeek: number; noise: number }> = {
  understanding: { base: 0.52, perWeek: 1500, noise: 0.004 },
  trust: { base: 0.46, perWeek: 1500, noise: 0.004 },
  opt_in_yield: { base: 0.48, perWeek: 50_000, noise: 0.004 },
  early_withdrawal_rate: { base: 0.035, perWeek: 20_000, noise: 0.0006 },
};

export interface PanelTruth {
  seed: number;
  weeksBefore?: number;
  weeksAfter?: number;
  clusters?: number;
  treated?: number;
  /** Standard deviation of what moves a cluster from week to week by itself. */
  ownNoise?: number;
  /** Share of the people that moves from the oldest to the youngest group at the change. */
  mixShift?: number;
  /** A movement of everybody at the change, inside and outside. */
  common?: number;
  effects?: Partial<Record<VerdictOutcome, number>>;
}

/** The change lies in week 0. */
export function panelOf(truth: PanelTruth): JudgeInput {
  const { seed, weeksBefore = 52, weeksAfter = 12, clusters = 1, treated = 1 } = truth;
  const random = new Random(seed, 1);
  const weeks = Array.from({ length: weeksBefore + 1 + weeksAfter }, (_, i) => i - weeksBefore);
  const outcomes = (Object.keys(LEVELS) as VerdictOutcome[]).map((metric) => {
    const { base, perWeek, noise } = LEVELS[metric];
    const small = noise / 0.004;
    const shared = lasting(random, weeks.length, noise);
    const cells = Array.from({ length: clusters }, (_, c) => c).flatMap((c) => {
      const own = lasting(random, weeks.length, (truth.ownNoise ?? 0.004) * small);
      return weeks.flatMap((week, at) =>
        GROUPS.map(({ name, share, off }): PanelCell => {
          const shift = week > 0 ? (truth.mixShift ?? 0) * Math.sign(off - 0.01) : 0;
          const n = Math.round((perWeek / clusters) * (share + shift));
          const effect = week > 0 && c < treated ? (truth.effects?.[metric] ?? 0) : 0;
          const common = week > 0 ? (truth.common ?? 0) * small : 0;
          const p = base + off * small + (shared[at] ?? 0) + (own[at] ?? 0) + effect + common;
          const spread = Math.sqrt(n * p * (1 - p));
          const sum = Math.min(n, Math.max(0, Math.round(n * p + spread * random.normal())));
          return {
            cluster: `c${c}`,
            inScope: c < treated,
            stratum: name,
            week: week * WEEK,
            n,
            sum,
          };
        }),
      );
    });
    const size = metric === "early_withdrawal_rate" ? 0.01 : 0.03;
    return { metric, size, cells, lastWeek: weeksAfter * WEEK, pairs: [] };
  });
  const dimensions = treated < clusters ? ["region"] : [];
  return { week: 0, outcomes, dimensions, sharedPeople: 0, arms: null, others: [], tracked: [] };
}

/** A stationary AR(1). */
function lasting(random: Random, length: number, deviation: number): number[] {
  let value = random.normal();
  return Array.from({ length }, () => {
    value = 0.45 * value + Math.sqrt(1 - 0.45 ** 2) * random.normal();
    return deviation * value;
  });
}
