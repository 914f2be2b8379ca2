/** An experiment as it is being typed, and the record that comes of it. */
import type {
  Experiment,
  ExperimentInput,
  PlanInput,
  Variant,
} from "#shared/contract/experiment.ts";
import type { ExperimentResults } from "#shared/contract/experiment-results.ts";
import {
  controlOf,
  type ExperimentStatus,
  fixedOnceRunning,
  guardrailOutcomes,
} from "#shared/experiments.ts";
import { emptyWording, type Wording } from "#shared/wording.ts";
import { parseTyped, percentOf, shareOf } from "../../format/typed.ts";

type Typed = "variants" | "smallestEffect" | "plannedSubjects" | "startDate" | "endDate" | "status";

export interface ExperimentDraft extends Omit<ExperimentInput, Typed> {
  variants: VariantDraft[];
  /** In points. */
  smallestEffect: string;
  plannedSubjects: string;
  startDate: string;
  endDate: string;
}

export interface VariantDraft extends Omit<Variant, "share"> {
  key: string;
  /** Per cent of all. */
  share: string;
}

const FIRST_LANGUAGE = "en";
const PERCENT_DIGITS = 2;

export function newVariant(
  slug: string,
  share: string,
  languages: readonly string[],
): VariantDraft {
  const wording = Object.fromEntries(languages.map((language) => [language, emptyWording]));
  const key = crypto.randomUUID();
  return { key, slug, share, isControl: false, wording, layoutNotes: "", checklist: [] };
}

export function newDraft(): ExperimentDraft {
  return {
    slug: "",
    title: "",
    hypothesis: "",
    variants: ["control", "new-wording"].map((slug, index) => ({
      ...newVariant(slug, "50", [FIRST_LANGUAGE]),
      isControl: index === 0,
    })),
    purposes: [],
    channels: [],
    audience: "",
    primary: "opt_in_yield",
    guardrails: [...guardrailOutcomes],
    smallestEffect: "",
    plannedSubjects: "",
    startDate: "",
    endDate: "",
    owner: "",
    legalNote: "",
  };
}

/** One that the data name, as far as they tell. */
export function draftOfSeen({ experiment, arms, from }: ExperimentResults): ExperimentDraft {
  const shares = evenShares(arms.length);
  return {
    ...newDraft(),
    slug: experiment.slug,
    title: experiment.slug,
    startDate: from ?? "",
    variants: arms.map(({ variant, isControl }, index) => ({
      ...newVariant(variant, shares[index] ?? "", [FIRST_LANGUAGE]),
      isControl,
    })),
  };
}

export function draftOf(experiment: Experiment): ExperimentDraft {
  const { variants, smallestEffect, plannedSubjects, startDate, endDate, ...rest } = experiment;
  const { id: _, status: __, createdAt: ___, updatedAt: ____, ...same } = rest;
  const weight = variants.reduce((sum, { share }) => sum + share, 0);
  const languages = [...new Set(variants.flatMap(({ wording }) => Object.keys(wording)))];
  const control = controlOf(variants);
  return {
    ...same,
    variants: variants.map((one) => ({
      ...one,
      key: one.slug,
      isControl: one.slug === control,
      share: `${Number(((100 * one.share) / weight).toFixed(PERCENT_DIGITS))}`,
      wording: Object.fromEntries(
        (languages.length === 0 ? [FIRST_LANGUAGE] : languages).map((language) => [
          language,
          one.wording[language] ?? emptyWording,
        ]),
      ),
    })),
    smallestEffect: smallestEffect === null ? "" : percentOf(smallestEffect),
    plannedSubjects: plannedSubjects === null ? "" : `${plannedSubjects}`,
    startDate: startDate ?? "",
    endDate: endDate ?? "",
  };
}

/** Of a draft without problems. Languages in which nothing was written are left out. */
export function inputOf(draft: ExperimentDraft): Omit<ExperimentInput, "status"> {
  const { smallestEffect, plannedSubjects, startDate, endDate, title, slug } = draft;
  const effect = parseTyped(smallestEffect);
  return {
    ...draft,
    title: title.trim(),
    slug: slug.trim(),
    variants: draft.variants.map(({ key: _, share, wording, ...one }) => ({
      ...one,
      slug: one.slug.trim(),
      share: shareOf(parseTyped(share) ?? 0),
      wording: Object.fromEntries(Object.entries(wording).filter(([, own]) => isWritten(own))),
    })),
    smallestEffect: effect === null ? null : shareOf(effect),
    plannedSubjects: parseTyped(plannedSubjects),
    startDate: startDate === "" ? null : startDate,
    endDate: endDate === "" ? null : endDate,
  };
}

/** Once it has run, what was fixed before the first look is not sent again. */
export function patchOf(
  draft: ExperimentDraft,
  status: ExperimentStatus,
): Partial<ExperimentInput> {
  const input = inputOf(draft);
  if (status === "draft") return input;
  const fixed: readonly string[] = fixedOnceRunning;
  return Object.fromEntries(Object.entries(input).filter(([name]) => !fixed.includes(name)));
}

/** What the planner is asked about a draft whose shares and sizes stand. */
export function planOf(draft: ExperimentDraft, traffic: number, maxDays: number): PlanInput {
  const { variants, purposes, channels, primary, guardrails, smallestEffect } = inputOf(draft);
  const control = controlOf(variants);
  const shares = variants
    .toSorted((a, b) => Number(b.slug === control) - Number(a.slug === control))
    .map(({ share }) => share);
  const given = { purposes, channels, shares, primary, guardrails, smallestEffect };
  return { ...given, traffic, answerShare: null, power: 0.8, maxDays };
}

/** As even as two digits allow; the last takes the rest. */
export function evenShares(count: number): string[] {
  const even = Number((100 / count).toFixed(PERCENT_DIGITS));
  const last = Number((100 - even * (count - 1)).toFixed(PERCENT_DIGITS));
  return Array.from({ length: count }, (_, index) => `${index === count - 1 ? last : even}`);
}

function isWritten(wording: Wording): boolean {
  return Object.values(wording).some((part) => part.trim() !== "");
}
