import type { ReactNode } from "react";
import { t } from "../i18n/translate.ts";
import { EffectAxis } from "./effect-axis.tsx";
import { EffectWhisker } from "./effect-whisker.tsx";
import type { Effect } from "./shape/effects.ts";
import type { Scale } from "./shape/scale.ts";

export interface DifferenceRow {
  key: string;
  name: ReactNode;
  /** Null where it is not in points, and so has no place on the axis. */
  effect: Effect | null;
  difference: string;
  limits: string;
  /** Why there is no difference; null where there is one. */
  missing: string | null;
  /** One for each of `columns`. */
  cells: readonly ReactNode[];
}

interface Props {
  title: string;
  header: string;
  rows: readonly DifferenceRow[];
  scale: Scale;
  columns: readonly ReactNode[];
  /** For lists: half a page wide. */
  isCompact?: boolean;
}

/** Differences between variants, drawn into a table: the same for eyes, keyboards and screen readers. */
export function DifferenceForest({ title, header, rows, scale, columns, isCompact }: Props) {
  return (
    <table className={isCompact ? "forest effects is-compact" : "forest effects"}>
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{header}</th>
          <td className="forest-plot">
            <EffectAxis scale={scale} />
          </td>
          <th scope="col" className="is-number">
            {t("experiment.difference")}
          </th>
          {columns.map((column, index) => (
            <th key={index} scope="col" className="is-number forest-wide">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {row.missing === null ? (
              <>
                <td className="forest-plot">
                  {row.effect !== null && <EffectWhisker effect={row.effect} scale={scale} />}
                </td>
                <td className="is-number is-strong">
                  {row.difference}
                  <span className="cell-basis">{row.limits}</span>
                </td>
              </>
            ) : (
              <td colSpan={2} className="is-number muted missing-reason">
                {row.missing}
              </td>
            )}
            {row.cells.map((cell, index) => (
              <td key={index} className="is-number forest-wide muted">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
