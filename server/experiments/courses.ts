/** How each outcome of an arm went, day by day. */
import { valueOfBin } from "#shared/duration-bins.ts";
import { EVENTS_SOURCE } from "#shared/vocabulary.ts";
import type { ArmCourse } from "./compare-arms.ts";
import { effortStanding } from "./effort.ts";
import { type ArmRow, matureExposures, people, type Readings } from "./rows.ts";
import {
  answerStandings,
  type Days,
  type Flow,
  type Standing,
  standing,
  standings,
  strataEffect,
} from "./standing.ts";

export interface PlannedArm {
  variant: string;
  share: number;
}

export function coursesOf(
  arms: readonly PlannedArm[],
  readings: Readings,
  days: Days,
): ArmCourse[] {
  const mature = matureExposures(readings);
  const persons = people(mature);
  const isSurveyed = readings.answers.length > 0;
  const fromEvents = mature.filter(({ source }) => source === EVENTS_SOURCE);
  return arms.map(({ variant, share }) => {
    const of = (rows: readonly ArmRow[]) => rows.filter((row) => row.variant === variant);
    const answers = readings.answers.filter((flow) => flow.variant === variant);
    const yields = standings(of(mature).map(grantedOf), days);
    const rates = standings(of(readings.decisions).map(grantedOf), days);
    const early = [
      ...of(fromEvents).map((row): Flow => ({ ...row, count: 0 })),
      ...of(readings.earlyClosings).map((row): Flow => ({ ...row, n: 0, count: row.n })),
    ];
    const understood = answerStandings(answers, days);
    const asked = standings(of(persons).map(grantedOf), days);
    return {
      variant,
      share,
      people: yields.map(
        ({ effective }, at) =>
          effective || (rates[at]?.effective ?? 0) || (understood[at]?.effective ?? 0),
      ),
      outcomes: {
        opt_in_yield: yields,
        opt_in_rate: rates,
        early_withdrawal: standings(early, days),
        understanding: understood,
        answer_share: asked.map((one, at) =>
          isSurveyed ? answering(one, understood[at]) : standing(0, 0),
        ),
        opt_out_effort: effortCourse(of(readings.exits), of(readings.grants), days),
      },
    };
  });
}

export function grantedOf(row: ArmRow): Flow {
  const { day, stratum, n } = row;
  return { day, stratum, n, count: row.fields.outcome === "granted" ? n : 0 };
}

/** People who answer, of those who were asked for consent; answers of one person count once. */
function answering({ n }: Standing, answers: Standing | undefined): Standing {
  return standing(n, Math.min(n, Math.round(answers?.effective ?? 0)));
}

/** Medians do not add up over days: only how it stands in the end. */
function effortCourse(exits: readonly ArmRow[], grants: readonly ArmRow[], days: Days): Standing[] {
  const grouped = (rows: readonly ArmRow[]) =>
    rows.map(({ x, n }) => ({ value: valueOfBin(x), count: n }));
  const last = effortStanding(grouped(exits), grouped(grants));
  const strata = Map.groupBy(exits, ({ stratum }) => stratum);
  const sizes = [...strata.values()].map((rows) => rows.reduce((sum, { n }) => sum + n, 0));
  const effect = strataEffect(sizes);
  const widened = {
    ...last,
    effective: last.effective / effect,
    variance: last.variance === null ? null : last.variance * effect,
  };
  const before = Array.from({ length: Math.max(0, days.last - days.first) }, () => standing(0, 0));
  return [...before, widened];
}
