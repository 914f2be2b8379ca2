/**
 * Kaplan-Meier: the share of spells still open some days after the grant, from counts by day.
 *
 * Formula: S(t) = Π over event days d ≤ t of (n_d − e_d)/n_d; standard error S √Σ e/(n(n − e))
 * (Greenwood); limits exp(−exp(ln(−ln S) ∓ w)), w = z √Σ e/(n(n − e)) / |ln S| (log-log).
 * On a day with both, events come first: that day's censored are still at risk. An event on day 0
 * lowers S(0). Median: the first day with S ≤ 1/2; where S is 1/2 there (within 1.5e-8) and falls
 * later, the middle between that day and the next fall; its limits by the same rule on the limits
 * of S. Restricted mean: the area under S from 0 to tau, its error from the areas still to come.
 * Units: shares 0…1, days. Everybody is followed from day 0 (no late entry).
 * Null: everything without subjects; S beyond the last day seen, unless it reached 0 (never
 * extrapolated); limits where S is 0 or 1; the error where S is 0; a median never reached; the
 * restricted mean where tau is beyond what was seen.
 * Source: Kaplan & Meier 1958, JASA 53:457; Kalbfleisch & Prentice 2002; Royston & Parmar 2013
 * (restricted mean); conventions of R survival's survfit(conf.type = "log-log").
 */
import { criticalZ } from "./quantiles.ts";

/** Spells that ended (`events`) or were last seen open (`censored`) `day` days after the grant. */
export type DayCounts = { day: number; events: number; censored: number };

/** A day on which somebody left; `greenwood` is Σ e/(n(n − e)) up to it. */
type Step = { day: number; atRisk: number; events: number; survival: number; greenwood: number };

export type SurvivalCurve = { subjects: number; steps: readonly Step[] };

type Limits = { low: number | null; high: number | null };

export type SurvivalAt = Limits & {
  day: number;
  atRisk: number;
  survival: number | null;
  standardError: number | null;
};

const HALF_WITHIN = 1.5e-8;

/** Rows come in any order; a day may come more than once, and rows of 0 and 0 mean nothing. */
export function survivalCurve(observations: readonly DayCounts[]): SurvivalCurve {
  const byDay = new Map<number, { events: number; leaving: number }>();
  for (const { day, events, censored } of observations) {
    if (events + censored === 0) continue;
    const so = byDay.get(day);
    if (so === undefined) byDay.set(day, { events, leaving: events + censored });
    else {
      so.events += events;
      so.leaving += events + censored;
    }
  }
  const subjects = byDay.values().reduce((sum, { leaving }) => sum + leaving, 0);
  const steps: Step[] = [];
  let atRisk = subjects;
  let survival = 1;
  let greenwood = 0;
  for (const [day, { events, leaving }] of [...byDay].sort(([a], [b]) => a - b)) {
    survival *= (atRisk - events) / atRisk;
    greenwood += hazardVariance(events, atRisk);
    steps.push({ day, atRisk, events, survival, greenwood });
    atRisk -= leaving;
  }
  return { subjects, steps };
}

export function survivalAt(curve: SurvivalCurve, day: number, confidence: number): SurvivalAt {
  const at = firstFrom(curve.steps, day);
  const next = curve.steps[at];
  const atRisk = next?.atRisk ?? 0;
  const step = next?.day === day ? next : curve.steps[at - 1];
  const { survival, greenwood } = step ?? { survival: 1, greenwood: 0 };
  if (atRisk === 0 && (curve.subjects === 0 || survival > 0)) {
    return { day, atRisk, survival: null, standardError: null, low: null, high: null };
  }
  const standardError = survival === 0 ? null : survival * Math.sqrt(greenwood);
  return { day, atRisk, survival, standardError, ...logLog(survival, greenwood, confidence) };
}

/** The position of the first step on this day or later. */
function firstFrom(steps: readonly Step[], day: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.day ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function medianSurvival(
  { steps }: SurvivalCurve,
  confidence: number,
): Limits & { median: number | null } {
  const points = steps.map(({ day, survival, greenwood }) => ({
    day,
    survival,
    ...logLog(survival, greenwood, confidence),
  }));
  const half = (share: "survival" | "low" | "high") =>
    halfReached(points.map((point) => ({ day: point.day, share: point[share] })));
  return { median: half("survival"), low: half("low"), high: half("high") };
}

/** Mean days open within the first `tau`. */
export function restrictedMean(
  curve: SurvivalCurve,
  tau: number,
): { mean: number | null; standardError: number | null } {
  const last = curve.steps.at(-1);
  if (!last || (tau > last.day && last.survival > 0)) return { mean: null, standardError: null };
  let area = 0;
  let variance = 0;
  let end = tau;
  for (const step of curve.steps.filter(({ day }) => day <= tau).reverse()) {
    area += step.survival * (end - step.day);
    variance += area * area * hazardVariance(step.events, step.atRisk);
    end = step.day;
  }
  return { mean: area + end, standardError: Math.sqrt(variance) };
}

/** e/(n(n − e)); the day on which all go adds nothing, since no share is left to vary. */
function hazardVariance(events: number, atRisk: number): number {
  return events === atRisk ? 0 : events / (atRisk * (atRisk - events));
}

function logLog(survival: number, greenwood: number, confidence: number): Limits {
  if (survival === 0 || survival === 1) return { low: null, high: null };
  const hazard = -Math.log(survival);
  const reach = Math.exp((criticalZ(confidence) * Math.sqrt(greenwood)) / hazard);
  return { low: Math.exp(-hazard * reach), high: Math.exp(-hazard / reach) };
}

function halfReached(points: { day: number; share: number | null }[]): number | null {
  const below = points.flatMap(({ day, share }) =>
    share !== null && share < 0.5 + HALF_WITHIN ? [{ day, share }] : [],
  );
  const [first] = below;
  if (!first) return null;
  const isHalf = first.share > 0.5 - HALF_WITHIN;
  const fall = isHalf ? below.find(({ share }) => share < first.share) : undefined;
  return fall ? (first.day + fall.day) / 2 : first.day;
}
