import type { OutcomeEffect } from "#shared/contract/verdict.ts";
import { limitsText, pointsText, probabilityText } from "../components/effect-text.ts";
import { casesLabel, metricLabel, valueLabel } from "../components/labels.ts";
import { formatCount, formatShare } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { EffectAxis } from "./effect-axis.tsx";
import { EffectWhisker } from "./effect-whisker.tsx";
import { effectOf, effectScale, movedCode, toneOf } from "./shape/effects.ts";

interface Props {
  title: string;
  outcomes: readonly OutcomeEffect[];
  /** Only the effects, for lists. */
  isCompact?: boolean;
}

/** What a change did to each outcome, drawn into a table: the same for eyes, keyboards and screen readers. */
export function EffectForest({ title, outcomes, isCompact = false }: Props) {
  const scale = effectScale(outcomes.map(effectOf));
  return (
    <table className={isCompact ? "forest effects is-compact" : "forest effects"}>
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t("verdict.outcome")}</th>
          <td className="forest-plot">
            <EffectAxis scale={scale} />
          </td>
          <th scope="col" className="is-number">
            {t("verdict.effect")}
          </th>
          {!isCompact && (
            <>
              <th scope="col" className="is-number forest-wide">
                {t("verdict.expected")} → {t("verdict.seen")}
              </th>
              <th scope="col" className="is-number forest-wide">
                <abbr title={t("verdict.pText")}>{t("verdict.p")}</abbr>
              </th>
              <th scope="col" className="is-number forest-wide">
                {t("chart.n")}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {outcomes.map((outcome) => (
          <tr key={outcome.metric}>
            <th scope="row">
              {metricLabel(outcome.metric)}
              <MovedWord outcome={outcome} />
            </th>
            {outcome.effect === null ? (
              <td colSpan={isCompact ? 2 : 5} className="is-missing muted">
                {outcome.missing ?? t("figure.hidden")}
              </td>
            ) : (
              <>
                <td className="forest-plot">
                  <EffectWhisker effect={effectOf(outcome)} scale={scale} />
                </td>
                <td className="is-number is-strong">
                  {pointsText(outcome.effect)}
                  <span className="cell-basis">{limitsText(outcome)}</span>
                </td>
                {!isCompact && <Details outcome={outcome} />}
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MovedWord({ outcome }: { outcome: OutcomeEffect }) {
  const tone = toneOf(outcome.moved, outcome.better);
  return (
    <span className={`cell-basis moved tone-${tone}`}>
      {t(`verdict.moved.${movedCode(outcome)}`)}
    </span>
  );
}

function Details({ outcome }: { outcome: OutcomeEffect }) {
  const { metric, before, after, n, nBefore, needed, neededDays, pAdjusted, answersOf } = outcome;
  const share = (value: number | null, cases: number | null) =>
    value === null ? "–" : formatShare(value, cases ?? 1000);
  return (
    <>
      <td className="is-number forest-wide">
        {share(before, nBefore)} → {share(after, n)}
        {answersOf !== null && (
          <span className="cell-basis">
            {t("verdict.answersOf", { purpose: valueLabel("purpose", answersOf) })}
          </span>
        )}
      </td>
      <td className="is-number forest-wide muted">{probabilityText(pAdjusted)}</td>
      <td className="is-number forest-wide muted">
        {n === null ? t("figure.hidden") : casesLabel(metric, n)}
        {needed !== null && (
          <span className="cell-basis">
            {t("verdict.needed")}: {formatCount(needed)}
            {neededDays !== null &&
              ` (${t("verdict.neededDays", { count: formatCount(neededDays) }, neededDays)})`}
          </span>
        )}
      </td>
    </>
  );
}
