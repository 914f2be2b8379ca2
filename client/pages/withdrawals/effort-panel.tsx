import type { MetricAnswer } from "#shared/contract/metric.ts";
import { ChartFrame, type TableSwitch } from "../../charts/chart-frame.tsx";
import { CsvLink } from "../../charts/csv-link.tsx";
import { asOfNote } from "../../charts/notes.ts";
import { QueryBoundary, type QueryState } from "../../components/query-boundary.tsx";
import { formatAxisShare, formatDuration, formatFixed } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import { EffortBars } from "./effort-bars.tsx";
import { EffortTable } from "./effort-table.tsx";

/** One way to measure effort: its answer, its file, and how its medians are written. */
interface Measure {
  query: QueryState<MetricAnswer>;
  csvHref: string;
}

interface Props {
  time: Measure;
  steps: Measure;
  table: TableSwitch;
  /** Whether a population is chosen, which medians cannot be weighted to. */
  isUnweighted: boolean;
}

/** Is leaving as easy as joining? Two bars each for time and steps, and the ratio with its interval. */
export function EffortPanel({ time, steps, table, isUnweighted }: Props) {
  const measures = [
    { ...time, title: t("withdrawals.effortTime"), print: formatDuration },
    { ...steps, title: t("withdrawals.effortSteps"), print: printSteps },
  ];
  return (
    <ChartFrame
      title={t("withdrawals.effort")}
      metric="opt_out_effort"
      facts={[t("unit.ratio"), ...(isUnweighted ? [t("weights.not")] : [])]}
      table={table}
      notes={notesOf(time.query.data)}
    >
      <div className="stack">
        {measures.map(({ query, csvHref, title, print }) => (
          <div className="effort" key={title}>
            <div className="effort-head">
              <h3>{title}</h3>
              <CsvLink title={`${t("withdrawals.effort")}: ${title}`} href={csvHref} />
            </div>
            <QueryBoundary query={query} size="tile">
              {(answer) =>
                table.isTable ? (
                  <EffortTable title={title} answer={answer} print={print} />
                ) : (
                  <EffortBars answer={answer} print={print} />
                )
              }
            </QueryBoundary>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

function printSteps(count: number): string {
  return t("withdrawals.steps", { count: formatFixed(count, 0) }, count);
}

function notesOf(answer: MetricAnswer | undefined): string[] {
  if (answer === undefined) return [];
  const confidence = formatAxisShare(answer.confidence, 1);
  return [
    t("withdrawals.effortText"),
    ...asOfNote(answer),
    t("figure.intervalTitle", { confidence }),
  ];
}
