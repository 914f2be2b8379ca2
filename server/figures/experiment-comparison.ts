import type {
  Comparison,
  OutcomeComparison,
  Recommendation,
  SequencePoint,
} from "#shared/contract/experiment-results.ts";
import { formatDay } from "#shared/days.ts";
import { isStopped } from "#shared/experiments.ts";
import { effortFigure, lookedAtOnce, shareFigure } from "../experiments/arm-figure.ts";
import type { ComparedOutcome, ComparedVariant } from "../experiments/compare-arms.ts";
import { timesMoreToClear } from "../experiments/judge.ts";
import { isWaitedFor, stakeOf } from "../experiments/outcomes.ts";
import { recommend } from "../experiments/recommend.ts";
import { sentenceOf } from "../experiments/sentence.ts";
import { hiddenWhereSmall } from "./experiment-arms.ts";
import type { Context } from "./experiment-context.ts";
import { rolesOf } from "./experiment-plan-of.ts";
import { buildSensitivity } from "./experiment-sensitivity.ts";

/** Days over which the present pace of a test is taken. */
const PACE_DAYS = 14;

export function buildComparison(
  context: Context,
  compared: ComparedVariant,
): Comparison & { daysNeeded: number | null } {
  const { record, planned, sizes, ended } = context;
  const roles = rolesOf(record);
  const of = (role: string) => compared.outcomes.filter((_, i) => roles[i]?.role === role);
  const [primary] = of("primary");
  const guardrails = of("guardrail");
  const understanding = compared.outcomes.find(({ outcome }) => outcome === "understanding");
  const recommendation: Recommendation =
    primary === undefined
      ? "keep_running"
      : recommend({
          primary: primary.judgement,
          understanding: understanding?.judgement ?? null,
          guardrails,
        });
  const outcomes = compared.outcomes.map((one, i) =>
    outcomeOf(context, one, roles[i]?.role ?? "beside"),
  );
  const unseen = guardrails
    .filter(({ outcome, control, variant }) => isWaitedFor(outcome) && !control.n && !variant.n)
    .map(({ outcome }) => outcome);
  const days = recommendation === "keep_running" && !ended ? daysOf(context, outcomes) : null;
  const main = outcomes[0];
  return {
    variant: compared.variant,
    recommendation,
    sentence: sentenceOf({
      recommendation: recommendation === "broken" ? "keep_running" : recommendation,
      variant: compared.variant,
      control: planned[0]?.variant ?? "",
      primary: primary?.outcome ?? "opt_in_yield",
      difference: main?.difference ?? null,
      low: main?.low ?? null,
      high: main?.high ?? null,
      size: sizes.smallestEffect,
      primaryFell: primary?.judgement.harmed ?? false,
      guardrails,
      unseen,
      understandingDifference: understanding?.last?.difference ?? null,
      days,
      ended,
    }),
    outcomes,
    unseen,
    sequence: primary === undefined ? [] : sequenceOf(context, compared.variant, primary),
    sensitivity: primary === undefined ? [] : buildSensitivity(context, compared, primary),
    daysNeeded: days,
  };
}

function outcomeOf(
  { snapshot, sizes, planned }: Context,
  { outcome, control, variant, last, pAdjusted, judgement }: ComparedOutcome,
  role: OutcomeComparison["role"],
): OutcomeComparison {
  const { k } = snapshot.settings();
  const stake = stakeOf(outcome, sizes);
  const isEffort = outcome === "opt_out_effort";
  const figure = isEffort ? effortFigure : shareFigure;
  const names = [planned[0]?.variant ?? "", "variant"];
  const shown = hiddenWhereSmall(names, [control.n, variant.n], k).every((n) => n !== null);
  const look = shown ? last : null;
  const waits = role === "guardrail" && isWaitedFor(outcome) && !judgement.notWorse;
  return {
    outcome,
    role,
    better: stake.better,
    unit: isEffort ? "log_ratio" : "share",
    size: stake.size,
    control: shown ? figure(control) : { suppressed: true },
    variant: shown ? figure(variant) : { suppressed: true },
    difference: look?.difference ?? null,
    low: look?.low ?? null,
    high: look?.high ?? null,
    low90: look?.low90 ?? null,
    high90: look?.high90 ?? null,
    p: look?.p ?? null,
    pAdjusted: look === null ? null : pAdjusted,
    smallestP: look?.smallestP ?? null,
    moved: judgement.moved,
    notWorse: judgement.notWorse,
    noDifference: judgement.noDifference,
    fixed: look === null || isEffort ? null : lookedAtOnce(control, variant),
    timesMore: waits
      ? timesMoreToClear(last, stake)
      : role === "primary"
        ? judgement.timesMore
        : null,
    missing: look === null ? missingOf(shown, control.n, variant.n) : null,
  };
}

function missingOf(shown: boolean, control: number, variant: number): string {
  if (!shown) return "too few to be shown";
  if (control === 0 && variant === 0) return "nothing has been seen yet";
  return "fewer than 100 people in one of the two variants";
}

/** As it stood at the end of each day, leaving out days by which too few came to hide them in the next. */
function sequenceOf(
  { snapshot, courses, readings }: Context,
  name: string,
  { outcome, looks }: ComparedOutcome,
): SequencePoint[] {
  const { k } = snapshot.settings();
  const arms = [courses[0], courses.find(({ variant }) => variant === name)];
  const last = readings.exposures.reduce((latest, { day }) => Math.max(latest, day), 0);
  const first = looks[0]?.day ?? 0;
  const length = arms[0]?.people.length ?? 0;
  const asOf = looks.at(-1)?.day ?? first;
  const sizeAt = (day: number) =>
    arms.map((arm) => arm?.outcomes[outcome]?.[length - 1 - (asOf - day)]?.n ?? 0);
  let before = [0, 0];
  return looks.flatMap(({ day, difference, low, high, p }) => {
    const now = sizeAt(day);
    if (day > last || now.some((n, i) => n - (before[i] ?? 0) < k)) return [];
    before = now;
    return [{ day: formatDay(day), difference, low, high, p }];
  });
}

/** Stopped, or past its planned end; who is still shown a stopped one does not keep it running. */
export function isOver({ record, scope }: Pick<Context, "record" | "scope">): boolean {
  return isStopped(record?.status) || scope.exposuresTo < scope.asOf;
}

/** Over, or shown to nobody any more. */
export function hasEnded(asked: Pick<Context, "record" | "persons" | "scope">): boolean {
  return isOver(asked) || paceOf(asked) === 0;
}

/** People a day in all arms, over the last days that were asked; 0 where nobody is asked any more. */
function paceOf({ persons, scope }: Pick<Context, "persons" | "scope">): number {
  const days = Math.min(PACE_DAYS, scope.asOf - scope.from + 1);
  const recent = persons.filter(({ day }) => day > scope.asOf - days);
  return recent.reduce((sum, { n }) => sum + n, 0) / days;
}

/** Until the planned size, else until the outcome that takes longest can be told. */
function daysOf(context: Context, outcomes: readonly OutcomeComparison[]): number | null {
  const pace = paceOf(context);
  const all = context.persons.reduce((sum, { n }) => sum + n, 0);
  const planned = context.record?.plannedSubjects ?? null;
  if (planned !== null && all < planned) return Math.ceil((planned - all) / pace);
  const factors = outcomes.flatMap(({ timesMore }) => timesMore ?? []);
  return factors.length === 0
    ? null
    : Math.max(1, Math.ceil(((Math.max(...factors) - 1) * all) / pace));
}
