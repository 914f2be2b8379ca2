// What has to hold, and whether it does: a share of the worlds with its 95 % interval, beside the goal.
import { type VerdictOutcome, verdictOutcomes } from "#shared/contract/verdict.ts";
import { wilson } from "../../server/stats/wilson.ts";
import { type Method, methods } from "../../server/verdicts/method.ts";
import type { Scenario } from "./scenario.ts";
import { claimed, type Tally, together, verdictCount, worldsOf } from "./tally.ts";

export type Line = { scenario: Scenario; tally: Tally };
export type Share = { hits: number; of: number; share: number; low: number; high: number };
/** `within`: the share misses the goal, by no more than chance explains. */
export type Standing = "met" | "missed" | "within";
export type Goal = { what: string; where: string; share: Share; goal: string; standing: Standing };

const MOST_FALSE = 0.05;
const OFF = 0.02;
/** Their intervals may be wider than they say, never narrower. */
const EXACT: readonly Method[] = ["placebo_assignments"];

export function shareOf(hits: number, of: number): Share {
  const { low, high } = wilson(hits, of, 0.95);
  return { hits, of, share: hits / of, low: low ?? 0, high: high ?? 1 };
}

export function anyClaim({ tally }: Line): Share {
  return shareOf(claimed(tally), worldsOf(tally));
}

export function verdictShare({ tally }: Line, verdict: Parameters<typeof verdictCount>[1]): Share {
  return shareOf(verdictCount(tally, verdict), worldsOf(tally));
}

export function isNull({ scenario }: Line): boolean {
  return Object.keys(scenario.effects).length === 0;
}

export function goalsOf(lines: readonly Line[]): Goal[] {
  return lines.flatMap((line) => {
    const { scenario } = line;
    const { group, name, offer, right, goal } = scenario;
    const where = `${group === "effect" || group === "null" ? "" : `${group}, `}${name}, ${offer}`;
    const goals: Goal[] = [];
    if (isNull(line)) {
      const building = verdictShare(line, "building_trust");
      goals.push(atMost("building_trust where nothing happened", where, building, MOST_FALSE));
      goals.push(atMost("any claim where nothing happened", where, anyClaim(line), MOST_FALSE));
    }
    if (right !== null && goal !== null) {
      goals.push(atLeast("the right verdict", where, verdictShare(line, right), goal));
    }
    if (name === "building") {
      const dark = verdictShare(line, "opt_in_without_understanding");
      goals.push(atMost("a dark pattern seen where trust was built", where, dark, MOST_FALSE));
    }
    return goals;
  });
}

function atMost(what: string, where: string, share: Share, most: number): Goal {
  const standing = share.share <= most ? "met" : share.low <= most ? "within" : "missed";
  return { what, where, share, goal: `at most ${most * 100} %`, standing };
}

function atLeast(what: string, where: string, share: Share, least: number): Goal {
  const standing = share.share >= least ? "met" : share.high >= least ? "within" : "missed";
  return { what, where, share, goal: `at least ${least * 100} %`, standing };
}

export type Coverage = {
  method: Method;
  metric: VerdictOutcome;
  level: 0.95 | 0.9;
  share: Share;
  /** One standard deviation. */
  error: number;
  standing: Standing;
};

/** By the method that was used; without worlds that are too small, and methods that were hardly ever used. */
export function coverageOf(lines: readonly Line[]): Coverage[] {
  const kept = lines.filter(({ scenario }) => scenario.group !== "too_small");
  const tally = together(kept.map((line) => line.tally));
  return methods.flatMap((method) =>
    verdictOutcomes.flatMap((metric) => {
      const shown = tally[`shown ${method} ${metric}`] ?? 0;
      if (shown < 100) return [];
      return ([0.95, 0.9] as const).map((level): Coverage => {
        const hits = tally[`held${level * 100} ${method} ${metric}`] ?? 0;
        const share = shareOf(hits, shown);
        const error = Math.sqrt((level * (1 - level)) / shown);
        return { method, metric, level, share, error, standing: held(method, share, level) };
      });
    }),
  );
}

function held(method: Method, { share, low, high }: Share, level: number): Standing {
  const [from, to] = EXACT.includes(method) ? [level, 1] : [level - OFF, level + OFF];
  if (share >= from && share <= to) return "met";
  return high >= from && low <= to ? "within" : "missed";
}
