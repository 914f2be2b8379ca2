// What came out, counted. Tallies of parts of the worlds add up to that of all, in any order.
import {
  type Claim,
  type Verdict,
  type verdictOutcomes,
  verdicts,
} from "#shared/contract/verdict.ts";
import { Random } from "../../seed/random.ts";
import { judge } from "../../server/verdicts/judge.ts";
import type { Judgement } from "../../server/verdicts/judgement.ts";
import { methodOf } from "../../server/verdicts/method.ts";
import type { Scenario } from "./scenario.ts";
import { drawWorld } from "./world.ts";

export type Tally = Record<string, number>;

const CLAIMING: readonly Verdict[] = verdicts.slice(0, 4);

/** Worlds `from`, `from + step` … of a scenario. A world is the same whoever draws it. */
export function tallyOf(
  scenario: Scenario,
  place: number,
  { seed, worlds, from, step }: { seed: number; worlds: number; from: number; step: number },
): Tally {
  const tally: Tally = {};
  for (let world = from; world < worlds; world += step) {
    const { input, truth } = drawWorld(scenario, new Random(seed, place * 1_000_000 + world));
    const judgement = judge(input, { followUpWeeks: scenario.followUpWeeks, withPath: false });
    count(tally, judgement, truth);
  }
  return tally;
}

function count(
  tally: Tally,
  judgement: Judgement,
  truth: Record<(typeof verdictOutcomes)[number], number>,
): void {
  const { verdict, claim, outcomes } = judgement;
  const seasons = outcomes.map(({ diagnostics }) => diagnostics.season);
  const method = methodOf(judgement.inference, seasons) ?? "none";
  const add = (...key: string[]) => {
    tally[key.join(" ")] = (tally[key.join(" ")] ?? 0) + 1;
  };
  const claims = isClaim(verdict) ? [`claim ${claim}`] : [];
  add("worlds");
  add("verdict", verdict, claim);
  add("method", method, "worlds");
  for (const one of claims) add("method", method, one);
  for (const { metric, low, high, low90, high90, effect, p } of outcomes) {
    if (effect === null) continue;
    const own = truth[metric];
    add("shown", method, metric);
    if (holds(low, high, own)) add("held95", method, metric);
    if (holds(low90, high90, own)) add("held90", method, metric);
    if (p !== null && p < 0.05) add("rejected", method, metric);
  }
}

/** Without a limit on a side, anything may be there. */
function holds(low: number | null, high: number | null, truth: number): boolean {
  return (low === null || low <= truth) && (high === null || truth <= high);
}

function isClaim(verdict: Verdict): boolean {
  return CLAIMING.includes(verdict);
}

export function together(tallies: readonly Tally[]): Tally {
  const sum: Tally = {};
  for (const tally of tallies) {
    for (const [key, count] of Object.entries(tally)) sum[key] = (sum[key] ?? 0) + count;
  }
  return sum;
}

export function verdictCount(tally: Tally, verdict: Verdict): number {
  return claimCounts(tally, verdict).reduce((a, b) => a + b, 0);
}

export function worldsOf(tally: Tally): number {
  return tally.worlds ?? 0;
}

/** Verdicts that something happened. */
export function claimed(tally: Tally): number {
  return claimCount(tally, "full") + claimCount(tally, "lowered");
}

/** Of claiming verdicts: with nothing speaking against them, and lowered. */
export function claimCount(tally: Tally, claim: Exclude<Claim, "none">): number {
  return CLAIMING.reduce((sum, verdict) => sum + (tally[`verdict ${verdict} ${claim}`] ?? 0), 0);
}

function claimCounts(tally: Tally, verdict: Verdict): number[] {
  return (["full", "lowered", "none"] as const).map(
    (claim) => tally[`verdict ${verdict} ${claim}`] ?? 0,
  );
}
