import { type ReactNode, useId } from "react";
import { DefinitionLink } from "../components/definition-link.tsx";
import { Segmented } from "../components/segmented.tsx";
import { t } from "../i18n/translate.ts";
import { CsvLink } from "./csv-link.tsx";

export interface TableSwitch {
  isTable: boolean;
  onTableChange: (isTable: boolean) => void;
}

interface Props {
  title: string;
  /** Links the title to the definition of this metric. */
  metric?: string;
  /** Unit, scale and the like, under the title. */
  facts: readonly string[];
  csvHref?: string | undefined;
  table?: TableSwitch | undefined;
  actions?: ReactNode;
  notes: readonly ReactNode[];
  children: ReactNode;
}

/** What every chart has around it: title, unit, definition, table view, CSV, and the small print. */
export function ChartFrame({
  title,
  metric,
  facts,
  csvHref,
  table,
  actions,
  notes,
  children,
}: Props) {
  const id = useId();
  return (
    <section className="panel chart-frame" aria-labelledby={id}>
      <div className="panel-head">
        <div>
          <h2 id={id}>
            {title} {metric !== undefined && <DefinitionLink metric={metric} />}
          </h2>
          <p className="muted">{facts.join(" · ")}</p>
        </div>
        <div className="panel-actions">
          {actions}
          {table !== undefined && (
            <Segmented
              label={t("chart.view", { title })}
              value={table.isTable ? "table" : "chart"}
              options={[
                { value: "chart", label: t("chart.chart") },
                { value: "table", label: t("chart.table") },
              ]}
              onChange={(value) => table.onTableChange(value === "table")}
            />
          )}
          {csvHref !== undefined && <CsvLink title={title} href={csvHref} />}
        </div>
      </div>
      {children}
      {notes.length > 0 && (
        <ul className="chart-notes">
          {notes.map((note, index) => (
            <li key={index}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
