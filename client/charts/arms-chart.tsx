/** Who came into which variant, day by day. Recharts comes when the first chart does. */
import { useMemo, useState } from "react";
import type { Arm } from "#shared/contract/experiment-results.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { valueText } from "../components/estimate.tsx";
import { t } from "../i18n/translate.ts";
import { AllHidden } from "./all-hidden.tsx";
import { ChartFrame, type TableSwitch } from "./chart-frame.tsx";
import { Legend } from "./legend.tsx";
import { TimeLines } from "./lines.tsx";
import { hiddenNote } from "./notes.ts";
import { shapeArms } from "./shape/arms.ts";
import { TimeTable } from "./time-table.tsx";

const people = { unit: "count", grain: "day" } as const;

interface Props {
  title: string;
  arms: readonly Arm[];
  k: number;
  table: TableSwitch;
}

export function ArmsChart({ title, arms, k, table }: Props) {
  const shape = useMemo(() => shapeArms(arms), [arms]);
  const [hovered, setHovered] = useState<string | null>(null);
  const [pinned, setPinned] = useState<string | null>(null);
  const active = hovered ?? pinned;
  return (
    <ChartFrame
      title={title}
      facts={[t("experiment.peopleADay")]}
      table={table}
      notes={hiddenNote(shape.hidden, k)}
    >
      {shape.isEmpty ? (
        <EmptyState
          icon="calendar"
          title={t("experiment.nobody")}
          text={t("experiment.nobodyText")}
        />
      ) : shape.isAllHidden ? (
        <AllHidden k={k} />
      ) : table.isTable ? (
        <TimeTable title={title} answer={people} shape={shape} />
      ) : (
        <>
          <Legend
            groups={shape.series.map((one) => ({
              ...one,
              detail: valueText({ figure: one.total, unit: "count" }),
            }))}
            active={active}
            pinned={pinned}
            onActive={setHovered}
            onPin={setPinned}
          />
          <div className="chart-box">
            <TimeLines
              title={title}
              answer={people}
              shape={shape}
              active={active}
              marks={[]}
              benchmarks={[]}
              fromZero
            />
          </div>
        </>
      )}
    </ChartFrame>
  );
}
