/** What an experiment was planned to be: its record, or what has to be assumed where nobody wrote one. */
import type { Experiment } from "#shared/contract/experiment.ts";
import type { Settings } from "#shared/contract/settings.ts";
import { parseDay } from "#shared/days.ts";
import {
  controlOf,
  type ExperimentOutcome,
  type GuardrailOutcome,
  guardrailOutcomes,
  type PrimaryOutcome,
} from "#shared/experiments.ts";
import type { PlannedArm } from "../experiments/courses.ts";
import type { Sizes } from "../experiments/outcomes.ts";
import type { Readings } from "../experiments/rows.ts";
import type { ExperimentScope } from "./experiment-rows.ts";

export interface ExperimentAsked {
  slug: string;
  record: Experiment | null;
  asOf: number;
}

export function scopeOf({ slug, record, asOf }: ExperimentAsked): ExperimentScope {
  const dayOf = (text: string | null | undefined) => (text == null ? null : parseDay(text));
  return {
    slug,
    purposes: record?.purposes ?? [],
    channels: record?.channels ?? [],
    from: dayOf(record?.startDate) ?? 0,
    exposuresTo: Math.min(asOf, dayOf(record?.endDate) ?? asOf),
    asOf,
  };
}

/** The control first. Without a record: the arms seen, of equal size, `control` or the first by name as control. */
export function plannedArms(record: Experiment | null, readings: Readings): PlannedArm[] {
  if (record !== null) {
    const control = controlOf(record.variants);
    const arms = record.variants.map(({ slug, share }) => ({ variant: slug, share }));
    return arms.toSorted((a, b) => Number(b.variant === control) - Number(a.variant === control));
  }
  const seen = [...new Set([...readings.exposures, ...readings.answers].map((row) => row.variant))];
  const arms = seen.toSorted().map((variant) => ({ variant, share: 1 }));
  return arms.toSorted((a, b) => Number(b.variant === "control") - Number(a.variant === "control"));
}

export function primaryOf(record: Experiment | null): PrimaryOutcome {
  return record?.primary ?? "opt_in_yield";
}

export function guardrailsOf(record: Experiment | null): readonly GuardrailOutcome[] {
  return record?.guardrails ?? guardrailOutcomes;
}

/** The primary, its guardrails, and what is only looked at. */
export function rolesOf(
  record: Experiment | null,
): { outcome: ExperimentOutcome; role: "primary" | "guardrail" | "beside" }[] {
  const primary = primaryOf(record);
  const guardrails = guardrailsOf(record);
  const rest = (["opt_in_yield", "opt_in_rate", ...guardrailOutcomes] as const).filter(
    (outcome) => outcome !== primary && !guardrails.some((one) => one === outcome),
  );
  return [
    { outcome: primary, role: "primary" },
    ...guardrails.map((outcome) => ({ outcome, role: "guardrail" as const })),
    ...rest.map((outcome) => ({ outcome, role: "beside" as const })),
  ];
}

export function sizesOf(record: Experiment | null, settings: Settings): Sizes {
  const { smallestEffect, smallestEffectEarlyWithdrawal } = settings;
  return {
    smallestEffect: record?.smallestEffect ?? smallestEffect,
    smallestEffectEarlyWithdrawal,
  };
}
