import type { ReactNode } from "react";
import { t } from "../i18n/translate.ts";

export interface Column<Row> {
  key: string;
  header: string;
  /** Stands before the header, such as the sign of a group. */
  mark?: ReactNode;
  isNumber?: boolean;
  cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** A high table scrolls inside its own box, with the head in sight. */
  isTall?: boolean;
}

/** The first column names the row. The box can be focused, so that the keyboard can scroll it. */
export function DataTable<Row>({ caption, columns, rows, keyOf, isTall = false }: Props<Row>) {
  return (
    <section
      className={isTall ? "table-box is-tall" : "table-box"}
      aria-label={t("chart.tableRegion", { title: caption })}
      tabIndex={0}
    >
      <table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.isNumber ? "is-number" : undefined}
              >
                {column.mark} {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.isNumber ? "is-number" : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
