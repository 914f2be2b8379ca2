/** How sure a verdict is and what to do next, in the words of who has to decide. */
import type { OutcomeEffect, VerdictAnswer } from "#shared/contract/verdict.ts";
import { formatDate } from "../../format/dates.ts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

const SAID = ["understanding", "trust"];
const DAYS_A_WEEK = 7;
/** The longest follow-up that can be set. */
const MOST_WEEKS = 104;

/** What lowers the claim is named, the first of it in full. */
export function sureText({ claim, state, confounders, design, outcomes }: VerdictAnswer): string {
  if (claim === "none") {
    if (design === "none") return t("verdict.sure.nothing");
    const hasMoved = outcomes.some(({ moved }) => moved !== "unclear");
    return t(hasMoved ? "verdict.sure.part" : "verdict.sure.none");
  }
  if (claim === "full") return t(`verdict.sure.full.${state}`);
  const [first, ...others] = confounders.filter(({ lowers }) => lowers);
  const more = others.length;
  const named = t("verdict.sure.lowered", { doubt: first?.text ?? "" });
  if (more === 0) return named;
  return `${named} ${t("verdict.sure.more", { count: formatCount(more) }, more)}`;
}

/** `to` is where the step can be taken; null where it is not on a page of Candor. */
export function nextStepOf(answer: VerdictAnswer): { text: string; to: string | null } {
  const { verdict, state, claim } = answer;
  if (verdict === "not_enough_data") return untoldStep(answer);
  const step = t(`verdict.next.${verdict}.${state}`);
  const text = claim === "lowered" ? `${t("verdict.next.weighFirst")} ${step}` : step;
  return { text, to: null };
}

function untoldStep({ state, outcomes, window, settings, asOf }: VerdictAnswer) {
  const plain = (text: string) => ({ text, to: null });
  const measured = outcomes.filter(({ n, nBefore }) => n !== 0 || nBefore !== 0);
  if (measured.length === 0) return plain(t("verdict.next.nobody"));
  if (!measured.some(({ metric }) => SAID.includes(metric))) return plain(t("verdict.next.ask"));
  if (state === "preliminary") {
    const isDated = asOf !== null && window.finalOn >= asOf;
    const again = t("verdict.next.again", { date: formatDate(window.finalOn) });
    return plain(isDated ? `${t("verdict.next.undecided")} ${again}` : t("verdict.next.undecided"));
  }
  const weeks = settings.followUpWeeks + Math.ceil(daysNeeded(measured) / DAYS_A_WEEK);
  const canWait = weeks > settings.followUpWeeks && weeks <= MOST_WEEKS;
  if (!canWait) return plain(t("verdict.next.noWaiting"));
  return { text: t("verdict.next.longer", { weeks: formatCount(weeks) }), to: "/settings" };
}

/** Of the outcome that takes longest, as the sentence names it. */
function daysNeeded(measured: readonly OutcomeEffect[]): number {
  const open = measured.filter(({ moved, notWorse }) => moved === "unclear" && !notWorse);
  const all = open.length > 0 ? open : measured;
  return Math.max(0, ...all.map(({ neededDays }) => neededDays ?? 0));
}
