import type { Figure, MetricAnswer } from "#shared/contract/metric.ts";
import { totalOf } from "../../charts/metric-tile.tsx";
import { EstimateBasis, EstimateValue } from "../../components/estimate.tsx";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary, type QueryState } from "../../components/query-boundary.tsx";
import { formatDuration, formatFixed } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

interface Props {
  time: QueryState<MetricAnswer>;
  steps: QueryState<MetricAnswer>;
}

/** Is leaving as easy as joining? Two bars each for time and steps, and the ratio with its interval. */
export function EffortPanel({ time, steps }: Props) {
  return (
    <Panel
      title={t("withdrawals.effort")}
      metric="opt_out_effort"
      description={t("withdrawals.effortText")}
    >
      <div className="stack">
        <Effort query={time} title={t("withdrawals.effortTime")} print={formatDuration} />
        <Effort query={steps} title={t("withdrawals.effortSteps")} print={printSteps} />
      </div>
    </Panel>
  );
}

function printSteps(count: number): string {
  return t("withdrawals.steps", { count: formatFixed(count, 0) }, count);
}

interface EffortProps {
  query: QueryState<MetricAnswer>;
  title: string;
  print: (value: number) => string;
}

function Effort({ query, title, print }: EffortProps) {
  return (
    <div className="effort">
      <h3>{title}</h3>
      <QueryBoundary query={query} size="tile">
        {(answer) => {
          const figure = totalOf(answer);
          const out = figure.suppressed ? null : (figure.medianOut ?? null);
          const inside = figure.suppressed ? null : (figure.medianIn ?? null);
          const longest = Math.max(out ?? 0, inside ?? 0);
          return (
            <>
              {out !== null && (
                <Bar
                  label={t("withdrawals.effortOut")}
                  value={out}
                  longest={longest}
                  print={print}
                  isOut
                />
              )}
              {inside !== null && (
                <Bar
                  label={t("withdrawals.effortIn")}
                  value={inside}
                  longest={longest}
                  print={print}
                />
              )}
              <p className="effort-ratio">
                <span>
                  {t("withdrawals.effortRatio")}{" "}
                  <strong>
                    <EstimateValue figure={figure} unit="ratio" k={answer.k} />
                  </strong>
                </span>
                <Verdict figure={figure} />
                <EstimateBasis figure={figure} unit="ratio" metric="opt_out_effort" k={answer.k} />
              </p>
            </>
          );
        }}
      </QueryBoundary>
    </div>
  );
}

interface BarProps {
  label: string;
  value: number;
  longest: number;
  print: (value: number) => string;
  isOut?: boolean;
}

function Bar({ label, value, longest, print, isOut = false }: BarProps) {
  return (
    <div className="effort-bar">
      <span>{label}</span>
      <svg height="14" width="100%" aria-hidden="true">
        <rect
          className={isOut ? "bar-out" : "bar-in"}
          width={`${longest === 0 ? 0 : (value / longest) * 100}%`}
          height="14"
          rx="3"
        />
      </svg>
      <span className="is-strong">{print(value)}</span>
    </div>
  );
}

/** The interval decides, not the ratio alone: 1 stands for "as easy". */
function Verdict({ figure }: { figure: Figure }) {
  if (figure.suppressed || figure.low === null || figure.high === null) return null;
  if (figure.low > 1) return <span className="badge tone-bad">{t("withdrawals.harder")}</span>;
  if (figure.high <= 1) return <span className="badge tone-good">{t("withdrawals.easier")}</span>;
  return <span className="badge">{t("withdrawals.unclear")}</span>;
}
