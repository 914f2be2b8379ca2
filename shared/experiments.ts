/** What pages need of experiments, apart from the schemas: where one may go, what it measures, which variant is the control. */
export const experimentStatuses = ["draft", "running", "stopped", "archived"] as const;
export type ExperimentStatus = (typeof experimentStatuses)[number];

/** From each status, where an experiment may go: never back, since what was looked at can't be unseen. */
export const nextStatuses: Record<ExperimentStatus, readonly ExperimentStatus[]> = {
  draft: ["running", "archived"],
  running: ["stopped"],
  stopped: ["archived"],
  archived: [],
};

/** Nobody is to be asked any more. Nothing is stopped that nobody wrote down. */
export function isStopped(status: ExperimentStatus | null | undefined): boolean {
  return status === "stopped" || status === "archived";
}

export const primaryOutcomes = ["opt_in_yield", "opt_in_rate"] as const;
export const guardrailOutcomes = [
  "early_withdrawal",
  "understanding",
  "opt_out_effort",
  "answer_share",
] as const;
export type PrimaryOutcome = (typeof primaryOutcomes)[number];
export type GuardrailOutcome = (typeof guardrailOutcomes)[number];
export type ExperimentOutcome = PrimaryOutcome | GuardrailOutcome;

/** Days beyond which a test is too long to wait for. */
export const SENSIBLE_DAYS = 90;

/** Fixed before the first look: they hold from the start of the test on. */
export const fixedOnceRunning = [
  "slug",
  "variants",
  "purposes",
  "channels",
  "primary",
  "guardrails",
  "smallestEffect",
  "plannedSubjects",
] as const;

/** The one that is marked, else the first. */
export function controlOf(variants: readonly { slug: string; isControl: boolean }[]): string {
  return (variants.find(({ isControl }) => isControl) ?? variants[0])?.slug ?? "";
}
