/** A judgement in words. Numbers are rounded here, once: effects to a tenth of a point, counts to two digits. */
import type { VerdictTexts } from "#shared/contract/verdict.ts";
import type { JudgedConfounder, JudgedOutcome, Judgement, Reason } from "./judgement.ts";
import type { Words } from "./words.ts";

/** All that a verdict says, in one language. */
export function textsOf(
  judgement: Judgement,
  title: string,
  finalOn: number,
  words: Words,
): VerdictTexts {
  return {
    sentence: sentenceOf(judgement, title, finalOn, words),
    designReason: designReasonOf(judgement.reasons, words),
    confounders: judgement.confounders.map((one) => confounderText(one, words)),
    missing: judgement.outcomes.map(({ shortage }) =>
      shortage === null ? null : words.shortage[shortage],
    ),
  };
}

/** To be read out: what could be said against it is listed beside. `finalOn`: the day on which the follow-up is full. */
export function sentenceOf(
  { verdict, state, claim, outcomes }: Judgement,
  title: string,
  finalOn: number,
  words: Words,
): string {
  const moves = outcomes.flatMap(({ metric, moved, effect }) =>
    moved === "unclear" || effect === null ? [] : [words.movement(metric, moved, points(effect))],
  );
  return [
    words.verdict[verdict](title, words.list(moves)),
    ...(verdict === "not_enough_data" ? lacking(outcomes, words) : []),
    ...(claim === "lowered" ? [words.lowered] : []),
    ...(state === "preliminary" ? [words.preliminary(words.day(finalOn))] : []),
  ].join(" ");
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

/** The outcome that takes longest to tell; before that, one that more data can't tell. */
function lacking(outcomes: readonly JudgedOutcome[], words: Words): string[] {
  const open = outcomes.filter(
    ({ measured, moved, notWorse }) => measured && moved === "unclear" && !notWorse,
  );
  const all = open.length > 0 ? open : outcomes.filter(({ needed }) => needed !== null);
  const [longest] = all.toSorted((a, b) => (b.neededDays ?? 0) - (a.neededDays ?? 0));
  if (longest === undefined) return [];
  const { metric, needed, neededDays, shortage } = longest;
  if (needed !== null && neededDays !== null) {
    return [words.lacking(metric, twoDigits(needed), neededDays)];
  }
  if (shortage !== null) return [words.because(metric, words.shortage[shortage])];
  return [words.lackingUnknown(metric)];
}

function points(effect: number): string {
  return String(Math.round(Math.abs(effect) * 1000) / 10);
}

/** What is needed is known no better. */
function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}
