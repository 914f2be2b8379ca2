/** The primary outcome's difference as it stood at every look. Recharts comes when the first chart does. */
import { useMemo } from "react";
import type { Change } from "#shared/contract/change.ts";
import type { SequencePoint } from "#shared/contract/experiment-results.ts";
import { DataTable } from "../components/data-table.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { formatDate } from "../format/dates.ts";
import { formatPointsSize } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { ChangeList, marksOf } from "./change-list.tsx";
import { ChartFrame, type TableSwitch } from "./chart-frame.tsx";
import { SequenceLines } from "./lines.tsx";
import { sequenceCells } from "./sequence-text.ts";
import { type SequenceShape, shapeSequence } from "./shape/sequence.ts";

interface Props {
  title: string;
  points: readonly SequencePoint[];
  /** The size that matters, as a share. */
  size: number;
  changes: readonly Change[];
  table: TableSwitch;
}

export function SequenceChart({ title, points, size, changes, table }: Props) {
  const shape = useMemo(() => shapeSequence(points, size), [points, size]);
  const [first, last] = [shape.rows[0]?.date ?? "", shape.rows.at(-1)?.date ?? ""];
  const marks = useMemo(() => marksOf(changes, first, last), [changes, first, last]);
  return (
    <ChartFrame
      title={title}
      facts={[t("experiment.points"), t("experiment.sequenceText")]}
      table={table}
      notes={[
        t("experiment.sequenceNote"),
        t("experiment.bandNote", { points: formatPointsSize(size) }),
      ]}
    >
      {shape.rows.length === 0 ? (
        <EmptyState
          icon="hourglass"
          title={t("experiment.sequenceEmpty")}
          text={t("experiment.sequenceEmptyText")}
        />
      ) : table.isTable ? (
        <SequenceTable title={title} shape={shape} />
      ) : shape.rows.length === 1 ? (
        <EmptyState
          icon="hourglass"
          title={t("experiment.sequenceOne")}
          text={t("experiment.sequenceOneText")}
        />
      ) : (
        <>
          <div className="chart-box">
            <SequenceLines title={title} shape={shape} size={size} marks={marks} />
          </div>
          <ChangeList marks={marks} />
        </>
      )}
    </ChartFrame>
  );
}

/** The same days, newest first. */
function SequenceTable({ title, shape }: { title: string; shape: SequenceShape }) {
  return (
    <DataTable
      caption={title}
      rows={shape.rows.toReversed()}
      keyOf={({ date }) => date}
      isTall
      columns={[
        { key: "day", header: t("experiment.day"), cell: ({ date }) => formatDate(date) },
        {
          key: "difference",
          header: t("experiment.difference"),
          isNumber: true,
          cell: (row) => sequenceCells(row).difference,
        },
        {
          key: "limits",
          header: t("chart.interval"),
          isNumber: true,
          cell: (row) => sequenceCells(row).limits,
        },
        { key: "p", header: t("verdict.p"), isNumber: true, cell: (row) => sequenceCells(row).p },
      ]}
    />
  );
}
