// One made-up test, looked at every day: on which day it was first recommended to ship, by the code that answers real ones.

import type { Random } from "../../seed/random.ts";
import { judge } from "../../server/experiments/judge.ts";
import { lookAt } from "../../server/experiments/look.ts";
import { stakeOf } from "../../server/experiments/outcomes.ts";
import { planSubjects } from "../../server/experiments/plan.ts";
import { overall, recommend } from "../../server/experiments/recommend.ts";
import { type Standing, standing, strataEffect } from "../../server/experiments/standing.ts";
import { holm } from "../../server/stats/multiplicity.ts";
import { type ExperimentCase, SIZES, type Truth } from "./experiment-cases.ts";

export const DAYS = 60;

const outcomes = ["opt_in_yield", "early_withdrawal", "understanding", "answer_share"] as const;
type Outcome = (typeof outcomes)[number];

/** What was seen of an arm so far; `yes` and `early` over all purposes. */
type Seen = { people: number; yes: number; early: number; answers: number; understood: number };

/** People that the planner asks for, in all arms; with the baselines of the case. */
export function plannedPeople({ control, shares, answering, guarded }: ExperimentCase): number {
  const whole = { size: SIZES.smallestEffect, seen: 1 };
  const early = { size: SIZES.smallestEffectEarlyWithdrawal, seen: 1 };
  const guardrail = "guardrail" as const;
  const primary = { ...whole, outcome: "opt_in_yield", role: "primary" } as const;
  const leaving = control.yield * control.early;
  const guardrails = [
    { ...early, outcome: "early_withdrawal", role: guardrail, baseline: leaving } as const,
    {
      ...whole,
      outcome: "understanding",
      role: guardrail,
      baseline: control.understanding,
      seen: answering,
    } as const,
  ];
  const outcomes = [{ ...primary, baseline: control.yield }, ...(guarded ? guardrails : [])];
  const { subjects } = planSubjects(outcomes, shares, 0.8);
  return subjects ?? 0;
}

/** From 1; null where it never was. `people` in all arms over all days. */
export function firstShipped(random: Random, test: ExperimentCase, people: number): number | null {
  const { shares, control, effect } = test;
  const weights = shares.reduce((sum, share) => sum + share, 0);
  const parts = shares.map((share) => share / weights);
  const truths = parts.map((_, arm) => (arm === 0 ? control : moved(control, effect)));
  const seen = parts.map(() => ({ people: 0, yes: 0, early: 0, answers: 0, understood: 0 }));
  for (let day = 1; day <= DAYS; day += 1) {
    for (const [arm, so] of seen.entries()) {
      const by = Math.round((people * (parts[arm] ?? 0) * day) / DAYS);
      while (so.people < by) show(random, so, truths[arm] ?? control, test);
    }
    if (isShipped(seen, parts, test, people)) return day;
  }
  return null;
}

function moved(from: Truth, by: Partial<Truth>): Truth {
  return {
    yield: from.yield + (by.yield ?? 0),
    early: from.early + (by.early ?? 0),
    understanding: from.understanding + (by.understanding ?? 0),
  };
}

function show(
  random: Random,
  so: Seen,
  truth: Truth,
  { purposes, alike, answering }: ExperimentCase,
): void {
  so.people += 1;
  const common = random.chance(truth.yield);
  const together = random.chance(alike);
  for (let purpose = 0; purpose < purposes; purpose += 1) {
    if (!(together ? common : random.chance(truth.yield))) continue;
    so.yes += 1;
    if (random.chance(truth.early)) so.early += 1;
  }
  if (!random.chance(answering)) return;
  so.answers += 1;
  if (random.chance(truth.understanding)) so.understood += 1;
}

function isShipped(
  seen: readonly Seen[],
  parts: readonly number[],
  { purposes, guarded }: ExperimentCase,
  people: number,
): boolean {
  const arms = seen.map((so) => standingsOf(so, purposes));
  const [control, ...variants] = arms;
  if (control === undefined) return false;
  const tunedFor = variants.map((_, i) => people * ((parts[0] ?? 0) + (parts[i + 1] ?? 0)));
  const judged = outcomes.map((outcome) => {
    const looks = variants.map((variant, i) => {
      const clock = control.opt_in_yield.effective + variant.opt_in_yield.effective;
      return lookAt(control[outcome], variant[outcome], {
        people: clock,
        tunedFor: tunedFor[i] ?? 0,
      });
    });
    const adjusted = holm(looks.map((look) => look?.p ?? null));
    return looks.map((look, i) => ({
      outcome,
      difference: look?.difference ?? null,
      judgement: judge(look, adjusted[i] ?? null, stakeOf(outcome, SIZES)),
    }));
  });
  const cases = variants.flatMap((_, i) => {
    const [primary, ...guardrails] = judged.flatMap((list) => list[i] ?? []);
    if (primary === undefined) return [];
    const understanding = guardrails.find(({ outcome }) => outcome === "understanding");
    const given = {
      primary: primary.judgement,
      understanding: guarded ? (understanding?.judgement ?? null) : null,
      guardrails: guarded ? guardrails : [],
    };
    return [{ recommendation: recommend(given), difference: primary.difference }];
  });
  return overall(cases)?.recommendation === "ship";
}

function standingsOf(so: Seen, purposes: number): Record<Outcome, Standing> {
  const effect = strataEffect(new Array<number>(purposes).fill(so.people));
  const exposures = so.people * purposes;
  return {
    opt_in_yield: standing(exposures, so.yes, effect),
    early_withdrawal: standing(exposures, so.early, effect),
    understanding: standing(so.answers, so.understood),
    answer_share: standing(so.people, so.answers),
  };
}
