/** Wordings shown at random, at the same time: what is planned, and how it is kept. */
import { z } from "zod";
import {
  type ExperimentOutcome,
  type ExperimentStatus,
  experimentStatuses,
  guardrailOutcomes,
  primaryOutcomes,
  SENSIBLE_DAYS,
} from "../experiments.ts";
import { NONE } from "../vocabulary.ts";
import { day } from "./change.ts";
import { integer, type Kept, slug, text } from "./fields.ts";
import { checklist, layoutNotes, wordings } from "./wording.ts";

/** Events that name no experiment are kept under `none`. */
const name = slug.refine((value) => value !== NONE, {
  message: `a name other than ${NONE}, which stands for no experiment`,
  params: { code: "bad_format" },
});

const variant = z.strictObject({
  slug: name,
  /** Its weight among the variants: 1 and 1 is the same as 0.5 and 0.5. */
  share: z.number().refine((value) => value > 0 && value <= 1_000_000, {
    message: "a number above 0, up to 1000000",
    params: { code: "out_of_range" },
  }),
  isControl: z.boolean().default(false),
  wording: wordings.default({}),
  layoutNotes: layoutNotes.default(""),
  checklist: checklist.default([]),
});
export type Variant = z.output<typeof variant>;

const share = z.number().refine((value) => value > 0 && value < 1, {
  message: "a share between 0 and 1, both left out",
  params: { code: "out_of_range" },
});

const fields = z.strictObject({
  /** What events call it. */
  slug: name,
  title: text(1, 200),
  hypothesis: text(0, 2000),
  variants: z.array(variant).min(2).max(20).superRefine(checkVariants),
  /** Empty lists mean all. */
  purposes: z.array(slug).max(100),
  channels: z.array(slug).max(100),
  audience: text(0, 500),
  primary: z.enum(primaryOutcomes),
  guardrails: z.array(z.enum(guardrailOutcomes)).max(guardrailOutcomes.length),
  /** The smallest effect that matters, as a share; null: the setting. */
  smallestEffect: share.nullable(),
  /** People in all variants together. */
  plannedSubjects: integer(1, 1_000_000_000).nullable(),
  /** What was seen before `startDate` or after `endDate` does not count as an exposure. */
  startDate: day.nullable(),
  endDate: day.nullable(),
  owner: text(0, 200),
  legalNote: text(0, 2000),
  status: z.enum(experimentStatuses),
});

export const experimentInput = fields.extend({
  hypothesis: fields.shape.hypothesis.default(""),
  purposes: fields.shape.purposes.default([]),
  channels: fields.shape.channels.default([]),
  audience: fields.shape.audience.default(""),
  primary: fields.shape.primary.default("opt_in_yield"),
  guardrails: fields.shape.guardrails.default([...guardrailOutcomes]),
  smallestEffect: fields.shape.smallestEffect.default(null),
  plannedSubjects: fields.shape.plannedSubjects.default(null),
  startDate: fields.shape.startDate.default(null),
  endDate: fields.shape.endDate.default(null),
  owner: fields.shape.owner.default(""),
  legalNote: fields.shape.legalNote.default(""),
  status: fields.shape.status.default("draft"),
});
/** What is left out stays as it is. */
export const experimentPatch = fields.partial();
export type ExperimentInput = z.output<typeof experimentInput>;

export type Experiment = ExperimentInput & Kept;

function checkVariants(variants: readonly Variant[], context: z.RefinementCtx): void {
  const slugs = variants.map((one) => one.slug);
  const twice = slugs.find((name, i) => slugs.indexOf(name) !== i);
  const controls = variants.filter(({ isControl }) => isControl).length;
  const message =
    twice !== undefined
      ? `the variant ${twice} is given twice`
      : controls > 1
        ? `${controls} variants are marked as control, but only one can be`
        : null;
  if (message === null) return;
  context.addIssue({ code: "custom", message, params: { code: "conflicting_fields" } });
}

/** `GET experiments/:id/assignment?unit=…`: the unit itself is neither kept nor sent back. */
export interface AssignmentAnswer {
  experiment: string;
  variant: string;
  status: ExperimentStatus;
}

/** `POST experiments/plan`: what a test needs before it starts. */
export const planInput = z.strictObject({
  purposes: fields.shape.purposes.default([]),
  channels: fields.shape.channels.default([]),
  /** Weights of the variants, the control's first. */
  shares: z.array(variant.shape.share).min(2).max(20).default([1, 1]),
  primary: fields.shape.primary.default("opt_in_yield"),
  guardrails: fields.shape.guardrails.default([...guardrailOutcomes]),
  smallestEffect: fields.shape.smallestEffect.default(null),
  /** Share of the people asked who take part. */
  traffic: z
    .number()
    .refine((value) => value > 0 && value <= 1, {
      message: "a share above 0, up to 1",
      params: { code: "out_of_range" },
    })
    .default(1),
  /** People asked what they understood who answer, of those who take part; null: as many as answer now. */
  answerShare: share.nullable().default(null),
  power: share.default(0.8),
  /** What counts as a sensible time. */
  maxDays: integer(1, 730).default(SENSIBLE_DAYS),
});
export type PlanInput = z.output<typeof planInput>;

export interface PlanAnswer {
  /** People in all variants, and days to ask them and wait for what they do; null: no such number will do. */
  subjects: number | null;
  days: number | null;
  /** Whether that is within `maxDays`. */
  sensible: boolean;
  /** To be read out; as plain text. */
  sentence: string;
  /** What the numbers rest on: the last 28 days that can be looked at. */
  traffic: {
    from: string | null;
    to: string | null;
    /** People asked a day, those of them who take part, and answers on understanding a day. */
    subjectsPerDay: number;
    enrolledPerDay: number;
    answersPerDay: number;
  };
  power: number;
  maxDays: number;
  outcomes: PlanOutcome[];
}

export interface PlanOutcome {
  outcome: ExperimentOutcome;
  role: "primary" | "guardrail";
  /** As it is now, a share; null where it has not been seen. */
  baseline: number | null;
  /** The size that matters. */
  size: number;
  /** People in all variants for this one alone, by the always-valid sequence, and if looked at once only. */
  subjects: number | null;
  subjectsLookedAtOnce: number | null;
  days: number | null;
  /** Chance that it is told by the planned size. */
  power: number | null;
  /** Why it is not planned for, as plain text; null where it is. */
  missing: string | null;
}
