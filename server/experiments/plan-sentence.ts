/** A plan as a sentence that can be read out. */
import type { PlanOutcome } from "#shared/contract/experiment.ts";
import { isWaitedFor } from "./outcomes.ts";
import { names } from "./sentence.ts";

interface Told {
  subjects: number | null;
  days: number | null;
  sensible: boolean;
  maxDays: number;
  outcomes: readonly PlanOutcome[];
}

export function planSentence({ subjects, days, sensible, maxDays, outcomes }: Told): string {
  const [primary] = outcomes;
  if (subjects === null || primary === undefined) {
    return "This test can't be planned yet: nobody has been asked for these purposes and channels lately.";
  }
  const slowest = outcomes.reduce((a, b) => ((b.subjects ?? 0) > (a.subjects ?? 0) ? b : a));
  const people = subjects.toLocaleString("en-US");
  const needs = `It needs ${people} people in all, most of them to tell ${names[slowest.outcome]}`;
  if (days === null) return `${needs}, and at present nobody is asked.`;
  const unplanned = outcomes.filter((one) => one.subjects === null && isWaitedFor(one.outcome));
  if (unplanned.length > 0) {
    const what = unplanned.map(({ outcome }) => names[outcome]).join(" and ");
    return `${needs}, about ${days} days; but it can't answer its question as it stands, since ${what} can't be told: ${unplanned[0]?.missing}.`;
  }
  return sensible
    ? `${needs}: about ${days} days.`
    : `This test can't answer its question in a sensible time: it would take about ${days} days, more than ${maxDays}. ${needs}: ask more people, give up a guardrail, or look for a larger effect.`;
}
