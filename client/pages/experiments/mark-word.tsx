import type { OutcomeComparison } from "#shared/contract/experiment-results.ts";
import { toneOf } from "../../charts/shape/effects.ts";
import { type Mark, markOf } from "../../charts/shape/experiment-effects.ts";
import { Icon, type IconName } from "../../components/icon.tsx";
import { t } from "../../i18n/translate.ts";

const icons: { [Name in Mark]: IconName } = {
  missing: "question",
  rose: "up",
  fell: "down",
  noDifference: "flat",
  notWorse: "check",
  unclear: "hourglass",
};

/** Where an outcome stands: a sign, a word and a colour. */
export function MarkWord({ one }: { one: OutcomeComparison }) {
  const mark = markOf(one);
  const tone = mark === "notWorse" ? "good" : toneOf(one.moved, one.better);
  return (
    <span className={`cell-basis moved tone-${tone}`}>
      <Icon name={icons[mark]} /> {t(`experiment.mark.${mark}`)}
    </span>
  );
}
