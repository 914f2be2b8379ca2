/** What a test needs before it starts, from the store's own traffic. */
import type { PlanAnswer, PlanInput, PlanOutcome } from "#shared/contract/experiment.ts";
import { formatDay } from "#shared/days.ts";
import type { ExperimentOutcome } from "#shared/experiments.ts";
import { isWaitedFor, stakeOf } from "../experiments/outcomes.ts";
import { type PlannedOutcome, planSubjects } from "../experiments/plan.ts";
import { planSentence } from "../experiments/plan-sentence.ts";
import type { Snapshot } from "../store/store.ts";
import { OUTCOME_WAIT } from "./experiment-readings.ts";
import { readTraffic } from "./experiment-traffic.ts";

export function buildPlan(snapshot: Snapshot, asked: PlanInput, asOf: number | null): PlanAnswer {
  const settings = snapshot.settings();
  const sizes = {
    smallestEffect: asked.smallestEffect ?? settings.smallestEffect,
    smallestEffectEarlyWithdrawal: settings.smallestEffectEarlyWithdrawal,
  };
  const traffic = readTraffic(snapshot, asked, asOf);
  const answering = asked.answerShare ?? traffic.seen.understanding;
  const planned = [asked.primary, ...asked.guardrails].map(
    (outcome, i): PlannedOutcome => ({
      outcome,
      role: i === 0 ? "primary" : "guardrail",
      size: stakeOf(outcome, sizes).size,
      baseline: traffic.baselines[outcome],
      seen: outcome === "understanding" ? answering : traffic.seen[outcome],
    }),
  );
  const need = planSubjects(planned, asked.shares, asked.power);
  const enrolled = traffic.subjectsPerDay * asked.traffic;
  const daysFor = (subjects: number | null): number | null =>
    subjects === null || enrolled === 0 ? null : Math.ceil(subjects / enrolled) + OUTCOME_WAIT;
  const days = daysFor(need.subjects);
  const outcomes = planned.map(({ outcome, role, size, baseline, seen }, i): PlanOutcome => {
    const one = need.outcomes[i];
    return {
      outcome,
      role,
      baseline,
      size,
      subjects: one?.subjects ?? null,
      subjectsLookedAtOnce: one?.subjectsLookedAtOnce ?? null,
      days: daysFor(one?.subjects ?? null),
      power: one?.power ?? null,
      missing: one?.subjects == null ? missingOf(outcome, baseline, seen) : null,
    };
  });
  const sensible =
    days !== null &&
    days <= asked.maxDays &&
    outcomes.every(({ outcome, subjects }) => subjects !== null || !isWaitedFor(outcome));
  const { maxDays, power } = asked;
  return {
    subjects: need.subjects,
    days,
    sensible,
    sentence: planSentence({ subjects: need.subjects, days, sensible, maxDays, outcomes }),
    traffic: {
      from: traffic.from === null ? null : formatDay(traffic.from),
      to: traffic.to === null ? null : formatDay(traffic.to),
      subjectsPerDay: traffic.subjectsPerDay,
      enrolledPerDay: enrolled,
      answersPerDay: traffic.answersPerDay,
    },
    power,
    maxDays,
    outcomes,
  };
}

function missingOf(outcome: ExperimentOutcome, baseline: number | null, seen: number): string {
  if (!isWaitedFor(outcome)) return "it is watched, not waited for";
  if (outcome === "understanding" && seen === 0)
    return "nobody answers at present: say which share will be asked and answer";
  return baseline === null ? "it has not been seen yet" : "it does not vary at present";
}
