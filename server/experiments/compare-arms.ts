/** All outcomes of all variants against the control, judged together: Holm over the variants, one outcome at a time. */
import type { ExperimentOutcome } from "#shared/experiments.ts";
import { holm } from "../stats/multiplicity.ts";
import { type Judgement, judge } from "./judge.ts";
import { type DatedLook, looks } from "./look.ts";
import { type Sizes, stakeOf } from "./outcomes.ts";
import type { Standing } from "./standing.ts";

/** By the end of each day, the same days in all arms. `people` behind it, which all outcomes run by. */
export interface ArmCourse {
  variant: string;
  share: number;
  people: readonly number[];
  outcomes: { readonly [Outcome in ExperimentOutcome]?: readonly Standing[] };
}

export interface ComparedOutcome {
  outcome: ExperimentOutcome;
  control: Standing;
  variant: Standing;
  looks: DatedLook[];
  last: DatedLook | null;
  pAdjusted: number | null;
  judgement: Judgement;
}

export interface ComparedVariant {
  variant: string;
  tunedFor: number;
  outcomes: ComparedOutcome[];
}

/** `tunedFor` people in all arms; the first arm is the control. `first` is the day of the first standing. */
export function compareArms(
  arms: readonly ArmCourse[],
  outcomes: readonly ExperimentOutcome[],
  first: number,
  tunedFor: number,
  sizes: Sizes,
): ComparedVariant[] {
  const [control, ...variants] = arms;
  if (control === undefined) return [];
  const shares = arms.reduce((sum, { share }) => sum + share, 0);
  const pairs = variants.map((variant) => ({
    variant,
    tunedFor: (tunedFor * (control.share + variant.share)) / shares,
    people: variant.people.map((n, at) => n + (control.people[at] ?? 0)),
  }));
  const compared = outcomes.map((outcome) => {
    const of = ({ outcomes: all }: ArmCourse) => all[outcome] ?? [];
    const courses = pairs.map((pair) =>
      looks(first, { control: of(control), variant: of(pair.variant) }, pair.people, pair.tunedFor),
    );
    const adjusted = holm(courses.map((course) => course.at(-1)?.p ?? null));
    return pairs.map((pair, i): ComparedOutcome => {
      const course = courses[i] ?? [];
      const last = course.at(-1) ?? null;
      const pAdjusted = adjusted[i] ?? null;
      return {
        outcome,
        control: of(control).at(-1) ?? nothing,
        variant: of(pair.variant).at(-1) ?? nothing,
        looks: course,
        last,
        pAdjusted,
        judgement: judge(last, pAdjusted, stakeOf(outcome, sizes)),
      };
    });
  });
  return pairs.map((pair, i) => ({
    variant: pair.variant.variant,
    tunedFor: pair.tunedFor,
    outcomes: compared.flatMap((list) => list[i] ?? []),
  }));
}

const nothing: Standing = { n: 0, count: 0, effective: 0, value: null, variance: null };
