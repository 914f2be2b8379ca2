/** What else could have moved the outcomes, or keeps them from being told: each one found in the sums, and named. */
import type { VerdictDesign } from "#shared/contract/verdict.ts";
import { type Estimates, SAME_PEOPLE } from "./choose-design.ts";
import type { JudgedConfounder } from "./judgement.ts";
import { FEWEST_WEEKS_BEFORE, type JudgeInput, WEEK, WEEKLY } from "./panel.ts";
import { isMeasured, type Prepared } from "./sides.ts";
import { breaksOf } from "./tracking.ts";
import type { Window } from "./windows.ts";

/** Fewer facts after the change than this tell nothing about a group of people. */
const THIN = 10;
/** What thin groups may have of the mix together. */
const THIN_SHARE = 0.1;
/** Noticeable overlap of people on both sides. */
const SOME_PEOPLE = 0.02;
const TOLERATED_PLACEBOS = 0.1;

const nothing = { week: null, changeId: null, metric: null };
const noSeason: JudgedConfounder = { ...nothing, code: "season_unknown", lowers: true };

export function confoundersOf(
  input: JudgeInput,
  prepared: readonly Prepared[],
  window: Window,
  estimates: Estimates,
): JudgedConfounder[] {
  const { design } = estimates;
  if (design === "none") {
    const isShort = prepared.some(isMeasured) && !hasYear(window);
    return [...overlaps(window, design), ...(isShort ? [noSeason] : [])];
  }
  return [
    ...overlaps(window, design),
    ...breaks(input, prepared, window, design),
    ...(design === "interrupted_time_series" ? seriesDoubts(estimates) : []),
    ...(design === "difference_in_differences" ? sharedPeople(input) : []),
    ...(design === "experiment" ? [] : thinGroups(prepared, window)),
  ];
}

/** Where people were randomised, whatever else happened happened to both arms. */
function overlaps(
  { overlapping, avoided, steps }: Window,
  design: VerdictDesign,
): JudgedConfounder[] {
  const named = (lowers: boolean) => (other: Window["avoided"][number]) => ({
    ...nothing,
    code: "overlapping_change" as const,
    lowers,
    week: other.week,
    changeId: other.id,
    title: other.title,
  });
  return [
    ...overlapping.map(named(design !== "experiment")),
    ...avoided.map((other) => ({
      ...named(false)(other),
      allowedFor: design === "interrupted_time_series" && steps.includes(other.week),
    })),
  ];
}

/** A survey that is asked in waves comes and goes by itself. */
function breaks(
  { week, tracked }: JudgeInput,
  prepared: readonly Prepared[],
  window: Window,
  design: VerdictDesign,
) {
  const from = Math.max(window.baselineFrom, week - FEWEST_WEEKS_BEFORE * WEEK);
  const inWaves = prepared.some(({ unit }) => unit === "wave");
  const steady = tracked.filter(({ what }) => what !== "answers" || !inWaves);
  return breaksOf(steady, from, window.afterTo).map((broken): JudgedConfounder => {
    const code =
      broken.what === "methods"
        ? "method_break"
        : broken.what === "questionnaire"
          ? "questionnaire_break"
          : "volume_break";
    return { ...nothing, code, lowers: design !== "experiment", week: broken.week, broken };
  });
}

/** Of weeks that a series could begin with. */
function hasYear({ pastFrom, baselineTo }: Window): boolean {
  return baselineTo - pastFrom >= (WEEKLY.mostBefore - 1) * WEEK;
}

function seriesDoubts({ byMetric }: Estimates): JudgedConfounder[] {
  const found: JudgedConfounder[] = [];
  if ([...byMetric.values()].some(({ season }) => season === false)) {
    found.push(noSeason);
  }
  for (const [metric, { placeboDates }] of byMetric) {
    if (!placeboDates || placeboDates.rejected <= TOLERATED_PLACEBOS * placeboDates.tried) continue;
    const share = placeboDates.rejected / placeboDates.tried;
    found.push({ ...nothing, code: "placebo_dates_reject", lowers: true, metric, share });
  }
  return found;
}

function sharedPeople({ sharedPeople: share }: JudgeInput): JudgedConfounder[] {
  if (share <= SOME_PEOPLE || share > SAME_PEOPLE) return [];
  return [{ ...nothing, code: "same_people_on_both_sides", lowers: true, share }];
}

/** Groups whose own weeks after are too few to be heard: their part of the mix is borrowed from the others. */
function thinGroups(prepared: readonly Prepared[], window: Window): JudgedConfounder[] {
  return prepared.flatMap(({ metric, panel, shortage }) => {
    if (shortage !== null) return [];
    const groups = Map.groupBy(
      panel.cells.filter(({ inScope }) => inScope),
      ({ stratum }) => stratum.split("|")[0] ?? "",
    );
    let [thin, all] = [0, 0];
    for (const cells of groups.values()) {
      const total = (keep: (week: number) => boolean) =>
        cells.reduce((sum, { week, n }) => (keep(week) ? sum + n : sum), 0);
      const before = total((week) => week >= window.baselineFrom && week <= window.baselineTo);
      const after = total((week) => week >= window.afterFrom && week <= window.afterTo);
      all += before;
      if (after < THIN) thin += before;
    }
    if (all === 0 || thin / all <= THIN_SHARE) return [];
    const share = thin / all;
    return [{ ...nothing, code: "thin_cohorts" as const, lowers: true, metric, share }];
  });
}
