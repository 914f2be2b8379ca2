import type { ReactNode } from "react";
import type { Spread } from "#shared/contract/learned.ts";
import { limitsText, pointsText } from "../components/effect-text.ts";
import { t } from "../i18n/translate.ts";
import { EffectAxis } from "./effect-axis.tsx";
import { EffectWhisker } from "./effect-whisker.tsx";
import type { Effect } from "./shape/effects.ts";
import type { Scale } from "./shape/scale.ts";

export interface LearnedRow {
  key: string;
  name: ReactNode;
  effect: Effect;
  /** Its own data, where `effect` is drawn with the others. */
  own: Spread | null;
}

interface Props {
  title: string;
  header: string;
  rows: readonly LearnedRow[];
  scale: Scale;
}

/** Effects of several changes, or kinds of change, on one scale. */
export function LearnedForest({ title, header, rows, scale }: Props) {
  const hasOwn = rows.some(({ own }) => own !== null);
  return (
    <table className="forest effects">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{header}</th>
          <td className="forest-plot">
            <EffectAxis scale={scale} />
          </td>
          <th scope="col" className="is-number">
            {hasOwn ? t("learned.shrunken") : t("verdict.effect")}
          </th>
          {hasOwn && (
            <th scope="col" className="is-number forest-wide">
              {t("learned.own")}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, effect, own }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="forest-plot">
              <EffectWhisker effect={effect} scale={scale} />
            </td>
            <td className="is-number is-strong">
              {pointsText(effect.value)}
              <span className="cell-basis">{limitsText(effect)}</span>
            </td>
            {hasOwn && (
              <td className="is-number forest-wide muted">
                {own === null ? "–" : pointsText(own.effect)}
                {own !== null && <span className="cell-basis">{limitsText(own)}</span>}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
