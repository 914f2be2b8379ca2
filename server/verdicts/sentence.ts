/** A judgement in words. Numbers are rounded here, once: effects to a tenth of a point, counts to two digits. */
import type { VerdictTexts } from "#shared/contract/verdict.ts";
import { isSaid } from "./decide.ts";
import type { JudgedConfounder, JudgedOutcome, Judgement, Reason } from "./judgement.ts";
import type { Words } from "./words.ts";

/** Days since 1970. */
export interface VerdictDays {
  /** The change's own. */
  begins: number;
  /** On which the follow-up is full. */
  finalOn: number;
  /** Null where there are no data at all. */
  asOf: number | null;
}

/** All that a verdict says, in one language. */
export function textsOf(
  judgement: Judgement,
  title: string,
  days: VerdictDays,
  words: Words,
): VerdictTexts {
  return {
    sentence: sentenceOf(judgement, title, days, words),
    designReason: designReasonOf(judgement.reasons, words),
    confounders: judgement.confounders.map((one) => confounderText(one, words)),
    missing: judgement.outcomes.map(({ shortage }) =>
      shortage === null ? null : words.shortage[shortage],
    ),
  };
}

/** To be read out: what could be said against it is listed beside. */
export function sentenceOf(
  { verdict, state, claim, outcomes }: Judgement,
  title: string,
  { begins, finalOn, asOf }: VerdictDays,
  words: Words,
): string {
  const moves = outcomes.flatMap(({ metric, moved, effect }) =>
    moved === "unclear" || effect === null ? [] : [words.movement(metric, moved, points(effect))],
  );
  const told = words.verdict[verdict](title, words.list(moves));
  const isDated = asOf !== null && finalOn >= asOf;
  return [
    ...(verdict === "not_enough_data" ? untold() : [told]),
    ...(claim === "lowered" ? [words.lowered] : []),
    ...(state === "preliminary"
      ? [isDated ? words.preliminary(words.day(finalOn)) : words.preliminaryOpen]
      : []),
  ].join(" ");

  function untold(): string[] {
    if (outcomes.every(({ measured }) => !measured)) return [words.unmeasured.all(title)];
    const open = lacking(outcomes, words);
    if (asOf !== null && begins > asOf) return [words.notBegun(title, words.day(begins)), ...open];
    return [state === "final" ? words.untold(title, words.list(moves)) : told, ...open];
  }
}

export function designReasonOf(reasons: readonly Reason[], words: Words): string {
  return reasons.map((reason) => reasonText(reason, words)).join(" ");
}

function reasonText<One extends Reason>(reason: One, words: Words): string {
  const say = words.reason[reason.code] as (reason: Reason) => string;
  return say(reason);
}

export function confounderText(confounder: JudgedConfounder, words: Words): string {
  const weekStart = confounder.week === null ? "" : words.day(confounder.week);
  const text = words.confounder[confounder.code]({ ...confounder, weekStart });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is not measured at all, or what waiting can't tell; then the outcome that takes longest to tell. */
function lacking(outcomes: readonly JudgedOutcome[], words: Words): string[] {
  const measured = outcomes.filter((outcome) => outcome.measured);
  const said = measured.filter(({ metric }) => isSaid(metric)).length;
  if (said === 0) return [words.unmeasured.said];
  if (said === measured.length) return [words.unmeasured.done];
  const open = measured.filter(({ moved, notWorse }) => moved === "unclear" && !notWorse);
  const all = open.length > 0 ? open : outcomes.filter(({ needed }) => needed !== null);
  const [longest] = all.toSorted((a, b) => (b.neededDays ?? 0) - (a.neededDays ?? 0));
  if (longest === undefined) return [];
  const stuck = all.flatMap(({ metric, needed, shortage }) =>
    needed === null && shortage !== null ? [words.because(metric, words.shortage[shortage])] : [],
  );
  const { metric, needed, neededDays } = longest;
  if (needed !== null && neededDays !== null) {
    return [...stuck.slice(0, 1), words.lacking(metric, twoDigits(needed), neededDays)];
  }
  return stuck.length > 0 ? stuck.slice(0, 1) : [words.lackingUnknown(metric)];
}

function points(effect: number): string {
  return String(Math.round(Math.abs(effect) * 1000) / 10);
}

/** What is needed is known no better. */
function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}
