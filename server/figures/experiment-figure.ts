/** An experiment's results: read, check the sample ratio, compare, recommend. */
import type { Experiment } from "#shared/contract/experiment.ts";
import type {
  Arm,
  CohortDimension,
  ExperimentResults,
} from "#shared/contract/experiment-results.ts";
import { formatDay } from "#shared/days.ts";
import { readArms } from "../experiments/best-arm.ts";
import { type ArmCourse, compareArms } from "../experiments/compare-arms.ts";
import { coursesOf, type PlannedArm } from "../experiments/courses.ts";
import { overall } from "../experiments/recommend.ts";
import { matureExposures, people } from "../experiments/rows.ts";
import { brokenSentence, nobodySentence, nothingToCompare } from "../experiments/sentence.ts";
import { defaultTuning } from "../experiments/tuning.ts";
import type { Snapshot } from "../store/store.ts";
import { buildArms, buildSampleRatio, buildUnplanned } from "./experiment-arms.ts";
import { buildCohorts } from "./experiment-cohorts.ts";
import { buildComparison, hasEnded, isOver } from "./experiment-comparison.ts";
import {
  type ExperimentAsked,
  plannedArms,
  primaryOf,
  rolesOf,
  scopeOf,
  sizesOf,
} from "./experiment-plan-of.ts";
import { readByCohort, readExperiment } from "./experiment-readings.ts";

export function buildExperimentResults(
  snapshot: Snapshot,
  asked: ExperimentAsked & { by: CohortDimension },
): ExperimentResults {
  const { slug, record, asOf, by } = asked;
  const settings = snapshot.settings();
  const scope = scopeOf(asked);
  const readings = readExperiment(snapshot, scope);
  const planned = plannedArms(record, readings);
  const seen = readings.exposures.map(({ day }) => day);
  const first = [...seen, ...readings.answers.map(({ day }) => day)].reduce(
    (least, day) => Math.min(least, day),
    asOf,
  );
  const days = { first, last: asOf };
  const narrow = { ...scope, from: first };
  const sizes = sizesOf(record, settings);
  const tunedFor = record?.plannedSubjects ?? defaultTuning(sizes.smallestEffect, planned.length);
  const persons = people(readings.exposures);
  const ratio = buildSampleRatio(snapshot, narrow, planned, persons);
  const arms = buildArms(snapshot, planned, readings, persons);
  const unplanned = buildUnplanned(snapshot, planned, persons);
  const courses = coursesOf(planned, readings, days);
  const isRead = ratio.state !== "broken" && planned.length > 1;
  const compared = isRead
    ? compareArms(
        courses,
        rolesOf(record).map(({ outcome }) => outcome),
        first,
        tunedFor,
        sizes,
      )
    : [];
  const scoped = { snapshot, scope: narrow, record, readings, persons };
  const ended = seen.length > 0 && hasEnded(scoped);
  const context = { ...scoped, planned, courses, sizes, ended };
  const comparisons = compared.map((one) => buildComparison(context, one));
  const chosen = overall(
    comparisons.map((one) => ({ ...one, difference: one.outcomes[0]?.difference ?? null })),
  );
  const mature = matureExposures(readings).reduce(
    (last, { day }) => Math.max(last, day),
    first - 1,
  );
  const results: ExperimentResults = {
    experiment: namesOf(slug, record),
    recommendation: isRead ? (chosen?.recommendation ?? "keep_running") : "keep_running",
    variant: chosen?.variant ?? null,
    sentence: chosen?.sentence ?? nothingToCompare,
    daysNeeded: chosen?.daysNeeded ?? null,
    ended,
    plan: {
      shares: record === null ? "equal" : "planned",
      plannedSubjects: record?.plannedSubjects ?? null,
      tunedFor,
      primary: primaryOf(record),
      ...sizes,
    },
    from: seen.length === 0 ? null : formatDay(first),
    to:
      seen.length === 0 ? null : formatDay(seen.reduce((last, day) => Math.max(last, day), first)),
    matureTo: mature < first ? null : formatDay(mature),
    asOf: formatDay(asOf),
    k: settings.k,
    dataVersion: snapshot.dataVersion(),
    sources: readings.sources,
    arms: arms.map((arm) => ({ ...arm, bayes: null })),
    unplanned,
    sampleRatio: ratio,
    comparisons: comparisons.map(({ daysNeeded: _, ...one }) => one),
    cohorts: { by, variants: [] },
  };
  const names = new Set(planned.map(({ variant }) => variant));
  const seenAtAll = [readings.exposures, readings.decisions, readings.answers].flat();
  if (!seenAtAll.some(({ variant }) => names.has(variant))) {
    const elsewhere = unplanned.map(({ variant }) => variant);
    return { ...results, variant: null, sentence: nobodySentence(isOver(scoped), elsewhere) };
  }
  if (ratio.state === "broken") {
    const sentence = brokenSentence(ratio.p, record !== null);
    return { ...results, recommendation: "broken", sentence };
  }
  const control = planned[0]?.variant ?? "";
  const ofCohorts = readByCohort(snapshot, narrow, primaryOf(record), by);
  return {
    ...results,
    arms: withBayes(results.arms, courses, primaryOf(record), planned),
    cohorts: {
      by,
      variants: buildCohorts(settings.k, by, ofCohorts, compared, control),
    },
  };
}

function namesOf(slug: string, record: Experiment | null): ExperimentResults["experiment"] {
  return {
    id: record?.id ?? null,
    slug,
    title: record?.title ?? null,
    status: record?.status ?? null,
  };
}

/** Only where all arms have data to be shown. */
function withBayes(
  arms: readonly Arm[],
  courses: readonly ArmCourse[],
  primary: ReturnType<typeof primaryOf>,
  planned: readonly PlannedArm[],
): Arm[] {
  const last = planned.map((_, i) => courses[i]?.outcomes[primary]?.at(-1));
  const shown = arms.every(({ matureExposures: n }) => n !== null);
  if (!shown || last.some((one) => one === undefined || one.value === null)) return [...arms];
  const read = readArms(
    last.map((one) => ({
      n: one?.effective ?? 0,
      count: (one?.value ?? 0) * (one?.effective ?? 0),
    })),
  );
  return arms.map((arm, i) => ({ ...arm, bayes: read[i] ?? null }));
}
