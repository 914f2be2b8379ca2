/**
 * How many people a test needs before it starts: enough that the primary is proven and every guardrail cleared by then with
 * the power asked for, all of them together, looked at daily.
 *
 * Formula: standard error at N people in all arms = √(spread/N), spread = v_c/s_c + v_v/s_v for shares s of control and the
 *   smallest variant, v = p(1 − p) over the part of the people who are seen; drift = gap/SE. Together: the misses of all are
 *   added (Bonferroni's inequality, so whatever they have to do with each other), N the least at which they fit in 1 − power.
 *   The primary's variance is that with the effect, a guardrail's that without. A wording that does no harm has to pass: of
 *   early withdrawals per person asked, the same share of more consents, so their gap is size − baseline · size/baseline of
 *   the primary; of the others it is the size.
 * Units: people; shares. Null: where a baseline has not been seen, or nobody is seen.
 * Source: `sequence-power`; Fleiss, Levin & Paik 2003, ch. 4 (one look).
 */
import type { ExperimentOutcome } from "#shared/experiments.ts";
import { normalQuantile } from "../stats/quantiles.ts";
import { ALPHA, ALPHA_OF_HARM } from "./look.ts";
import { bisect, driftToProve, powerToClear, powerToProve } from "./sequence-power.ts";

export interface PlannedOutcome {
  outcome: ExperimentOutcome;
  role: "primary" | "guardrail";
  size: number;
  /** Null where it has not been seen. */
  baseline: number | null;
  /** The part of the people who are seen: 1, or those who answer. */
  seen: number;
}

export interface OutcomeNeed {
  subjects: number | null;
  subjectsLookedAtOnce: number | null;
  power: number | null;
}

export interface Need {
  subjects: number | null;
  outcomes: OutcomeNeed[];
}

/** `shares`: the control's first. `outcomes`: the primary first. */
export function planSubjects(
  outcomes: readonly PlannedOutcome[],
  shares: readonly number[],
  power: number,
): Need {
  const tests = shares.length - 1;
  const spreads = outcomes.map((one) => spreadOf(one, shares));
  const gaps = outcomes.map((one) => gapOf(one, outcomes[0]));
  const drift = driftToProve(power, tests);
  const clearing = bisect(0, 20, (at) => powerToClear(at) >= power);
  const alone = outcomes.map(({ role }, i): Omit<OutcomeNeed, "power"> => {
    const spread = spreads[i] ?? null;
    const gap = gaps[i] ?? 0;
    if (spread === null || gap <= 0) return { subjects: null, subjectsLookedAtOnce: null };
    const people = (by: number) => Math.ceil((spread * by ** 2) / gap ** 2);
    const level = role === "primary" ? ALPHA / tests / 2 : ALPHA_OF_HARM / 2;
    return {
      subjects: people(role === "primary" ? drift : clearing),
      subjectsLookedAtOnce: people(normalQuantile(1 - level) + normalQuantile(power)),
    };
  });
  const powerAt = (people: number) =>
    outcomes.map(({ role }, i) => {
      const spread = spreads[i] ?? null;
      const gap = gaps[i] ?? 0;
      if (spread === null || gap <= 0) return null;
      const at = gap / Math.sqrt(spread / people);
      return role === "primary" ? powerToProve(at, tests) : powerToClear(at);
    });
  const subjects = together(alone, (people) => missesOf(powerAt(people)) <= 1 - power);
  const powers = subjects === null ? [] : powerAt(subjects);
  return {
    subjects,
    outcomes: alone.map((one, i) => ({ ...one, power: powers[i] ?? null })),
  };
}

/** Null where the primary can't be planned for; guardrails that can't be are left out, which the caller says. */
function together(
  alone: readonly Omit<OutcomeNeed, "power">[],
  enough: (people: number) => boolean,
): number | null {
  if (alone[0] === undefined || alone[0].subjects === null) return null;
  const most = Math.max(...alone.map(({ subjects }) => subjects ?? 0));
  // In logarithms, up to where adding the misses can lead at most.
  const upTo = most * 4;
  if (enough(most)) return most;
  return Math.ceil(Math.exp(bisect(Math.log(most), Math.log(upTo), (at) => enough(Math.exp(at)))));
}

function missesOf(powers: readonly (number | null)[]): number {
  return powers.reduce<number>((sum, power) => sum + (power === null ? 0 : 1 - power), 0);
}

/** How far a wording as planned is from what it has to leave behind. */
function gapOf({ outcome, size, baseline }: PlannedOutcome, primary?: PlannedOutcome): number {
  if (outcome !== "early_withdrawal" || !primary?.baseline) return size;
  return size - ((baseline ?? 0) * primary.size) / primary.baseline;
}

/** Null where nothing is known to vary. */
function spreadOf(
  { baseline, seen, role, size }: PlannedOutcome,
  shares: readonly number[],
): number | null {
  if (baseline === null || seen === 0) return null;
  const all = shares.reduce((sum, share) => sum + share, 0);
  const control = (shares[0] ?? 0) / all;
  const variant = Math.min(...shares.slice(1)) / all;
  const moved = role === "primary" ? Math.min(1, baseline + size) : baseline;
  const spread = (baseline * (1 - baseline)) / control + (moved * (1 - moved)) / variant;
  return spread === 0 ? null : spread / seen;
}
