import type { OutcomeEffect } from "#shared/contract/verdict.ts";
import { limitsText, pointsText } from "../components/effect-text.ts";
import { metricLabel } from "../components/labels.ts";
import { t } from "../i18n/translate.ts";
import { EffectAxis } from "./effect-axis.tsx";
import { EffectDetails, StillNeeded } from "./effect-details.tsx";
import { EffectWhisker } from "./effect-whisker.tsx";
import { effectOf, effectScale, movedCode, toneOf } from "./shape/effects.ts";

interface Props {
  title: string;
  outcomes: readonly OutcomeEffect[];
  /** Only the effects, for lists. */
  isCompact?: boolean;
  /** The arms of an experiment stand in place of the weeks before and after. */
  isRandomised?: boolean;
}

/** What a change did to each outcome, drawn into a table: the same for eyes, keyboards and screen readers. */
export function EffectForest({ title, outcomes, isCompact = false, isRandomised = false }: Props) {
  const scale = effectScale(outcomes.map(effectOf));
  // Without any effect there is nothing to plot: each outcome says why.
  if (outcomes.every(({ effect }) => effect === null)) {
    return <Missing title={title} outcomes={outcomes} />;
  }
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
                {isRandomised
                  ? t("verdict.controlAndVariant")
                  : `${t("verdict.before")} → ${t("verdict.after")}`}
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
                <StillNeeded outcome={outcome} />
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
                {!isCompact && <EffectDetails outcome={outcome} />}
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Missing({ title, outcomes }: Pick<Props, "title" | "outcomes">) {
  return (
    <table className="effects">
      <caption className="sr-only">{title}</caption>
      <tbody>
        {outcomes.map((outcome) => (
          <tr key={outcome.metric}>
            <th scope="row">{metricLabel(outcome.metric)}</th>
            <td className="is-missing muted">
              {outcome.missing ?? t("figure.hidden")}
              <StillNeeded outcome={outcome} />
            </td>
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
